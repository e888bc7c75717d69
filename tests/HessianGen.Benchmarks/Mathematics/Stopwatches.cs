using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Benchmarks.Mathematics;

/// <summary>Times loops against each other on a shared machine: in turns, the median of all turns.</summary>
internal static class Stopwatches
{
    private const int Elements = 2048, Turns = 151, WarmUp = 60;

    /// <summary>Nanoseconds an element; NaN for a loop that is null.</summary>
    public static double[] Time<T>((Domain X, Domain Y) domain, IReadOnlyList<Loop<T>?> loops) where T : unmanaged, INumber<T>
    {
        Samples<T> samples = Samples<T>.Of(domain, Elements);
        Span<T> x = Aligned<T>(), y = Aligned<T>(), result = Aligned<T>();
        samples.X.CopyTo(x);
        samples.Y.CopyTo(y);

        double[][] times = [.. loops.Select(_ => new double[Turns])];
        for (int turn = -WarmUp; turn < Turns; turn++)
        {
            for (int i = 0; i < loops.Count; i++)
            {
                if (loops[i] is not { } loop) continue;
                long start = Stopwatch.GetTimestamp();
                loop(x, y, result);
                loop(x, y, result);
                if (turn >= 0) times[i][turn] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (2 * Elements);
            }
        }
        return [.. times.Select((t, i) => loops[i] is null ? double.NaN : Median(t))];
    }

    // Pinned, so that the address stays a multiple of 64.
    private static Span<T> Aligned<T>() where T : unmanaged
    {
        T[] array = GC.AllocateArray<T>(Elements + 16, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        int skip = (int)((64 - address % 64) % 64) / Marshal.SizeOf<T>();
        return array.AsSpan(skip, Elements);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
