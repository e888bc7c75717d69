using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Optimization;

/// <summary>The vector operations of the minimisers, with the same bits on every machine: sums run in 16 fixed lanes, products are not fused.</summary>
internal static class Vectors
{
    private const int Lanes = 8;

    /// <summary>Σᵢ x[i]·y[i], for spans of equal length.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref double x0 = ref MemoryMarshal.GetReference(x), y0 = ref MemoryMarshal.GetReference(y);
        Vector512<double> even = default, odd = default;
        int i = 0;
        for (; i <= x.Length - 2 * Lanes; i += 2 * Lanes)
        {
            even += Vector512.LoadUnsafe(ref x0, (nuint)i) * Vector512.LoadUnsafe(ref y0, (nuint)i);
            odd += Vector512.LoadUnsafe(ref x0, (nuint)(i + Lanes)) * Vector512.LoadUnsafe(ref y0, (nuint)(i + Lanes));
        }

        Span<double> lanes = stackalloc double[Lanes];
        (even + odd).CopyTo(lanes);
        double sum = 0;
        foreach (double lane in lanes) sum += lane;
        for (; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>‖x‖₂, without overflow or underflow on the way.</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        double square = Dot(x, x);
        if (double.IsNormal(square) || double.IsNaN(square)) return Math.Sqrt(square);

        double largest = 0;
        foreach (double element in x) largest = Math.Max(largest, Math.Abs(element));
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        double scaled = 0;
        foreach (double element in x) scaled += element / largest * (element / largest);
        return largest * Math.Sqrt(scaled);
    }

    /// <summary>y ← y + a·x.</summary>
    public static void AddScaled(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double x0 = ref MemoryMarshal.GetReference(x), y0 = ref MemoryMarshal.GetReference(y);
        Vector512<double> factor = Vector512.Create(a);
        int i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            (Vector512.LoadUnsafe(ref y0, (nuint)i) + factor * Vector512.LoadUnsafe(ref x0, (nuint)i)).StoreUnsafe(ref y0, (nuint)i);
        for (; i < x.Length; i++) y[i] += a * x[i];
    }

    /// <summary>z ← x + a·y.</summary>
    public static void Sum(ReadOnlySpan<double> x, double a, ReadOnlySpan<double> y, Span<double> z)
    {
        ref double x0 = ref MemoryMarshal.GetReference(x), y0 = ref MemoryMarshal.GetReference(y), z0 = ref MemoryMarshal.GetReference(z);
        Vector512<double> factor = Vector512.Create(a);
        int i = 0;
        for (; i <= z.Length - Lanes; i += Lanes)
            (Vector512.LoadUnsafe(ref x0, (nuint)i) + factor * Vector512.LoadUnsafe(ref y0, (nuint)i)).StoreUnsafe(ref z0, (nuint)i);
        for (; i < z.Length; i++) z[i] = x[i] + a * y[i];
    }

    /// <summary>No element is NaN or infinite.</summary>
    public static bool AreFinite(ReadOnlySpan<double> x)
    {
        foreach (double element in x)
        {
            if (!double.IsFinite(element)) return false;
        }
        return true;
    }
}
