using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HessianGen.Runtime;

public static partial class Lanes
{
    /// <summary>The sums of eight vectors, the first in the first lane: each the same as <see cref="Sum{T}(Vector512{T})"/>, by one tree of shuffles.</summary>
    [MethodImpl(Inline)]
    public static Vector512<double> Sums(
        Vector512<double> x0, Vector512<double> x1, Vector512<double> x2, Vector512<double> x3, Vector512<double> x4, Vector512<double> x5, Vector512<double> x6, Vector512<double> x7)
    {
        if (!Avx512F.IsSupported) return Vector512.Create(Sum(x0), Sum(x1), Sum(x2), Sum(x3), Sum(x4), Sum(x5), Sum(x6), Sum(x7));
        Vector512<double> even = Quarters(Halves(x0, x2), Halves(x4, x6)), odd = Quarters(Halves(x1, x3), Halves(x5, x7));
        return Avx512F.UnpackLow(even, odd) + Avx512F.UnpackHigh(even, odd);

        static Vector512<double> Halves(Vector512<double> x, Vector512<double> y) => Avx512F.Shuffle4x128(x, y, 0x44) + Avx512F.Shuffle4x128(x, y, 0xEE);
        static Vector512<double> Quarters(Vector512<double> x, Vector512<double> y) => Avx512F.Shuffle4x128(x, y, 0x88) + Avx512F.Shuffle4x128(x, y, 0xDD);
    }

    /// <summary>The sums of four groups of lanes, each of a lower and an upper half.</summary>
    [MethodImpl(Inline)]
    public static Vector256<double> Sums(
        Vector256<double> lower0, Vector256<double> upper0, Vector256<double> lower1, Vector256<double> upper1, Vector256<double> lower2, Vector256<double> upper2, Vector256<double> lower3, Vector256<double> upper3)
    {
        if (!Avx.IsSupported) return Vector256.Create(Sum(lower0, upper0), Sum(lower1, upper1), Sum(lower2, upper2), Sum(lower3, upper3));
        Vector256<double> even = Halves(lower0 + upper0, lower2 + upper2), odd = Halves(lower1 + upper1, lower3 + upper3);
        return Avx.UnpackLow(even, odd) + Avx.UnpackHigh(even, odd);

        static Vector256<double> Halves(Vector256<double> x, Vector256<double> y) => Avx.Permute2x128(x, y, 0x20) + Avx.Permute2x128(x, y, 0x31);
    }
}
