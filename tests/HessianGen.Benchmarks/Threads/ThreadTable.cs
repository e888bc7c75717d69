using System.Globalization;
using HessianGen.Benchmarks.Compare;

namespace HessianGen.Benchmarks.Threads;

/// <summary>The command that times sums over samples on several threads: wall time, serial member against <see cref="ParallelObjective"/>.</summary>
internal static class ThreadTable
{
    private const int NameWidth = 16, Width = 12;

    /// <summary>A turn of many calls, as an optimiser makes them: the first one wakes the helpers.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(10);

    private static readonly int[] s_threads = [.. new[] { 1, 2, 4, 8, 16 }.Where(t => t <= Math.Max(2, Environment.ProcessorCount))];

    /// <summary>Prints the table; returns the exit code: 1 where threads change a bit.</summary>
    public static int Run(TextWriter output, TextWriter log)
    {
        output.WriteLine($"{Environment.ProcessorCount} processors");
        output.WriteLine(Line("", ["serial", .. s_threads.Select(t => t == 1 ? "1 thread" : $"{t} threads"), .. s_threads.Skip(1).Select(t => $"speed-up {t}")]));
        double disturbance = 1;
        foreach ((string name, Problem problem, IHessianVectorSumObjective sum) in Sums.All)
        {
            ParallelHessianVectorObjective[] parallel = [.. s_threads.Select(t => new ParallelHessianVectorObjective(sum) { MaxDegreeOfParallelism = t })];
            foreach ((string quantity, Func<IHessianVectorObjective, Computation> computation) in new[] { ("gradient", Gradient()), ("HVP", Product()) })
            {
                Row row = new($"{name} {quantity}", problem, quantity, problem.Variables.Length, computation(sum), null);
                Contender[] contenders = [new ManagedContender("serial", row, computation(sum)), .. parallel.Select(p => new ManagedContender("threads", row, computation(p)))];
                foreach (Contender contender in contenders) contender.Repeat(1);
                if (contenders.Skip(2).Any(c => !c.Result.Span.SequenceEqual(contenders[1].Result.Span)))
                {
                    log.WriteLine($"{row.Name}: the number of threads changes the result");
                    return 1;
                }

                Timing[] timings = Interleaved.Measure(contenders, s_turn);
                disturbance = Math.Max(disturbance, timings.Max(t => t.Disturbance));
                output.WriteLine(Line(row.Name, [
                    .. timings.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Median / 1000:F1} us")),
                    .. timings.Skip(2).Select(t => (timings[0].Median / t.Median).ToString("F2", CultureInfo.InvariantCulture))]));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"disturbance: up to {disturbance:F2} (a median over the fastest sample of the same; 1 on a quiet machine)"));
        return 0;
    }

    private static Func<IHessianVectorObjective, Computation> Gradient() => objective => (p, result) => objective.Gradient(p.Variables, result);

    private static Func<IHessianVectorObjective, Computation> Product() => objective => (p, result) =>
    {
        objective.HessianVectorProduct(p.Variables, p.Direction(0), result);
        return 0;
    };

    private static string Line(string name, IEnumerable<string> cells) => name.PadRight(NameWidth) + string.Concat(cells.Select(c => c.PadLeft(Width)));
}
