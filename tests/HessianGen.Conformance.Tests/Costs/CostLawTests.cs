using Corpus;
using HessianGen.Benchmarks.Costs;
using HessianGen.Generator;
using HessianGen.Testing.Generation;

namespace HessianGen.Conformance.Tests.Costs;

/// <summary>What derivatives may cost, kept by every method of the corpus but for those that are listed with their reasons.</summary>
public sealed class CostLawTests
{
    private const string Network = """
        using System;
        using HessianGen;
        public static partial class Subject
        {
            private const int Inputs = INPUTS, Hidden = HIDDEN;

            [Differentiable(Derivatives.Gradient | Derivatives.HessianVectorProduct)]
            public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
            {
                double loss = 0;
                for (int n = 0; n < y.Length; n++)
                {
                    double output = 0;
                    for (int j = 0; j < Hidden; j++)
                    {
                        double sum = 0;
                        for (int i = 0; i < Inputs; i++) sum += w[j * Inputs + i] * x[n * Inputs + i];
                        output += w[Hidden * Inputs + j] * Math.Tanh(sum);
                    }

                    loss += (output - y[n]) * (output - y[n]);
                }

                return loss;
            }
        }
        """;

    public static TheoryData<string> Rows => [.. CostTable.Rows.Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void EveryLawHolds_OrItsExceptionIsListed(string name)
    {
        MethodCosts costs = MethodCosts.Of(CorpusTable.Of(name));
        Assert.All(CostLaw.All, law =>
        {
            double ratio = law.Ratio(costs), bound = CostException.Of(law, name)?.Bound ?? law.Bound;
            Assert.True(ratio <= bound, $"{law.Name} of {name} is {ratio:f2}, more than {bound}");
            Assert.True(bound == law.Bound || ratio > law.Bound, $"{law.Name} of {name} is {ratio:f2}: it needs no exception any more");
        });
    }

    [Fact]
    public void ExceptionsAreOfMethodsThatExist() =>
        Assert.Empty(CostException.All.SelectMany(e => e.Methods).Except(CostTable.Rows.Select(row => row.Name)));

    /// <summary>Of sizes beyond what lies on the stack: opening the workspace is a line.</summary>
    [Fact]
    public void LinesDoNotDependOnSizes() => Assert.Equal(Lines(inputs: 40, hidden: 100), Lines(inputs: 4000, hidden: 5000));

    private static int[] Lines(int inputs, int hidden) =>
        [.. new GeneratorHarness(new DerivativeGenerator()).Run(Network.Replace("INPUTS", $"{inputs}").Replace("HIDDEN", $"{hidden}")).Texts.Select(file => file.Text.Count(c => c == '\n'))];
}
