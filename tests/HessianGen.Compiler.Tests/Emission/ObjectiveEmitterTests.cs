using System.Reflection;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Emission;

/// <summary>The generated objective binds the data, cuts the point, and calls the members; the members are written by hand here.</summary>
public sealed class ObjectiveEmitterTests
{
    private const string Span = "global::System.ReadOnlySpan<double>", Output = "global::System.Span<double>";

    [Fact]
    public void OneSpan_TakesTheWholePoint()
    {
        IHessianVectorObjective objective = Create<IHessianVectorObjective>(
            Product.Gradient | Product.HessianVectorProduct,
            [Variable("w", Span), Data("x", Span), Data("scale", "double", ParameterForm.Scalar)],
            $$"""
            public static double Loss({{Span}} w, {{Span}} x, double scale) => w[0] * x[0] * scale;
            public static double LossGradient({{Span}} w, {{Span}} x, double scale, {{Output}} gradient) { gradient.Fill(scale); return Loss(w, x, scale); }
            public static void LossHessianVectorProduct({{Span}} w, {{Span}} x, double scale, {{Span}} direction, {{Output}} product) => direction.CopyTo(product);
            """,
            new ReadOnlyMemory<double>([5.0]),
            2.0);
        Assert.Null(objective.Dimension);
        Assert.Equal(30, objective.Value([3, 4]));
        double[] gradient = new double[2], product = new double[2];
        Assert.Equal(30, objective.Gradient([3, 4], gradient));
        Assert.Equal([2, 2], gradient);
        objective.HessianVectorProduct([3, 4], [7, 8], product);
        Assert.Equal([7, 8], product);
        Assert.False(objective is IHessianObjective or IDiagonalObjective);
    }

    [Fact]
    public void SeveralVariables_AreSlicesOfThePoint()
    {
        IObjective objective = Create<IObjective>(
            Product.Gradient,
            [Variable("a", Span), Variable("s", "double", ParameterForm.Scalar), Data("aLength", "int", ParameterForm.Scalar), Variable("b", Span)],
            $$"""
            public static double Loss({{Span}} a, double s, int aLength, {{Span}} b) => a.Length * 1000 + b.Length * 100 + s * 10 + a[1] + b[0];
            public static double LossGradient({{Span}} a, double s, int aLength, {{Span}} b, {{Output}} gradient) => Loss(a, s, aLength, b);
            """,
            7,
            2,
            3);
        Assert.Equal(6, objective.Dimension);
        Assert.Equal(2336, objective.Value([1, 2, 3, 4, 5, 6]));
        Assert.Equal("point", Assert.Throws<ArgumentException>(() => objective.Value([1, 2, 3])).ParamName);
    }

    [Fact]
    public void OneSpanAmongScalars_TakesWhatIsLeft()
    {
        IObjective objective = Create<IObjective>(
            Product.Gradient,
            [Variable("s", "double", ParameterForm.Scalar), Variable("w", Span), Variable("t", "double", ParameterForm.Scalar)],
            $$"""
            public static double Loss(double s, {{Span}} w, double t) => s * 100 + w.Length * 10 + t + w[0];
            public static double LossGradient(double s, {{Span}} w, double t, {{Output}} gradient) => Loss(s, w, t);
            """);
        Assert.Null(objective.Dimension);
        Assert.Equal(120.5, objective.Value([1, 0.25, 9, 0.25]));
    }

    [Fact]
    public void ScalarVariables_FixTheDimension()
    {
        IObjective objective = Create<IObjective>(
            Product.Gradient | Product.Value,
            [Variable("x", "double", ParameterForm.Scalar), Variable("y", "double", ParameterForm.Scalar)],
            $$"""
            public static double LossValue(double x, double y) => x - y;
            public static double LossGradient(double x, double y, {{Output}} gradient) => 0;
            """);
        Assert.Equal(2, objective.Dimension);
        Assert.Equal(-1, objective.Value([1, 2]));
        Assert.Throws<ArgumentException>(() => objective.Value([1]));
    }

    [Fact]
    public void WritableSpansAndArrays_AreCopied()
    {
        IObjective objective = Create<IObjective>(
            Product.Gradient,
            [Variable("v", Output), Variable("w", "double[]", ParameterForm.Array), Data("table", "int[]", ParameterForm.Array), Data("work", Output)],
            $$"""
            public static double Loss({{Output}} v, double[] w, int[] table, {{Output}} work) { v[0] *= 2; w[0] *= 2; work[0] = v[0]; return v[0] + w[0] + table[0] + w.Length; }
            public static double LossGradient({{Output}} v, double[] w, int[] table, {{Output}} work, {{Output}} gradient) => Loss(v, w, table, work);
            """,
            new[] { 100 },
            new Memory<double>(new double[1]),
            1,
            2);
        double[] point = [1, 10, 20];
        Assert.Equal(3, objective.Dimension);
        Assert.Equal(124, objective.Value(point));
        Assert.Equal(124, objective.Value(point));
        Assert.Equal([1, 10, 20], point);
    }

