using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Mathematics.Tests;

/// <summary>Arguments that random samples miss: where a reduction cancels, where intervals meet.</summary>
public sealed class HardArgumentTests
{
    public static TheoryData<string> Trigonometric => ["Sin", "Cos", "Tan"];

    public static TheoryData<string> Names => AccuracyTests.Names;

    /// <summary>The doubles nearest to multiples of π/2, and the one that comes nearest of all (J.-M. Muller, Elementary Functions, 2006, table 11.1).</summary>
    [Theory, MemberData(nameof(Trigonometric))]
    public void NearMultiplesOfHalfPiTheErrorStaysWithinThePromise(string name)
    {
        Random random = new(5);
        List<double> arguments = [Math.ScaleB(6381956970095103, 797), Math.ScaleB(1, 1023), double.MaxValue, (double)(1L << 30), Math.BitIncrement(1L << 30)];
        for (int k = 1; k < 5000; k++) arguments.Add(k * (Math.PI / 2));
        for (int i = 0; i < 15000; i++) arguments.Add(random.NextInt64(1L << 31) * (Math.PI / 2));
        IsWithinThePromise(name, arguments);
    }

    /// <summary>Powers of two, and both neighbours of the constants at which a function changes its formula.</summary>
    [Theory, MemberData(nameof(Names))]
    public void WhereFormulasMeetTheErrorStaysWithinThePromise(string name)
    {
        Function function = Functions.All.Single(f => f.Name == name);
        double ln2 = Math.Log(2);
        List<double> arguments = [0.41421356237309503, 2.414213562373095, 0.7071067811865476, 0.75, 1.5, 28, 40, 37.4, Math.ScaleB(1, -54), Math.ScaleB(1, -22), Math.ScaleB(1, 500), Math.ScaleB(1, -500)];
        for (int n = -1021; n < 1023; n += 3) arguments.Add(Math.ScaleB(1, n));
        for (double n = 0.5; n < 1023; n++) arguments.Add(n * ln2);
        arguments = [.. arguments.SelectMany(a => new[] { Math.BitDecrement(a), a, Math.BitIncrement(a) }).SelectMany(a => new[] { a, -a }).Where(a => IsInside(function, a))];
        IsWithinThePromise(name, arguments);
    }

    private static void IsWithinThePromise(string name, List<double> arguments)
    {
        Function function = Functions.All.Single(f => f.Name == name);
        while (arguments.Count % 16 != 0) arguments.Add(0.25);
        Samples<double> samples = new([.. arguments], [.. arguments.Select(_ => 0.75)]);
        foreach (Type width in Samples<double>.Widths)
        {
            Accuracy accuracy = Accuracy.Of<double>(function, samples.X, samples.Y, samples.ValuesOf(name, function.Arity, width));
            Assert.True(accuracy.Max <= function.MaxUlp.Double, $"{name}: {accuracy.Max:F3} ULP at {accuracy.Worst.X:R}");
        }
    }

    private static bool IsInside(Function function, double x) => function.Domains.Any(d =>
        d.X.BothSigns ? Math.Abs(x) > d.X.From && Math.Abs(x) < d.X.To : x > d.X.From && x < d.X.To);
}
