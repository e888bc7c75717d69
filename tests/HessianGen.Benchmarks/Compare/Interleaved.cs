using System.Diagnostics;

namespace HessianGen.Benchmarks.Compare;

/// <summary>Times contenders in turns, so that a disturbance meets all of them.</summary>
internal static class Interleaved
{
    private const int Rounds = 40;

    private static readonly TimeSpan s_sample = TimeSpan.FromMilliseconds(2.5);

    /// <param name="sample">How long a turn is about; unless given, short enough to see one core undisturbed.</param>
    public static Timing[] Measure(IReadOnlyList<Contender> contenders, TimeSpan? sample = null)
    {
        long[] times = [.. contenders.Select(contender => Calibrate(contender, sample ?? s_sample))];
        double[][] samples = [.. contenders.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++) samples[i][round] = Time(contenders[i], times[i]).TotalNanoseconds / times[i];
        }

        return [.. samples.Select(Summarize)];
    }

    // How often to compute in a sample; the doubling warms up as well.
    private static long Calibrate(Contender contender, TimeSpan sample)
    {
        contender.Repeat(1);
        long times = 1;
        TimeSpan elapsed = Time(contender, times);
        while (elapsed < sample / 2)
        {
            times *= 2;
            elapsed = Time(contender, times);
        }

        return Math.Max(1, (long)(times * (sample / elapsed)));
    }

    private static TimeSpan Time(Contender contender, long times)
    {
        long start = Stopwatch.GetTimestamp();
        contender.Repeat(times);
        return Stopwatch.GetElapsedTime(start);
    }

    private static Timing Summarize(double[] samples)
    {
        Array.Sort(samples);
        return new((samples[Rounds / 2 - 1] + samples[Rounds / 2]) / 2, samples[0]);
    }
}
