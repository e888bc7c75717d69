using System.Numerics;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>Arguments of a function, and its values there at one width.</summary>
public sealed class Samples<T>(T[] x, T[] y) where T : unmanaged, INumber<T>
{
    /// <summary>Scalar, 256 and 512 bits.</summary>
    public static IReadOnlyList<Type> Widths { get; } = [typeof(T), typeof(Vector256<T>), typeof(Vector512<T>)];

    public T[] X { get; } = x;

    public T[] Y { get; } = y;

    /// <summary>Reproducible points of a domain whose truth is in the range of <typeparamref name="T"/>.</summary>
    public static Samples<T> Of((Domain X, Domain Y) domain, int count)
    {
        Random random = new(20);
        T[] x = new T[count], y = new T[count];
        for (int i = 0; i < count; i++) (x[i], y[i]) = (Draw(domain.X, random), Draw(domain.Y, random));
        return new(x, y);
    }

    /// <summary>Every pair of the edges for two arguments, every edge for one; filled up to whole vectors.</summary>
    public static Samples<T> Edges(int arity)
    {
        double[] edges =
        [
            0, double.Epsilon, float.Epsilon, 1e-310, 2.2250738585072014e-308, 1e-40, 1.17549435e-38, 1e-8, 0.5, 1, 1.5, 2, 3, Math.PI / 2, Math.PI, 40, 88.72, 104, 709.79, 710.5, 746,
            1 << 30, (1 << 30) + 1, 1e15, 9007199254740993, 3.4e38, 1e300, double.MaxValue, double.PositiveInfinity, double.NaN,
        ];
        edges = [.. edges, .. edges.Select(e => -e)];
        List<(double X, double Y)> pairs = arity == 1 ? [.. edges.Select(e => (e, 0.0))] : [.. from a in edges from b in edges select (a, b)];
        while (pairs.Count % Vector512<T>.Count != 0) pairs.Add((1, 1));
        return new([.. pairs.Select(p => T.CreateTruncating(p.X))], [.. pairs.Select(p => T.CreateTruncating(p.Y))]);
    }

    public T[] ValuesOf(string function, int arity, Type width)
    {
        T[] result = new T[X.Length];
        new Sweep<T>(Sweep<T>.Method(typeof(VectorMath), function, width, arity)!).Run(X, Y, result);
        return result;
    }

    // What a float cannot hold, or what it rounds to an end of the domain, becomes 1: special values have tests of their own.
    private static T Draw(Domain domain, Random random)
    {
        double sample = domain.Sample(random);
        T value = T.CreateTruncating(sample);
        return T.IsFinite(value) && (value != T.Zero || sample == 0) && value != -T.One ? value : T.One;
    }
}
