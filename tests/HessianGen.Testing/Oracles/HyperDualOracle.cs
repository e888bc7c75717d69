using System.Reflection;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Testing.Oracles;

/// <summary>
/// Exact derivatives of a method by running <em>its own source</em> on hyper-dual numbers: every oracle value is one
/// evaluation of the rewritten program, so nothing is shared with a compiler that differentiates.
/// </summary>
public sealed class HyperDualOracle
{
    private readonly Func<object[], HyperDual> _evaluate;

    private HyperDualOracle(SubjectMethod method, Func<object[], HyperDual> evaluate) => (Method, _evaluate) = (method, evaluate);

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>Rewrites and compiles the one differentiable method of these sources.</summary>
    /// <exception cref="HarnessException">The source uses something that hyper-dual numbers cannot follow.</exception>
    public static HyperDualOracle Of(params string[] sources)
    {
        CSharpCompilation original = InMemory.Compile(sources);
        SubjectMethod method = SubjectMethod.In(original);
        SubjectMethod lifted = method with
        {
            Parameters = [.. method.Parameters.Select(p => p.IsReal ? p with { Element = HyperDualRewriter.Number } : p)],
        };
        string shim = $$"""
            internal static class HyperDualShim
            {
                public static {{HyperDualRewriter.Number}} Value(object[] a) => {{method.Type}}.{{method.Name}}({{lifted.ArgumentList("a")}});
            }
            """;
        Assembly assembly = InMemory.Load(HyperDualRewriter.Rewrite(original).AddSyntaxTrees(InMemory.Parse(shim, "HyperDualShim.cs")));
        return new(method, assembly.GetType("HyperDualShim")!.GetMethod("Value")!.CreateDelegate<Func<object[], HyperDual>>());
    }

    /// <summary>f at the point of the arguments.</summary>
    public double Value(ArgumentList arguments) => Evaluate(arguments, _ => 0, _ => 0).Value;

    /// <summary>f with the variables moved to another point; never rounded to single precision.</summary>
    public double Value(ArgumentList arguments, double[] point) =>
        _evaluate(arguments.Map<HyperDual>((slot, _) => point[slot], value => value)).Value;

    /// <summary>∂f/∂xₖ: n evaluations.</summary>
    public double[] Gradient(ArgumentList arguments) => Gradient(arguments, arguments.Point);

    /// <summary>∂f/∂xₖ with the variables moved to another point.</summary>
    public double[] Gradient(ArgumentList arguments, double[] point) => ForEachVariable(point.Length, k =>
        _evaluate(arguments.Map<HyperDual>((slot, _) => new(point[slot], slot == k ? 1 : 0, 0, 0), value => value)).First);

    /// <summary>∇²f·v: n evaluations.</summary>
    public double[] HessianVectorProduct(ArgumentList arguments, double[] v) => ForEachVariable(arguments.Point.Length, k =>
        Evaluate(arguments, slot => v[slot], slot => slot == k ? 1 : 0).Mixed);

    /// <summary>∂²f/∂xₖ²: n evaluations.</summary>
    public double[] HessianDiagonal(ArgumentList arguments) => ForEachVariable(arguments.Point.Length, k =>
        Evaluate(arguments, slot => slot == k ? 1 : 0, slot => slot == k ? 1 : 0).Mixed);

    /// <summary>∇²f, row-major and symmetric: n(n+1)/2 evaluations.</summary>
    public double[] Hessian(ArgumentList arguments)
    {
        int n = arguments.Point.Length;
        double[] hessian = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double entry = Evaluate(arguments, slot => slot == i ? 1 : 0, slot => slot == j ? 1 : 0).Mixed;
                hessian[i * n + j] = hessian[j * n + i] = entry;
            }
        }

        return hessian;
    }

    private HyperDual Evaluate(ArgumentList arguments, Func<int, double> first, Func<int, double> second) => _evaluate(
        arguments.Map<HyperDual>((slot, value) => new(value, first(slot), second(slot), 0), value => value));

    private static double[] ForEachVariable(int n, Func<int, double> entry) => [.. Enumerable.Range(0, n).Select(entry)];
}
