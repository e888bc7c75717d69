using System.Reflection;
using HessianGen.Generator;
using HessianGen.Testing.Generation;

namespace HessianGen.Conformance.Tests.Documentation;

/// <summary>The example of docs/sparse.md, as it stands there, finds the minimum.</summary>
public sealed class SparsePageTests
{
    [Fact]
    public void TheExample_FindsTheMinimum()
    {
        const double roughness = 5;
        string source = DocumentationPage.Example("sparse.md");
        MethodInfo smooth = new GeneratorHarness(new DerivativeGenerator()).Run(source).Load().GetType("Signal")!.GetMethod("Smooth")!;
        double[] measured = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(0.01 * i) + 0.1 * Math.Sin(37.0 * i * i))];
        double[] u = (double[])smooth.Invoke(null, [measured, roughness, 10])!;
        double[] slopes = [.. Enumerable.Range(0, 999).Select(i => roughness * (u[i + 1] - u[i]) / Math.Sqrt(1 + (u[i + 1] - u[i]) * (u[i + 1] - u[i])))];
        double[] gradient = [.. Enumerable.Range(0, 1000).Select(i => u[i] - measured[i] + (i > 0 ? slopes[i - 1] : 0) - (i < 999 ? slopes[i] : 0))];
        Close.To(new double[1000], gradient, 1e-12, "gradient at the minimum");
        Assert.NotEqual(measured, u);
    }
}
