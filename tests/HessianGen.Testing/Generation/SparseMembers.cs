using HessianGen.Testing.Subjects;

namespace HessianGen.Testing.Generation;

/// <summary>The two members of a sparse Hessian that a generator made of one method, called with boxed arguments and plain arrays for spans.</summary>
public sealed class SparseMembers
{
    private const string Shim = "SparseShim";

    private readonly Func<object[], SparsityPattern> _pattern;
    private readonly Func<object[], SparsityPattern, double[], double[], double> _hessian;

    private SparseMembers(GeneratorOutcome outcome, SubjectMethod method)
    {
        outcome.RequireAccepted();
        Method = method;
        bool isSingle = method.Element == "float";
        string[] own = isSingle ? ["g", "v"] : ["gradient", "values"];
        string text = $$"""
            using System;
            using System.Linq;
            using HessianGen;
            using HessianGen.Testing.Generation;

            internal static class {{Shim}}
            {
                public static SparsityPattern Pattern(object[] a) => {{method.Type}}.{{method.Name}}HessianPattern({{string.Join(", ", method.Parameters.Select(Length).OfType<string>())}});

                public static double Hessian(object[] a, SparsityPattern pattern, double[] gradient, double[] values)
                {
                    {{(isSingle ? "Span<float> g = Singles.Narrow(0, gradient), v = Singles.Narrow(1, values);" : "")}}
                    double value = {{method.Type}}.{{method.Name}}SparseHessian({{method.ArgumentList("a")}}, pattern, {{string.Join(", ", own)}});
                    {{(isSingle ? "Singles.Widen(g, gradient); Singles.Widen(v, values);" : "")}}
                    return value;
                }
            }
            """;
        Type type = outcome.Load(text).GetType(Shim)!;
        _pattern = type.GetMethod("Pattern")!.CreateDelegate<Func<object[], SparsityPattern>>();
        _hessian = type.GetMethod("Hessian")!.CreateDelegate<Func<object[], SparsityPattern, double[], double[], double>>();
    }

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>Compiles calls of both members; one that is missing fails here.</summary>
    public static SparseMembers Of(GeneratorOutcome outcome) => new(outcome, SubjectMethod.In(outcome.Compilation));

    /// <summary>The pattern for as many variables and these data.</summary>
    public SparsityPattern Pattern(object[] arguments) => _pattern(arguments);

    /// <summary>Calls the member and returns the value. The arguments are handed over as they are.</summary>
    public double Hessian(object[] arguments, SparsityPattern pattern, double[] gradient, double[] values) => _hessian(arguments, pattern, gradient, values);

    /// <summary>A variable array as its length; a variable number is no argument of the pattern.</summary>
    private static string? Length(SubjectParameter parameter, int index) => (parameter.IsVariable, parameter.Shape) switch
    {
        (false, _) => parameter.Unboxed($"a[{index}]!"),
        (true, ParameterShape.Scalar) => null,
        (true, ParameterShape.Jagged) => $"((Array[])a[{index}]!).Sum(row => row.Length)",
        (true, _) => $"((Array)a[{index}]!).Length",
    };
}
