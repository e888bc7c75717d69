using System.Reflection;
using HessianGen.Generator;
using HessianGen.Testing.Generation;

namespace HessianGen.Conformance.Tests.Documentation;

/// <summary>The example of docs/batches.md, as it stands there, gives the Greeks of the textbooks.</summary>
public sealed class BatchesPageTests
{
    [Fact]
    public void TheExample_GivesTheGreeks()
    {
        string source = DocumentationPage.Example("batches.md");
        MethodInfo greeks = new GeneratorHarness(new DerivativeGenerator()).Run(source).Load().GetType("Greeks")!.GetMethod("Of")!;
        const int count = 37;
        const double rate = 0.03;
        double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
        double[] spots = Each(p => 80 + p), volatilities = Each(p => 0.1 + 0.01 * p), strikes = Each(p => 120 - p), years = Each(p => 0.25 + 0.1 * p);
        var (delta, vega, gamma, vanna, volga) = ((double[], double[], double[], double[], double[]))greeks.Invoke(null, [spots, volatilities, strikes, years, rate])!;
        for (int p = 0; p < count; p++)
        {
            double s = spots[p], v = volatilities[p], t = years[p], root = Math.Sqrt(t);
            double d1 = (Math.Log(s / strikes[p]) + (rate + v * v / 2) * t) / (v * root), d2 = d1 - v * root, density = SpecialFunctions.NormalPdf(d1);
            Close.To(SpecialFunctions.NormalCdf(d1), delta[p], 1e-12, $"delta of {p}");
            Close.To(s * density * root, vega[p], 1e-12, $"vega of {p}");
            Close.To(density / (s * v * root), gamma[p], 1e-12, $"gamma of {p}");
            Close.To(-density * d2 / v, vanna[p], 1e-12, $"vanna of {p}");
            Close.To(s * density * root * d1 * d2 / v, volga[p], 1e-10, $"volga of {p}");
        }
    }
}
