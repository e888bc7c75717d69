using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using static HessianGen.SpecialFunctions;

namespace HessianGen.Compiler.Tests.SpecialFunctions;

/// <summary>Values and derivatives, as the differentiated IR computes them, against 20 digits of mpmath over the whole domain.</summary>
public sealed partial class SpecialFunctionTests
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN, Max = double.MaxValue;

    public static TheoryData<string> Rows => [.. SpecialFunctionTable.Rows.Select(row => row.Name)];

    public static TheoryData<string, double, double> SpecialValues => new()
    {
        { "Sigmoid", -Inf, 0 }, { "Sigmoid", Inf, 1 }, { "Sigmoid", 0, 0.5 },
        { "Softplus", -Inf, 0 }, { "Softplus", Inf, Inf }, { "Softplus", Max, Max },
        { "LogSigmoid", -Inf, -Inf }, { "LogSigmoid", Inf, -0.0 }, { "LogSigmoid", -Max, -Max },
        { "Silu", -Inf, -0.0 }, { "Silu", Inf, Inf }, { "Silu", -0.0, -0.0 }, { "Silu", -Max, -0.0 },
        { "Gaussian", Inf, 0 }, { "Gaussian", -Inf, 0 }, { "Gaussian", 0, 1 }, { "Gaussian", -Max, 0 },
        { "Erf", -Inf, -1 }, { "Erf", Inf, 1 }, { "Erf", -0.0, -0.0 },
        { "Erfc", -Inf, 2 }, { "Erfc", Inf, 0 },
        { "NormalPdf", Inf, 0 }, { "NormalPdf", -Max, 0 },
        { "NormalCdf", -Inf, 0 }, { "NormalCdf", Inf, 1 }, { "NormalCdf", 0, 0.5 }, { "NormalCdf", -Max, 0 },
        { "LogNormalCdf", -Inf, -Inf }, { "LogNormalCdf", Inf, -0.0 }, { "LogNormalCdf", Max, -0.0 },
        { "InverseMillsRatio", -Inf, Inf }, { "InverseMillsRatio", Inf, 0 },
        { "Gelu", -Inf, -0.0 }, { "Gelu", Inf, Inf }, { "Gelu", -0.0, -0.0 }, { "Gelu", Max, Max },
        { "Gamma", 0, Inf }, { "Gamma", -0.0, -Inf }, { "Gamma", -3, NaN }, { "Gamma", Inf, Inf }, { "Gamma", -Inf, NaN }, { "Gamma", 172, Inf },
        { "Gamma", -200.5, -0.0 }, { "Gamma", -201.5, 0 }, { "Gamma", -Max, NaN },
        { "LogGamma", 0, Inf }, { "LogGamma", -0.0, Inf }, { "LogGamma", -3, Inf }, { "LogGamma", Inf, Inf }, { "LogGamma", -Inf, Inf }, { "LogGamma", 1, 0 }, { "LogGamma", 2, 0 },
        { "Digamma", 0, -Inf }, { "Digamma", -0.0, Inf }, { "Digamma", -2, NaN }, { "Digamma", Inf, Inf }, { "Digamma", -Inf, NaN },
        { "Trigamma", 0, Inf }, { "Trigamma", -2, Inf }, { "Trigamma", Inf, 0 }, { "Trigamma", -Inf, NaN },
        { "Log1P", -1, -Inf }, { "Log1P", -0.0, -0.0 }, { "Log1P", Inf, Inf }, { "Log1P", -2, NaN },
        { "ExpM1", -Inf, -1 }, { "ExpM1", -0.0, -0.0 }, { "ExpM1", Inf, Inf },
    };

    [Theory, MemberData(nameof(Rows))]
    public void ValueAndDerivatives_AreWithinThePromise(string name)
    {
        SpecialFunction row = SpecialFunctionTable.Rows.Single(r => r.Name == name);
        Function derivatives = Jvp.Run(Jvp.Run(Jvp.Run(FunctionOf(row.Key))));
        double[] one = [1];
        Assert.True(ReferencePoint.All[row.Key].Count() > 40);
        foreach (ReferencePoint point in ReferencePoint.All[row.Key])
        {
            IReadOnlyList<object> results = [.. Interpreter.Run(derivatives, [point.X, one, one, one]).Results];
            for (int order = 0; order < 4; order++)
            {
                double truth = point.Derivatives[order], value = (double)results[(1 << order) - 1];
                double scale = row.IsAbsolute(order, point.X) ? 1 : Math.Abs(truth);
                double error = value == truth ? 0 : Math.Abs(value - truth) / scale * Math.ScaleB(1, 53);
                Assert.True(error <= row.Errors[order], $"{name} at {point.X:R}, derivative {order}: {value:R} instead of {truth:R}, error {error:F1}");
            }
        }
    }

    [Fact]
    public void EveryFunction_HasARow_AndEveryRowItsLineInTheDocumentation()
    {
        string[] methods = [.. typeof(HessianGen.SpecialFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name).Distinct().Where(m => m != "LogSumExp")];
        Assert.Equal(methods.Order(), SpecialFunctionTable.Rows.Select(row => row.Name.Split('(')[0]).Distinct().Order());
        Assert.All(methods, method => Assert.NotNull(Primitives.ByMethod("HessianGen.SpecialFunctions." + method)));
        string page = File.ReadAllText(Path.Combine(Root, "docs", "numerics.md"));
        Assert.All(SpecialFunctionTable.Rows, row => Assert.Contains($"| `{row.Name}` | {string.Join(" | ", row.Errors.Select(e => e.ToString(CultureInfo.InvariantCulture)))} |", page));
        Assert.Equal(SpecialFunctionTable.Rows.Count, LineOfTable().Count(page));
    }

    [Theory, MemberData(nameof(SpecialValues))]
    public void SpecialValues_AreThoseOfTheLimit(string method, double x, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(Call(method, x)));

    /// <summary>The reference meanings of the build without the library.</summary>
    [Theory, MemberData(nameof(Rows))]
    public void PlainFormulas_HaveTwelveDigits(string name)
    {
        SpecialFunction row = SpecialFunctionTable.Rows.Single(r => r.Name == name);
        double[] parameters = [.. row.Key.Split(' ').Skip(1).Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
        MethodInfo plain = typeof(PlainFunctions).GetMethod(name.Split('(')[0])!;
        foreach (ReferencePoint point in ReferencePoint.All[row.Key])
        {
            object[] arguments = name.StartsWith("Huber", StringComparison.Ordinal) ? [point.X, parameters[0]] : [.. parameters, point.X];
            double value = (double)plain.Invoke(null, arguments)!, truth = point.Derivatives[0];
            Assert.True(value == truth || Math.Abs(value - truth) <= 1e-12 * (1 + Math.Abs(truth)), $"{name} at {point.X:R}: {value:R} instead of {truth:R}");
        }
    }

    [Fact]
    public void NaN_GivesNaN()
    {
        string[] methods = [.. SpecialFunctionTable.Rows.Where(row => row.Name.EndsWith("(x)", StringComparison.Ordinal)).Select(row => row.Name[..^3])];
        Assert.All(methods, method => Assert.True(double.IsNaN(Call(method, NaN)), method));
        Assert.All([LogMillsRatio(1, NaN), LogMillsRatio(0.5, 1), LogMillsRatio(-1, 1), Polygamma(2, NaN), Polygamma(1.5, 1), Polygamma(101, 1), Huber(NaN, 1), Huber(1, -1), Huber(1, NaN)], y => Assert.True(double.IsNaN(y)));
    }

    [Fact]
    public void Gamma_OfWholeNumbers_IsTheFactorial()
    {
        double factorial = 1;
        for (int n = 1; n <= 23; factorial *= n++) Assert.Equal(factorial, Gamma(n));
    }

    [Fact]
    public void Orders_StartWithTheFunctionItself()
    {
        Assert.Equal(Digamma(3.7), Polygamma(0, 3.7));
        Assert.Equal(-1.1887876883056768, LogMillsRatio(0, 3), 1e-15);
        Assert.Equal(2.895925623875709, LogMillsRatio(0, -2), 1e-15);
        Assert.Equal((-Inf, 1, 0), (LogMillsRatio(1, -Inf), LogMillsRatio(2, -Inf), LogMillsRatio(3, -Inf)));
    }

    [Fact]
    public void LogSumExp_NeitherOverflowsNorUnderflows()
    {
        // arguments, result
        (double[], double)[] rows =
        [
            ([], -Inf), ([-Inf, -Inf], -Inf), ([Inf, 0], Inf), ([Inf, NaN], NaN), ([NaN, 0], NaN), ([0, NaN], NaN), ([3.25], 3.25), ([-Inf, 2.5], 2.5), ([1000, 1000], 1000.6931471805599),
            ([-1000, -1000], -999.3068528194401), ([0, -40], 4.248354255291589e-18), ([1, 2, 3], 3.4076059644443806), ([-Max, Max], Max),
        ];
        foreach ((double[] x, double expected) in rows)
        {
            double tolerance = double.IsFinite(expected) ? 4e-16 * Math.Max(1, Math.Abs(expected)) : 0;
            Assert.Equal(expected, LogSumExp(x), tolerance);
            Assert.Equal((float)expected, LogSumExp([.. x.Select(v => (float)v)]), float.IsFinite((float)expected) ? 1e-6f * Math.Max(1, Math.Abs((float)expected)) : 0);
        }
    }

    private static string Root => typeof(SpecialFunctionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static double Call(string method, double x) => (double)typeof(HessianGen.SpecialFunctions).GetMethod(method)!.Invoke(null, [x])!;

    /// <summary>The primitive as a function of x, its constant operand set: the order, which stands first, or the width of Huber's loss, which stands last.</summary>
    private static Function FunctionOf(string key)
    {
        string[] parts = key.Split(' ');
        Primitive primitive = Primitives.All.Single(p => p.Name == parts[0]);
        IrBuilder ir = new();
        Value x = ir.NewValue(ScalarType.F64, "x");
        List<Atom> operands = [x];
        if (parts.Length > 1) operands.Insert(primitive.Domain[0] == Domain.Orders ? 0 : 1, Atom.OfFloat(double.Parse(parts[1], CultureInfo.InvariantCulture)));
        return ir.ToFunction(primitive.Name, [new ScalarParameter("x", ParameterRole.User, true, x)], ir.Apply(primitive, [.. operands]));
    }

    [GeneratedRegex(@"^\| `\w+\([\d., ]*x[\d., ]*\)` \| \d", RegexOptions.Multiline)]
    private static partial Regex LineOfTable();
}