    [Fact]
    public void SinglePrecision_IsConverted()
    {
        IHessianObjective objective = Create<IHessianObjective>(
            Product.Gradient | Product.Hessian,
            [Variable("w", "global::System.ReadOnlySpan<float>", element: ScalarType.F32), Variable("s", "float", ParameterForm.Scalar, ScalarType.F32)],
            """
            public static float Loss(global::System.ReadOnlySpan<float> w, float s) => w[0] + s;
            public static float LossGradient(global::System.ReadOnlySpan<float> w, float s, global::System.Span<float> gradient) { gradient.Fill(s); return w[0]; }
            public static float LossHessian(global::System.ReadOnlySpan<float> w, float s, global::System.Span<float> gradient, global::System.Span<float> hessian) { gradient.Fill(1); hessian.Fill(w[1]); return s; }
            """);
        double[] gradient = new double[3], hessian = new double[9];
        Assert.Equal(5, objective.Value([2, 7, 3]));
        Assert.Equal(2, objective.Gradient([2, 7, 3], gradient));
        Assert.Equal([3, 3, 3], gradient);
        Assert.Equal(3, objective.Hessian([2, 7, 3], gradient, hessian));
        Assert.All(hessian, h => Assert.Equal(7, h));
    }

    [Fact]
    public void AMethodCalledLikeAMember_IsStillFound()
    {
        IObjective objective = Create<IObjective>(
            Product.Gradient,
            [Variable("point", Span), Data("gradient", "double", ParameterForm.Scalar), Data("@class".TrimStart('@'), Span)],
            $$"""
            public static double Value({{Span}} point, double gradient, {{Span}} @class) => point[0] * gradient + @class[0];
            public static double ValueGradient({{Span}} point, double gradient, {{Span}} @class, {{Output}} gradient2) => 1;
            """,
            "Value",
            3.0,
            new ReadOnlyMemory<double>([5.0]));
        Assert.Equal(11, objective.Value([2]));
        Assert.Equal(1, objective.Gradient([2], new double[1]));
    }

    [Fact]
    public void WithoutGradient_ThereIsNoObjective()
    {
        CompilerException thrown = Assert.Throws<CompilerException>(() => Source(Product.Value, [Variable("w", Span)], "Loss") is var source ? ObjectiveEmitter.Emit(source, null) : null);
        Assert.Equal("objective", thrown.Pass);
    }

    [Fact]
    public void NoCall_Allocates()
    {
        IObjective objective = Create<IObjective>(
            Product.Gradient,
            [Variable("v", Output), Variable("w", "double[]", ParameterForm.Array)],
            $$"""
            public static double Loss({{Output}} v, double[] w) => v[0] + w[0];
            public static double LossGradient({{Output}} v, double[] w, {{Output}} gradient) => Loss(v, w);
            """,
            2,
            2);
        double[] point = new double[4];
        objective.Value(point);
        long before = GC.GetAllocatedBytesForCurrentThread();
        objective.Value(point);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static ParameterDeclaration Variable(string name, string type, ParameterForm form = ParameterForm.Span, ScalarType element = ScalarType.F64) =>
        new(name, type, "", form, element, isVariable: true);

    private static ParameterDeclaration Data(string name, string type, ParameterForm form = ParameterForm.Span) =>
        new(name, type, "", form, type.StartsWith("int", StringComparison.Ordinal) ? ScalarType.I32 : ScalarType.F64, isVariable: false);

    private static MethodSource Source(Product products, ParameterDeclaration[] parameters, string method)
    {
        ScalarType element = parameters.First(p => p.IsVariable).Element;
        MethodDeclaration declaration = new("User.System", new([new("static partial class Outer", "Outer"), new("static partial class Subject", "Subject")]), method, method, "public", new(parameters), element, EquatableArray<string>.Empty);
        return new(declaration, new IrBuilder().ToFunction(method, [], Atom.OfFloat(0)), products, IsStrict: false);
    }

    private static T Create<T>(Product products, ParameterDeclaration[] parameters, string members, params object[] arguments)
    {
        string method = arguments.FirstOrDefault() as string ?? "Loss";
        GeneratedFile file = ObjectiveEmitter.Emit(Source(products, parameters, method), null);
        string user = $$"""
            #pragma warning disable
            namespace User.System
            {
                public static partial class Outer
                {
                    public static partial class Subject
                    {
                        {{members}}
                    }
                }
            }
            """;
        Assembly assembly = UserProject.Build(false, user, file.Text);
        Type type = assembly.GetTypes().Single(t => t.Name == method + "Objective");
        return (T)Activator.CreateInstance(type, [.. arguments.Where(a => a is not string)])!;
    }
}
