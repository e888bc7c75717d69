using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using Xunit;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>Forward and reverse mode against each other and against finite differences, on random programs.</summary>
public sealed class ReverseModeTests
{
    private const int Variables = 5;

    /// <summary>Seeds of random programs; each theory runs over the same ones.</summary>
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 10)];

    [Theory, MemberData(nameof(Batches))]
    public void Jvp_IsTheLimitOfDifferences(int batch) => ForEachProgram(batch, 40, (program, point) =>
    {
        Function jvp = IrVerifier.Verify(Jvp.Run(program), nameof(Jvp));
        double tangent = (double)Interpreter.Run(jvp, [.. point.Arguments(), point.Direction]).Results[1];
        const double step = 1e-6;
        double difference = (Value(program, point.Moved(step)) - Value(program, point.Moved(-step))) / (2 * step);
        Assert.Equal(difference, tangent, 1e-5 * (1 + Math.Abs(tangent)) + 1e-4 * Curvature(program, point));
    });

    [Theory, MemberData(nameof(Batches))]
    public void Gradient_TimesDirection_IsTheJvp(int batch) => ForEachProgram(batch, 200, (program, point) =>
    {
        double[] gradient = new double[Variables];
        Function vjp = IrVerifier.Verify(Vjp.Run(program), nameof(Vjp));
        object value = Interpreter.Run(vjp, [.. point.Arguments(), gradient]).Results[0];
        IReadOnlyList<object> jvp = Interpreter.Run(Jvp.Run(program), [.. point.Arguments(), point.Direction]).Results;
        Assert.Equal(jvp[0], value);
        Assert.Equal((double)jvp[1], Dot(gradient, point.Direction), 1e-9 * (1 + Size(gradient, point.Direction)));
    });

    [Theory, MemberData(nameof(Batches))]
    public void ValuesReadBackFromTheirHomes_ChangeNothing(int batch)
    {
        int changed = 0;
        for (int i = 0; i < 40; i++)
        {
            int seed = batch * 1_000_003 + i;
            Function program = IrVerifier.Verify(RandomSums.Create(seed), $"sums {seed}"), homes = IrVerifier.Verify(Homes.Run(program), nameof(Homes));
            if (!ReferenceEquals(program, homes)) changed++;
            Point point = Point.Random(seed);
            double[] gradient = new double[Variables], same = new double[Variables];
            Interpreter.Run(Vjp.Run(program), [.. point.Arguments(), gradient]);
            Interpreter.Run(IrVerifier.Verify(Vjp.Run(homes), nameof(Vjp)), [.. point.Arguments(), same]);
            Assert.Equal(gradient, same);
            double jvp = (double)Interpreter.Run(Jvp.Run(program), [.. point.Arguments(), point.Direction]).Results[1];
            Assert.Equal(jvp, Dot(gradient, point.Direction), 1e-9 * (1 + Size(gradient, point.Direction)));
        }

        Assert.InRange(changed, 20, 40);
    }

    [Theory, MemberData(nameof(Batches))]
    public void HessianVectorProduct_IsSymmetric(int batch) => ForEachProgram(batch, 100, (program, point) =>
    {
        Function product = IrVerifier.Verify(Outputs.KeepOnly(Jvp.Run(Vjp.Run(program)), ParameterRole.Product), "product");
        double[] other = [.. point.Direction.Reverse().Select((d, i) => d + 0.1 * i)], hu = new double[Variables], hv = new double[Variables];
        Interpreter.Run(product, [.. point.Arguments(), point.Direction, hu]);
        Interpreter.Run(product, [.. point.Arguments(), other, hv]);
        Assert.Equal(Dot(hu, other), Dot(hv, point.Direction), 1e-8 * (1 + Size(hu, other) + Size(hv, point.Direction)));
    });

    [Theory, MemberData(nameof(Batches))]
    public void SeveralDirections_AreWhatEachIsAlone(int batch) => ForEachProgram(batch, 40, (program, point) =>
    {
        Function gradient = Vjp.Run(program), one = Jvp.Run(gradient), three = IrVerifier.Verify(Jvp.Run(gradient, 3), "three directions");
        double[][] directions = [point.Direction, [.. point.Direction.Reverse()], [.. point.Direction.Select(d => 1 - d)]];
        double[][] products = [.. directions.Select(_ => new double[Variables])];
        IReadOnlyList<object> together = Interpreter.Run(three, [.. point.Arguments(), new double[Variables], .. directions, .. products]).Results;
        for (int d = 0; d < 3; d++)
        {
            double[] product = new double[Variables];
            IReadOnlyList<object> alone = Interpreter.Run(one, [.. point.Arguments(), new double[Variables], directions[d], product]).Results;
            Assert.Equal(product, products[d]);
            Assert.Equal([alone[0], alone[1]], [together[0], together[1 + d]]);
        }
    });

    [Theory, MemberData(nameof(Batches))]
    public void Hessian_HasTheProductsAsColumns(int batch) => ForEachProgram(batch, 20, (program, point) =>
    {
        Function gradient = Vjp.Run(program), product = Outputs.KeepOnly(Jvp.Run(gradient), ParameterRole.Product);
        Function hessian = IrVerifier.Verify(Directional.Hessian(gradient, product), "hessian");
        Function diagonal = IrVerifier.Verify(Directional.HessianDiagonal(program, product), "diagonal");
        double[] matrix = new double[Variables * Variables], values = new double[Variables], hv = new double[Variables];
        Interpreter.Run(hessian, [.. point.Arguments(), new double[Variables], matrix]);
        Interpreter.Run(diagonal, [.. point.Arguments(), values]);
        Interpreter.Run(product, [.. point.Arguments(), point.Direction, hv]);
        for (int i = 0; i < Variables; i++)
        {
            double[] row = matrix[(i * Variables)..((i + 1) * Variables)];
            Assert.Equal(hv[i], Dot(row, point.Direction), 1e-8 * (1 + Size(row, point.Direction)));
            Assert.Equal(values[i], row[i], 1e-12 * (1 + Math.Abs(row[i])));
        }
    });

    [Fact]
    public void ProductOfALinearFunction_IsZero_AndWritten()
    {
        IrBuilder builder = new();
        Value x = builder.NewValue(ScalarType.F64, "x");
        Function linear = builder.ToFunction("Linear", [new ScalarParameter("x", ParameterRole.User, true, x)], builder.Apply(Primitives.Mul, x, Atom.OfFloat(3)));
        double[] product = [double.NaN];
        Interpreter.Run(Outputs.KeepOnly(Jvp.Run(Vjp.Run(linear)), ParameterRole.Product), [2.0, new[] { 1.0 }, product]);
        Assert.Equal([0.0], product);
    }

    private static void ForEachProgram(int batch, int count, Action<Function, Point> check)
    {
        for (int i = 0; i < count; i++)
        {
            int seed = batch * 1_000_003 + i;
            Function program = IrVerifier.Verify(RandomProgram.Create(seed), $"program {seed}");
            check(program, Point.Random(seed));
        }
    }

    private static double Value(Function program, Point point) => (double)Interpreter.Run(program, point.Arguments()).Results[0];

    /// <summary>How much one-sided slopes differ: large at a kink, where a difference quotient means nothing.</summary>
    private static double Curvature(Function program, Point point)
    {
        const double step = 1e-4;
        return Math.Abs(Value(program, point.Moved(step)) - 2 * Value(program, point) + Value(program, point.Moved(-step))) / step;
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Size(double[] x, double[] y) => x.Zip(y, (a, b) => Math.Abs(a * b)).Sum();

    /// <summary>Arguments of a random program and a direction for its variables (four elements of w, then s).</summary>
    private sealed record Point(double[] W, double S, double[] X, double[] Direction)
    {
        public static Point Random(int seed)
        {
            Random random = new(seed);
            double[] Draw(int n) => [.. Enumerable.Range(0, n).Select(_ => 2 * random.NextDouble() - 1)];
            return new(Draw(4), random.NextDouble(), Draw(4), Draw(Variables));
        }

        public object[] Arguments() => [W, S, X, 3];

        public Point Moved(double step) => this with { W = [.. W.Select((w, i) => w + step * Direction[i])], S = S + step * Direction[4] };
    }
}
