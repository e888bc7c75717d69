using System.Reflection;
using HessianGen.Testing.Oracles;

namespace HessianGen.Conformance.Tests.Oracles;

/// <summary>Every function of real numbers that the framework has must be on hyper-dual numbers, with its value and its derivatives.</summary>
public sealed class HyperDualMathTests
{
    // Both signs, within one and beyond: some of them lie in the domain of every function.
    private static readonly double[] Points = [-2.3, -0.7, -0.2, 0.3, 0.6, 0.9, 1.4, 2.6, 3.1];

    // Differences move a number by at most 0.02 of its direction's component.
    private const double Reach = 0.25;

    /// <summary>What has no slope that differences could see: it is compared in value only.</summary>
    private static readonly string[] ValueOnly = ["BitIncrement", "BitDecrement", "ReciprocalEstimate", "ReciprocalSqrtEstimate"];

    private static readonly Dictionary<string, MethodInfo> Framework = new[] { typeof(Math), typeof(double) }
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => !method.IsSpecialName && !method.IsGenericMethod && method.ReturnType != typeof(string))
        .Where(method => method.GetParameters().Any(IsReal) && method.GetParameters().All(p => IsReal(p) || IsOption(p)))
        .DistinctBy(Signature)
        .ToDictionary(Signature);

    public static TheoryData<string> Functions => [.. Framework.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_HasTheFrameworksValue_AndTheSlopesOfItsDifferences(string signature)
    {
        MethodInfo function = Framework[signature];
        MethodInfo? twin = typeof(HyperDualMath).GetMethod(
            function.Name, [.. function.GetParameters().Select(p => IsReal(p) ? typeof(HyperDual) : p.ParameterType)]);
        Assert.True(twin is not null, $"{nameof(HyperDualMath)} lacks {signature}.");
        int compared = 0;
        foreach (double[] point in PointsFor(function))
        {
            double[] expected = Call(function, point);
            Assert.Equal(expected, Lifted(twin, point, point, point).Select(number => number.Value));
            if (ValueOnly.Contains(function.Name))
            {
                compared++;
            }
            else if (CompareDerivatives(function, twin, point))
            {
                compared++;
            }
        }

        Assert.True(compared > 1, $"{signature} was compared at {compared} points only.");
    }

    /// <summary>Slopes along u against differences of values; mixed derivatives along u and v against differences of slopes.</summary>
    /// <returns>Whether the point allows differences.</returns>
    private static bool CompareDerivatives(MethodInfo function, MethodInfo twin, double[] point)
    {
        double[] u = [.. point.Select((_, k) => Reach * (1 - 0.3 * k))];
        double[] v = [.. point.Select((_, k) => Reach * (0.4 + 0.5 * k))];
        if (!IsSmoothAlong(u, point, function) || !IsSmoothAlong(v, point, function))
        {
            return false;
        }

        HyperDual[] exact = Lifted(twin, point, u, v);
        double[] slopes = FiniteDifferences.Along(x => Call(function, x), point, u);
        double[] mixed = FiniteDifferences.Along(x => [.. Lifted(twin, x, u, v).Select(number => number.First)], point, v);
        Close.To(slopes, [.. exact.Select(number => number.First)], 1e-7, "first derivative");
        Close.To(mixed, [.. exact.Select(number => number.Mixed)], 1e-7, "mixed derivative");
        return true;
    }

    [Theory]
    //          function       x              first  mixed     at kinks and edges, along the direction 1 twice
    [InlineData("Abs",         0.0,            0.0,   0.0)]
    [InlineData("Floor",       2.0,            0.0,   0.0)]
    [InlineData("Round",       2.5,            0.0,   0.0)]
    [InlineData("Cbrt",        1.0,            1 / 3.0, -2 / 9.0)]
    [InlineData("Tanh",        400.0,          0.0,   0.0)]
    [InlineData("Tanh",        0.0,            1.0,   0.0)]
    [InlineData("Sinh",        0.0,            1.0,   0.0)]
    [InlineData("Sqrt",        0.0,            double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("Log",         0.0,            double.PositiveInfinity, double.NegativeInfinity)]
    public void SpecialPoint_HasTheDocumentedDerivatives(string function, double x, double first, double mixed)
    {
        MethodInfo twin = typeof(HyperDualMath).GetMethod(function, [typeof(HyperDual)])!;
        HyperDual result = Lifted(twin, [x], [1], [1])[0];
        Close.To(first, result.First, 1e-15, "first derivative");
        Close.To(mixed, result.Mixed, 1e-15, "mixed derivative");
    }

    [Theory]
    //          base  exponent value  first   mixed    the exponent is a constant
    [InlineData(0.0,  2.0,     0.0,   0.0,    2.0)]
    [InlineData(0.0,  1.0,     0.0,   1.0,    0.0)]
    [InlineData(0.0,  0.0,     1.0,   0.0,    0.0)]
    [InlineData(0.0,  3.0,     0.0,   0.0,    0.0)]
    [InlineData(-2.0, 3.0,    -8.0,  12.0,  -12.0)]
    [InlineData(-2.0, -1.0,   -0.5,  -0.25,  -0.25)]
    [InlineData(-2.0, 2.0,     4.0,  -4.0,    2.0)]
    [InlineData(4.0,  0.5,     2.0,   0.25,  -0.03125)]
    public void PowerWithAConstantExponent_DifferentiatesAsAProduct(double x, double exponent, double value, double first, double mixed)
    {
        HyperDual result = HyperDualMath.Pow(new HyperDual(x, 1, 1, 0), exponent);
        Assert.Equal((value, first, mixed), (result.Value, result.First, result.Mixed));
    }

    [Fact]
    public void OfTwoEquals_MaximumAndMinimumTakeTheFirst()
    {
        HyperDual x = new(1, 1, 0, 0), y = new(1, 0, 1, 0);
        Assert.Equal(1, HyperDualMath.Max(x, y).First);
        Assert.Equal(1, HyperDualMath.Min(x, y).First);
        Assert.Equal(1, HyperDualMath.Max(y, x).Second);
        Assert.Equal(0, HyperDualMath.Max(y, x).First);
    }

    [Fact]
    public void AConstant_HasNoDerivative_EvenWhereTheSlopeIsInfinite()
    {
        HyperDual root = HyperDualMath.Sqrt(0.0);
        Assert.True(root.IsConstant);
        Assert.True((root / 0.0).IsConstant);
    }

    /// <summary>Whether the function is defined and makes no jump within reach of the differences.</summary>
    private static bool IsSmoothAlong(double[] direction, double[] point, MethodInfo function)
    {
        double[][] values = [.. Enumerable.Range(-6, 13).Select(step => Call(function, [.. point.Zip(direction, (x, v) => x + 0.004 * step * v)]))];
        return values.All(value => value.All(double.IsFinite))
            && values.Zip(values.Skip(1)).All(pair => pair.First.Zip(pair.Second).All(x => Math.Abs(x.First - x.Second) < 0.1 * (1 + Math.Abs(x.First))));
    }

    private static IEnumerable<double[]> PointsFor(MethodInfo function) => function.GetParameters().Count(IsReal) switch
    {
        1 => Points.Select(x => new[] { x }),
        2 => from x in Points from y in Points where Math.Abs(Math.Abs(x) - Math.Abs(y)) > 0.05 select new[] { x, y },
        _ => from x in Points from low in Points from high in Points where x != low && x != high && low < high select new[] { x, low, high },
    };

    private static double[] Call(MethodInfo function, double[] point) => function.Invoke(null, Arguments(function, point, x => x)) switch
    {
        double value => [value],
        (double a, double b) => [a, b],
        object other => [Convert.ToDouble(other)],
        null => [],
    };

    private static HyperDual[] Lifted(MethodInfo twin, double[] point, double[] u, double[] v)
    {
        int k = 0;
        return twin.Invoke(null, Arguments(twin, point, x => new HyperDual(x, u[k], v[k++], 0))) switch
        {
            HyperDual value => [value],
            (HyperDual a, HyperDual b) => [a, b],
            object other => [Convert.ToDouble(other)],
            null => [],
        };
    }

    private static object[] Arguments<T>(MethodInfo function, double[] point, Func<double, T> real) where T : notnull
    {
        int k = 0;
        return [.. function.GetParameters().Select(p => IsOption(p) ? Option(p) : (object)real(point[k++]))];
    }

    private static object Option(ParameterInfo parameter) => parameter.ParameterType == typeof(int)
        ? parameter.Member.Name == "Round" ? 0 : 3
        : MidpointRounding.ToZero;

    private static bool IsReal(ParameterInfo parameter) => parameter.ParameterType == typeof(double);

    private static bool IsOption(ParameterInfo parameter) => parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(MidpointRounding);

    private static string Signature(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";
}
