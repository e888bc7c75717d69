using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>What holds for every sparse Hessian.</summary>
internal static class SparseChecks
{
    /// <summary>Value, gradient and all entries are those of hyper-dual numbers, and what the pattern leaves out is zero. Returns the pattern.</summary>
    public static SparsityPattern AgreesWithHyperDualNumbers(SparseMembers members, HyperDualOracle oracle, ArgumentList arguments, double tolerance, string name)
    {
        int n = arguments.Point.Length;
        SparsityPattern pattern = members.Pattern(arguments.Copy());
        double[] gradient = Garbage(n), values = Garbage(pattern.Count), dense = new double[n * n];
        double value = members.Hessian(arguments.Copy(), pattern, gradient, values);
        pattern.ToDense(values, dense);
        Close.To(oracle.Value(arguments), value, tolerance, $"value of {name} at {n}");
        Close.To(oracle.Gradient(arguments), gradient, tolerance, $"gradient of {name} at {n}");
        Close.To(oracle.Hessian(arguments), dense, tolerance, $"Hessian of {name} at {n}");
        return pattern;
    }

    /// <summary>What a member must overwrite.</summary>
    public static double[] Garbage(int length) => [.. Enumerable.Repeat(double.NaN, length)];
}
