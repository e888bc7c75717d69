using System.Reflection;
using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using HessianGen.Testing.Oracles;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>Every row of the primitive table against hyper-dual numbers: first and second derivatives over its domain, and at its kinks and edges.</summary>
public sealed class PrimitiveTests
{
    private const int Samples = 300;

    /// <summary>The rows with a derivative of a floating-point operand.</summary>
    public static TheoryData<string> Rows => [.. Primitives.All.Where(p => p.IsDifferentiable && p != Primitives.Convert && p != Primitives.Select_).Select(p => p.Name)];

    /// <summary>Rows whose derivative is zero wherever it exists.</summary>
    public static TheoryData<string> Steps => [.. Primitives.All.Where(p => p.IsStep).Select(p => p.Name)];

    // row, point, gradient, Hessian (row-major)
    public static TheoryData<string, double[], double[], double[]> Edges => new()
    {
        { "abs", [0], [0], [0] },
        { "abs", [-0.0], [0], [0] },
        { "max", [1, 1], [1, 0], [0, 0, 0, 0] },                    // the first wins a tie
        { "min", [1, 1], [1, 0], [0, 0, 0, 0] },
        { "max", [double.PositiveInfinity, 1], [1, 0], [0, 0, 0, 0] },
        { "min", [double.NegativeInfinity, 1], [1, 0], [0, 0, 0, 0] },
        { "pow", [0, 2], [0, 0], [2, 0, 0, 0] },                    // smooth at 0
        { "pow", [0, 1], [1, 0], [0, double.NegativeInfinity, double.NegativeInfinity, 0] },
        { "pow", [0, 3], [0, 0], [0, 0, 0, 0] },
        { "pow", [2, -3], [-3.0 / 16, 0.125 * 0.693147180559945309], [12.0 / 32, 0.125 / 2 - 3.0 / 16 * 0.693147180559945309, 0.125 / 2 - 3.0 / 16 * 0.693147180559945309, 0.125 * 0.480453013918201424] },
        { "copysign", [0, -1], [0, 0], [0, 0, 0, 0] },
        { "copysign", [-2, -0.0], [1, 0], [0, 0, 0, 0] },
        { "hypot", [0, 0], [0, 0], [0, 0, 0, 0] },                  // a kink: the subgradient 0
        { "hypot", [3, 4], [0.6, 0.8], [0.128, -0.096, -0.096, 0.072] },
        { "sqrt", [0], [double.PositiveInfinity], [double.NegativeInfinity] },
        { "atan2", [0, -1], [-1, 0], [0, -1, -1, 0] },
        { "cbrt", [-8], [1.0 / 12], [1.0 / 144] },
        { "tan", [1], [3.42551882081475958], [2 * 1.55740772465490223 * 3.42551882081475958] },
        { "exp", [-800], [0], [0] },
        { "tanh", [400], [0], [0] },
        { "rem", [-7.5, 2], [1, 3], [0, 0, 0, 0] },
        { "huber", [1, 1], [1, 0], [1, 0, 0, 0] },                   // the parabola wins at the kink
        { "huber", [-3, 1], [-1, 2], [0, -1, -1, 1 - 2] },
        { "sigmoid", [800], [0], [0] },
        { "lognormalcdf", [1e10], [0], [0] },
        { "lognormalcdf", [-1e10], [1e10], [-1] },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Row_HasTheDerivativesOfItsMeaning_OverItsDomain(string name)
    {
        Primitive row = Row(name);
        Random random = new(1);
        for (int i = 0; i < Samples; i++)
        {
            double[] point = [.. row.Domain.Select(d => Sample(random, d))];
            (double[] gradient, double[] hessian) = Oracle(row, point);
            if (gradient.Concat(hessian).All(double.IsFinite)) Check(row, point, gradient, hessian, 1e-9);
        }
    }

    [Theory, MemberData(nameof(Edges))]
    public void Row_HasTheDocumentedDerivatives_AtItsEdges(string name, double[] point, double[] gradient, double[] hessian) =>
        Check(Row(name), point, gradient, hessian, 1e-12);

    [Theory, MemberData(nameof(Steps))]
    public void Step_HasDerivativeZero(string name)
    {
        Primitive row = Row(name);
        foreach (double x in new[] { -2.5, -1, -0.0, 0, 0.5, 3 }) Check(row, [x], [0], [0], 0);
    }

    [Fact]
    public void EveryRow_IsListedOnce()
    {
        IEnumerable<object?> fields = typeof(Primitives).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).Where(v => v is Primitive);
        Assert.Equal(fields.OfType<Primitive>().Select(p => p.Name).Order(), Primitives.All.Select(p => p.Name).Order());
        Assert.Equal(Primitives.All.Count, Primitives.All.Select(p => p.Name).Distinct().Count());
    }

