using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using Xunit;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>A function of many instances does what the function of one does for each, on random programs.</summary>
public sealed class InstancesTests
{
    private const int Count = 3, Stride = 5, Extent = 4;

    /// <summary>Seeds of random programs.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public void Value_IsThatOfEachInstance(int seed) => ForEachProgram(seed, 40, program => Compare(program, 0));

    [Theory, MemberData(nameof(Seeds))]
    public void Gradient_IsThatOfEachInstance(int seed) => ForEachProgram(seed, 20, program => Compare(Vjp.Run(program), Extent + 1));

    [Theory, MemberData(nameof(Seeds))]
    public void Hessian_IsThatOfEachInstance(int seed) => ForEachProgram(seed, 4, program =>
    {
        Function gradient = Optimized(Vjp.Run(program)), product = Optimized(Outputs.KeepOnly(Jvp.Run(gradient), ParameterRole.Product));
        Compare(Directional.Hessian(gradient, product), Extent + 1, (Extent + 1) * (Extent + 1));
    });

    /// <summary>The products with the stride wrap around to an element that is there.</summary>
    [Theory]
    [InlineData(1 << 30, 4)]
    [InlineData(-(1 << 30), 4)]
    [InlineData(1 << 29, 8)]
    [InlineData(2, 4)]
    [InlineData(-1, 4)]
    public void AnIndexOutOfRange_StaysSo(int index, int stride)
    {
        IrBuilder builder = new();
        Ir.Buffer w = builder.NewBuffer(ScalarType.F64, "w");
        Value length = builder.NewValue(ScalarType.I32, "w.Length"), i = builder.NewValue(ScalarType.I32, "i");
        Parameter[] parameters = [new BufferParameter("w", ParameterRole.User, true, w, length), new ScalarParameter("i", ParameterRole.User, false, i)];
        Function batch = Instances.Run(builder.ToFunction("F", parameters, builder.Load(w, i)), p => p.Name == "w");
        double[] rows = [.. Enumerable.Range(0, 2 * stride).Select(e => (double)e)], values = new double[stride];
        Interpreter.Run(batch, [1, stride, rows, 1, values]);
        Assert.Equal(stride, values[0]);
        Assert.ThrowsAny<IndexOutOfRangeException>(() => Interpreter.Run(batch, [1, stride, rows, index, values]));
    }

    [Fact]
    public void ElementsThatEveryInstanceReads_AreRequiredOfTheRows()
    {
        IrBuilder builder = new();
        Ir.Buffer w = builder.NewBuffer(ScalarType.F64, "w");
        Parameter[] parameters = [new BufferParameter("w", ParameterRole.User, true, w, builder.NewValue(ScalarType.I32, "w.Length"))];
        Function f = builder.ToFunction("F", parameters, builder.Apply(Primitives.Mul, builder.Load(w, Atom.OfInteger(2)), builder.Load(w, Atom.OfInteger(0))));
        Assert.Equal(3, Instances.Run(f, _ => true).Parameters.OfType<BufferParameter>().Single(p => p.Name == "w").LeastRows);
    }

    /// <summary>Runs the batch, raw and optimised, and the function itself for each instance; of the parameters all but the integer belong to the instance.</summary>
    /// <param name="outputs">The lengths of the outputs of one instance.</param>
    private static void Compare(Function function, params int[] outputs)
    {
        Function batch = IrVerifier.Verify(Instances.Run(function, p => p.Name != "n"), nameof(Instances));
        outputs = [.. outputs.Where(length => length > 0)];
        (double[] W, double S, double[] X)[] points = [.. Enumerable.Range(0, Count).Select(p => (Numbers(p, Extent), 0.3 + 0.1 * p, Numbers(p + 7, Extent)))];
        object[] inputs = [Rows(points.Select(p => p.W)), Rows(points.Select(p => new[] { p.S })), Rows(points.Select(p => p.X)), 3];
        foreach (Function version in new[] { batch, IrVerifier.Verify(Optimized(batch), "optimised batch") })
        {
            double[] values = new double[Stride];
            double[][] rows = [.. outputs.Select(length => new double[length * Stride])];
            foreach (double[] span in rows.Append(values)) Array.Fill(span, double.NaN);
            Interpreter.Run(version, [Count, Stride, .. inputs, values, .. rows]);
            for (int p = 0; p < Count; p++)
            {
                double[][] one = [.. outputs.Select(length => new double[length])];
                object value = Interpreter.Run(function, [points[p].W, points[p].S, points[p].X, 3, .. one]).Results[0];
                Assert.Equal((double)value, values[p], 1e-9 * (1 + Math.Abs((double)value)));
                for (int k = 0; k < one.Length; k++) Assert.All(one[k], (expected, e) => Assert.Equal(expected, rows[k][e * Stride + p], 1e-9 * (1 + one[k].Max(Math.Abs))));
            }

            Assert.All(rows.Append(values), span => Assert.All(span.Where((_, e) => e % Stride >= Count), padding => Assert.Equal(double.NaN, padding)));
        }
    }

    private static double[] Rows(IEnumerable<double[]> points)
    {
        double[][] all = [.. points];
        double[] rows = new double[all[0].Length * Stride];
        Array.Fill(rows, double.NaN);
        for (int p = 0; p < Count; p++)
        {
            for (int k = 0; k < all[p].Length; k++) rows[k * Stride + p] = all[p][k];
        }

        return rows;
    }

    private static double[] Numbers(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.2 + random.NextDouble())];
    }

    private static Function Optimized(Function function) => OptimizationPipeline.Run(function, Licences.Strict);

    private static void ForEachProgram(int seed, int count, Action<Function> check)
    {
        for (int i = 0; i < count; i++)
        {
            Function program = RandomProgram.Create(1000 * seed + i);
            try
            {
                check(program);
            }
            catch (Exception failure)
            {
                Assert.Fail($"program {1000 * seed + i}: {failure.Message}\n{IrPrinter.Print(program)}");
            }
        }
    }
}
