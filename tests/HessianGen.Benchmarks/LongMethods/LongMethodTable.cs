using System.Diagnostics;
using System.Globalization;
using System.Text;
using HessianGen.Benchmarks.Compare;
using HessianGen.Generator;
using HessianGen.Testing.Generation;

namespace HessianGen.Benchmarks.LongMethods;

/// <summary>The command that generates, compiles and times gradients of straight-line methods of growing length: past what RyuJIT optimises in one piece.</summary>
internal static class LongMethodTable
{
    private const int Chains = 16;

    /// <summary>Statements that compute something; those that read an element of the variable come before them.</summary>
    private static readonly int[] s_lengths = [60, 300, 1000, 5000];

    private delegate double Gradient(ReadOnlySpan<double> x, Span<double> gradient);

    /// <summary>Prints a line for each length: what a statement of the method costs in the gradient, against the same of the shortest.</summary>
    public static void Write(TextWriter output)
    {
        output.WriteLine($"{"statements",10}{"generator",14}{"gradient",14}{"per statement",16}{"ratio",8}");
        Problem problem = new("chains", Chains) { Variables = new(Chains, i => 0.3 + 0.01 * i), Directions = new(Chains, i => 1) };
        List<Contender> contenders = [];
        List<TimeSpan> generations = [];
        foreach (int length in s_lengths)
        {
            long start = Stopwatch.GetTimestamp();
            GeneratorOutcome outcome = new GeneratorHarness(new DerivativeGenerator()).RunOnce(Source(length));
            generations.Add(Stopwatch.GetElapsedTime(start));
            Gradient gradient = outcome.Load().GetType("Long")!.GetMethod("FGradient")!.CreateDelegate<Gradient>();
            Row row = new($"{length} statements", problem, "gradient", Chains, (p, result) => gradient(p.Variables, result), null);
            contenders.Add(new ManagedContender("ours", row, row.Ours));
        }

        Timing[] timings = Interleaved.Measure(contenders);
        double[] costs = [.. timings.Zip(s_lengths, (timing, length) => timing.Median / length)];
        for (int k = 0; k < s_lengths.Length; k++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{s_lengths[k],10}{generations[k].TotalSeconds,12:F2} s{timings[k].Median / 1000,11:F2} us{costs[k],13:F3} ns{costs[k] / costs[0],8:F2}"));
        }

        output.WriteLine("generator: parsing, generating and the compiler's front end, the first time including its own warming up");
    }

    /// <summary>Independent chains, so that a statement waits for the one <see cref="Chains"/> before it only.</summary>
    private static string Source(int length)
    {
        StringBuilder text = new();
        for (int i = 0; i < Chains; i++) text.AppendLine(CultureInfo.InvariantCulture, $"double t{i} = x[{i}];");
        for (int i = Chains; i < Chains + length; i++) text.AppendLine(CultureInfo.InvariantCulture, $"double t{i} = t{i - Chains} * (0.9 + 0.1 * t{i - Chains});");
        return $$"""
            using System;
            using HessianGen;

            public static partial class Long
            {
                [Differentiable(Derivatives.Gradient)]
                public static double F(ReadOnlySpan<double> x)
                {
                    {{text}}
                    return {{string.Join(" + ", Enumerable.Range(length, Chains).Select(i => $"t{i}"))}};
                }
            }
            """;
    }
}
