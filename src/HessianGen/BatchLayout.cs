using System.Runtime.CompilerServices;

namespace HessianGen;

/// <summary>How members ending in <c>Batch</c> lay out the data of many instances: a row for each number of one instance, in it an element for each instance.</summary>
/// <remarks>
/// Number k of instance p is element k·stride + p. Neighbouring instances are neighbours in memory, so that vectors of instances are loaded
/// and stored whole; what is beyond the last instance of a row is padding, which nobody reads or writes.
/// </remarks>
public static class BatchLayout
{
    private const int CacheLine = 64;

    /// <summary>A good number of elements for the rows of <paramref name="count"/> instances in double precision.</summary>
    /// <inheritdoc cref="Stride{T}(int)"/>
    public static int Stride(int count) => Stride<double>(count);

    /// <summary>A good number of elements for the rows of <paramref name="count"/> instances: whole cache lines, and an odd number of them.</summary>
    /// <remarks>
    /// One instance touches one line of every row. A cache finds its lines by the last bits of the address: with rows a power of two apart, all those lines
    /// compete for the same few places, which made a Hessian of four variables four times as slow.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static int Stride<T>(int count)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int perLine = Math.Max(1, CacheLine / Unsafe.SizeOf<T>());
        int lines = (int)(((long)count + perLine - 1) / perLine);
        return checked((lines | 1) * perLine);
    }

    /// <summary>Lays out instances that stand one after another, each with its numbers together, in rows.</summary>
    /// <param name="instances">Number k of instance p is element p·n + k; n is the length divided by <paramref name="count"/>.</param>
    /// <param name="count">How many instances there are.</param>
    /// <param name="stride">How many elements a row has.</param>
    /// <param name="rows">Number k of instance p becomes element k·stride + p; the padding stays as it is.</param>
    /// <exception cref="ArgumentException">A length is not that of <paramref name="count"/> instances, or the spans overlap.</exception>
    public static void ToRows<T>(ReadOnlySpan<T> instances, int count, int stride, Span<T> rows)
    {
        int n = Numbers(instances.Length, rows.Length, count, stride, instances.Overlaps(rows));
        for (int p = 0; p < count; p++)
        {
            for (int k = 0; k < n; k++) rows[k * stride + p] = instances[p * n + k];
        }
    }

    /// <summary>The way back from <see cref="ToRows{T}"/>.</summary>
    /// <param name="rows">Number k of instance p is element k·stride + p.</param>
    /// <param name="count">How many instances there are.</param>
    /// <param name="stride">How many elements a row has.</param>
    /// <param name="instances">Number k of instance p becomes element p·n + k; n is the length divided by <paramref name="count"/>.</param>
    /// <exception cref="ArgumentException">A length is not that of <paramref name="count"/> instances, or the spans overlap.</exception>
    public static void FromRows<T>(ReadOnlySpan<T> rows, int count, int stride, Span<T> instances)
    {
        int n = Numbers(instances.Length, rows.Length, count, stride, rows.Overlaps(instances));
        for (int p = 0; p < count; p++)
        {
            for (int k = 0; k < n; k++) instances[p * n + k] = rows[k * stride + p];
        }
    }

    private static int Numbers(int instances, int rows, int count, int stride, bool overlap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, count);
        int n = count == 0 ? 0 : instances / count;
        if ((long)n * count != instances) throw new ArgumentException($"The length {instances} is not that of {count} instances.", nameof(instances));
        if (count > 0 && (long)n * stride != rows) throw new ArgumentException($"The length {rows} is not that of {n} rows of {stride} elements.", nameof(rows));
        if (overlap) throw new ArgumentException("Rows and instances must not overlap.", nameof(rows));
        return n;
    }
}