    [Fact]
    public void EveryMethodOfARow_Exists()
    {
        foreach (string method in Primitives.All.SelectMany(p => p.Methods))
        {
            int dot = method.LastIndexOf('.');
            Type type = (method.StartsWith("System.", StringComparison.Ordinal) ? typeof(double) : typeof(DifferentiableAttribute)).Assembly.GetType(method[..dot])!;
            Assert.True(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.Name == method[(dot + 1)..]), method);
        }
    }

    private static Primitive Row(string name) => Primitives.All.Single(p => p.Name == name);

    private static void Check(Primitive row, double[] point, double[] gradient, double[] hessian, double tolerance)
    {
        Function function = Apply(row, point);
        Function reverse = IrVerifier.Verify(Vjp.Run(function));
        Function product = IrVerifier.Verify(Outputs.KeepOnly(Jvp.Run(reverse), ParameterRole.Product));
        int[] variables = Variables(row);
        object[] arguments = [.. variables.Select(i => (object)point[i])];
        int n = variables.Length;
        double[] first = new double[n];
        Interpreter.Run(reverse, [.. arguments, first]);
        for (int i = 0; i < n; i++)
        {
            AssertClose(gradient[i], first[i], tolerance, $"{row}({string.Join(", ", point)}): derivative {i}");
            double[] direction = new double[n], column = new double[n];
            direction[i] = 1;
            Interpreter.Run(product, [.. arguments, direction, column]);
            for (int j = 0; j < n; j++) AssertClose(hessian[j * n + i], column[j], tolerance, $"{row}({string.Join(", ", point)}): second derivative {j}, {i}");
        }
    }

    private static void AssertClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)), $"{what}: expected {expected:R}, got {actual:R}");

    /// <summary>The operands with a derivative; the order of a family has none and is a constant.</summary>
    private static int[] Variables(Primitive row) => [.. Enumerable.Range(0, row.Arity).Where(i => row.Domain[i] != Domain.Orders)];

    private static Function Apply(Primitive row, double[] point)
    {
        IrBuilder builder = new();
        Atom[] operands = [.. point.Select(Atom (x) => Atom.OfFloat(x))];
        List<Parameter> parameters = [];
        foreach (int i in Variables(row))
        {
            Value value = builder.NewValue(ScalarType.F64, "x" + i);
            operands[i] = value;
            parameters.Add(new ScalarParameter("x" + i, ParameterRole.User, true, value));
        }

        return builder.ToFunction(row.Name, [.. parameters], builder.Apply(row, operands));
    }

    /// <summary>Dense near the ends and around 0, up to a few hundred on an unbounded side.</summary>
    private static double Sample(Random random, Domain domain)
    {
        double u = random.NextDouble();
        if (domain == Domain.Orders) return random.Next(4);
        if (double.IsFinite(domain.Lower) && double.IsFinite(domain.Upper)) return domain.Lower + (domain.Upper - domain.Lower) * (0.001 + 0.998 * u);
        double size = Math.Exp(12 * u - 6);
        return double.IsFinite(domain.Lower) ? domain.Lower + size : random.Next(2) == 0 ? size : -size;
    }

    private static (double[] Gradient, double[] Hessian) Oracle(Primitive row, double[] point)
    {
        int[] variables = Variables(row);
        int n = variables.Length;
        double[] gradient = new double[n], hessian = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                HyperDual result = Evaluate(row, [.. point.Select((x, k) => new HyperDual(x, k == variables[i] ? 1 : 0, k == variables[j] ? 1 : 0, 0))]);
                gradient[i] = result.First;
                hessian[i * n + j] = result.Mixed;
            }
        }

        return (gradient, hessian);
    }

    private static HyperDual Evaluate(Primitive row, HyperDual[] x) => row.Name switch
    {
        "add" => x[0] + x[1],
        "sub" => x[0] - x[1],
        "mul" => x[0] * x[1],
        "div" => x[0] / x[1],
        "rem" => x[0] % x[1],
        "neg" => -x[0],
        _ => (HyperDual)typeof(HyperDualMath).GetMethod(row.Methods[0][(row.Methods[0].LastIndexOf('.') + 1)..], [.. x.Select(_ => typeof(HyperDual))])!
            .Invoke(null, [.. x.Cast<object>()])!,
    };
}
