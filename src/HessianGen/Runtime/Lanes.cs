using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace HessianGen.Runtime;

/// <summary>What generated code needs to work on several numbers at once, beyond .NET's vectors: checked memory access, masks as bits, sums in a fixed order.</summary>
/// <remarks>
/// Bit l of a <c>ulong</c> stands for lane l. A lane whose bit is not set reads zero and writes nothing, wherever it points.
/// Sums fold 512 bits to 256, 128 and 64, whatever the machine has: the same bits everywhere.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>True where code for 512 bits is the fastest.</summary>
    public static bool Has512
    {
        [MethodImpl(Inline)]
        get => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;
    }

    /// <summary>True where code for 256 bits is faster than scalar code: the machine multiplies and adds in one operation.</summary>
    public static bool Has256
    {
        [MethodImpl(Inline)]
        get => Vector256.IsHardwareAccelerated && Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>Lane l reads element <paramref name="index"/> + l·<paramref name="stride"/>.</summary>
    [MethodImpl(Inline)]
    public static Vector512<double> Gather512(ReadOnlySpan<double> span, int index, int stride)
    {
        ref readonly double start = ref ReadStrided(span, index, stride, 8);
        nint step = stride;
        return Vector512.Create(
            start, At(in start, step), At(in start, 2 * step), At(in start, 3 * step), At(in start, 4 * step), At(in start, 5 * step), At(in start, 6 * step), At(in start, 7 * step));
    }

    /// <inheritdoc cref="Gather512(ReadOnlySpan{double}, int, int)"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Gather256(ReadOnlySpan<double> span, int index, int stride)
    {
        ref readonly double start = ref ReadStrided(span, index, stride, 4);
        nint step = stride;
        return Vector256.Create(start, At(in start, step), At(in start, 2 * step), At(in start, 3 * step));
    }

    /// <inheritdoc cref="Gather512(ReadOnlySpan{double}, int, int)"/>
    public static Vector512<float> Gather512(ReadOnlySpan<float> span, int index, int stride) =>
        Vector512.Create(Gather256(span, index, stride), Gather256(span, index + 8 * stride, stride));

    /// <inheritdoc cref="Gather512(ReadOnlySpan{double}, int, int)"/>
    public static Vector256<float> Gather256(ReadOnlySpan<float> span, int index, int stride)
    {
        ref readonly float start = ref ReadStrided(span, index, stride, 8);
        nint step = stride;
        return Vector256.Create(
            start, At(in start, step), At(in start, 2 * step), At(in start, 3 * step), At(in start, 4 * step), At(in start, 5 * step), At(in start, 6 * step), At(in start, 7 * step));
    }

    /// <summary>Lane l reads element <paramref name="index"/> + l·<paramref name="stride"/> where its bit is set, else zero.</summary>
    public static Vector512<T> Gather512<T>(ReadOnlySpan<T> span, int index, int stride, ulong lanes) where T : unmanaged
    {
        Vector512<T> result = default;
        Gather(span, index, stride, lanes, Vector512<T>.Count, ref Unsafe.As<Vector512<T>, T>(ref result));
        return result;
    }

    /// <inheritdoc cref="Gather512{T}"/>
    public static Vector256<T> Gather256<T>(ReadOnlySpan<T> span, int index, int stride, ulong lanes) where T : unmanaged
    {
        Vector256<T> result = default;
        Gather(span, index, stride, lanes, Vector256<T>.Count, ref Unsafe.As<Vector256<T>, T>(ref result));
        return result;
    }

    /// <summary>Consecutive elements, one for each lane whose bit is set; the other lanes read something.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> Load512<T>(ReadOnlySpan<T> span, int index, ulong lanes) where T : unmanaged =>
        (uint)index < Starts(span.Length, Vector512<T>.Count) ? Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(span), (nuint)index) : Gather512(span, index, 1, lanes);

    /// <inheritdoc cref="Load512{T}"/>
    [MethodImpl(Inline)]
    public static Vector256<T> Load256<T>(ReadOnlySpan<T> span, int index, ulong lanes) where T : unmanaged =>
        (uint)index < Starts(span.Length, Vector256<T>.Count) ? Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(span), (nuint)index) : Gather256(span, index, 1, lanes);

    /// <summary>Stores consecutive elements, one for each lane whose bit is set.</summary>
    [MethodImpl(Inline)]
    public static void Store<T>(Span<T> span, int index, Vector512<T> values, ulong lanes) where T : unmanaged
    {
        if ((uint)index < Starts(span.Length, Vector512<T>.Count))
        {
            ref T start = ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index);
            Vector512.ConditionalSelect(Mask512<T>(lanes), values, Vector512.LoadUnsafe(ref start)).StoreUnsafe(ref start);
        }
        else
        {
            Scatter(span, index, 1, values, lanes);
        }
    }

    /// <inheritdoc cref="Store{T}(Span{T}, int, Vector512{T}, ulong)"/>
    [MethodImpl(Inline)]
    public static void Store<T>(Span<T> span, int index, Vector256<T> values, ulong lanes) where T : unmanaged
    {
        if ((uint)index < Starts(span.Length, Vector256<T>.Count))
        {
            ref T start = ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index);
            Vector256.ConditionalSelect(Mask256<T>(lanes), values, Vector256.LoadUnsafe(ref start)).StoreUnsafe(ref start);
        }
        else
        {
            Scatter(span, index, 1, values, lanes);
        }
    }

    /// <summary>Packs rows, one for each lane: <c>target[r·count + l] = source[index + l·stride + r]</c>; a lane whose bit is not set gets zeros.</summary>
    /// <remarks>A row has <paramref name="length"/> elements; <paramref name="count"/>, the number of lanes, is a multiple of four.</remarks>
    public static void Pack<T>(ReadOnlySpan<T> source, int index, int stride, int length, Span<T> target, int count, ulong lanes) where T : unmanaged
    {
        if (length <= 0) return;
        int last = 63 - BitOperations.LeadingZeroCount(count == 64 ? lanes : lanes & (1ul << count) - 1);
        if (last < 0) return;
        long end = index + (long)last * stride;
        if (index < 0 || end < 0 || Math.Max(index, end) + length > source.Length || (long)length * count > target.Length) ThrowOutside();
        for (int lane = 0; lane < count; lane += 4)
        {
            bool isFull = (lanes >> lane & 15) == 15;
            if (isFull && typeof(T) == typeof(double) && Avx.IsSupported)
            {
                PackFour(MemoryMarshal.Cast<T, double>(source), index + lane * stride, stride, length, MemoryMarshal.Cast<T, double>(target), lane, count);
                continue;
            }

            for (int l = lane; l < lane + 4; l++)
            {
                bool isOn = (lanes >> l & 1) != 0;
                for (int r = 0; r < length; r++) target[r * count + l] = isOn ? source[index + l * stride + r] : default;
            }
        }
    }

    /// <summary>Four rows of doubles: blocks of 4 × 4, transposed.</summary>
    private static void PackFour(ReadOnlySpan<double> source, int index, int stride, int length, Span<double> target, int lane, int count)
    {
        ref double from = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), index), to = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), lane);
        nint row = stride, column = count;
        int r = 0;
        for (; r <= length - 4; r += 4)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref from, (nuint)r), b = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, row), (nuint)r);
            Vector256<double> c = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, 2 * row), (nuint)r), d = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, 3 * row), (nuint)r);
            Vector256<double> even = Avx.UnpackLow(a, b), odd = Avx.UnpackHigh(a, b), evens = Avx.UnpackLow(c, d), odds = Avx.UnpackHigh(c, d);
            Avx.Permute2x128(even, evens, 0x20).StoreUnsafe(ref Unsafe.Add(ref to, r * column));
            Avx.Permute2x128(odd, odds, 0x20).StoreUnsafe(ref Unsafe.Add(ref to, (r + 1) * column));
            Avx.Permute2x128(even, evens, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, (r + 2) * column));
            Avx.Permute2x128(odd, odds, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, (r + 3) * column));
        }

        for (; r < length; r++)
        {
            for (int l = 0; l < 4; l++) Unsafe.Add(ref to, r * column + l) = Unsafe.Add(ref from, l * row + r);
        }
    }

    /// <summary>Lane l stores to element <paramref name="index"/> + l·<paramref name="stride"/> where its bit is set.</summary>
    public static void Scatter<T>(Span<T> span, int index, int stride, Vector512<T> values, ulong lanes) where T : unmanaged =>
        Scatter(span, index, stride, ref Unsafe.As<Vector512<T>, T>(ref values), Vector512<T>.Count, lanes);

    /// <inheritdoc cref="Scatter{T}(Span{T}, int, int, Vector512{T}, ulong)"/>
    public static void Scatter<T>(Span<T> span, int index, int stride, Vector256<T> values, ulong lanes) where T : unmanaged =>
        Scatter(span, index, stride, ref Unsafe.As<Vector256<T>, T>(ref values), Vector256<T>.Count, lanes);

    /// <summary>Lane l adds to element <paramref name="index"/> + l·<paramref name="stride"/> where its bit is set, the first lane first.</summary>
    public static void ScatterAdd<T>(Span<T> span, int index, int stride, Vector512<T> values, ulong lanes) where T : unmanaged, INumber<T> =>
        ScatterAdd(span, index, stride, ref Unsafe.As<Vector512<T>, T>(ref values), Vector512<T>.Count, lanes);

    /// <inheritdoc cref="ScatterAdd{T}(Span{T}, int, int, Vector512{T}, ulong)"/>
    public static void ScatterAdd<T>(Span<T> span, int index, int stride, Vector256<T> values, ulong lanes) where T : unmanaged, INumber<T> =>
        ScatterAdd(span, index, stride, ref Unsafe.As<Vector256<T>, T>(ref values), Vector256<T>.Count, lanes);

    /// <summary>The numbers <paramref name="start"/> + l·<paramref name="stride"/>.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> Numbers512<T>(int start, int stride)
    {
        Vector256<int> integers = Vector256.Create(start) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) * stride;
        if (typeof(T) == typeof(float)) return Vector512.Create(Vector256.ConvertToSingle(integers), Vector256.ConvertToSingle(integers + Vector256.Create(8 * stride))).As<float, T>();
        return Vector512.Create(ToDouble(integers.GetLower()), ToDouble(integers.GetUpper())).As<double, T>();
    }

    /// <inheritdoc cref="Numbers512{T}"/>
    [MethodImpl(Inline)]
    public static Vector256<T> Numbers256<T>(int start, int stride)
    {
        Vector256<int> integers = Vector256.Create(start) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) * stride;
        return typeof(T) == typeof(float) ? Vector256.ConvertToSingle(integers).As<float, T>() : ToDouble(integers.GetLower()).As<double, T>();
    }

    /// <summary>All bits of a lane set where the lane's bit is.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> Mask512<T>(ulong lanes)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> each = Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
            return Vector512.Equals(Vector512.Create((uint)lanes) & each, each).As<uint, T>();
        }

        Vector512<ulong> bits = Vector512.Create(1ul, 2, 4, 8, 16, 32, 64, 128);
        return Vector512.Equals(Vector512.Create(lanes) & bits, bits).As<ulong, T>();
    }

    /// <inheritdoc cref="Mask512{T}"/>
    [MethodImpl(Inline)]
    public static Vector256<T> Mask256<T>(ulong lanes)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<uint> each = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);
            return Vector256.Equals(Vector256.Create((uint)lanes) & each, each).As<uint, T>();
        }

        Vector256<ulong> bits = Vector256.Create(1ul, 2, 4, 8);
        return Vector256.Equals(Vector256.Create(lanes) & bits, bits).As<ulong, T>();
    }

    /// <summary>The last <paramref name="distance"/> lanes of one vector, then the first ones of the next.</summary>
    /// <remarks>The distance is a constant from 1 to 7.</remarks>
    [MethodImpl(Inline)]
    public static Vector512<T> Shift<T>(Vector512<T> before, Vector512<T> vector, int distance)
    {
        int count = Vector512<T>.Count;
        Vector512<T> result = default;
        if (Avx512F.IsSupported && typeof(T) == typeof(double))
        {
            Vector512<long> x = before.As<T, long>(), y = vector.As<T, long>();
            switch (distance)
            {
                case 1: return Avx512F.AlignRight64(y, x, 7).As<long, T>();
                case 2: return Avx512F.AlignRight64(y, x, 6).As<long, T>();
                case 3: return Avx512F.AlignRight64(y, x, 5).As<long, T>();
                case 4: return Avx512F.AlignRight64(y, x, 4).As<long, T>();
                case 5: return Avx512F.AlignRight64(y, x, 3).As<long, T>();
                case 6: return Avx512F.AlignRight64(y, x, 2).As<long, T>();
                case 7: return Avx512F.AlignRight64(y, x, 1).As<long, T>();
            }
        }

        for (int lane = 0; lane < count; lane++) result = result.WithElement(lane, lane < distance ? before.GetElement(count - distance + lane) : vector.GetElement(lane - distance));
        return result;
    }

    /// <inheritdoc cref="Shift{T}(Vector512{T}, Vector512{T}, int)"/>
    [MethodImpl(Inline)]
    public static Vector256<T> Shift<T>(Vector256<T> before, Vector256<T> vector, int distance)
    {
        int count = Vector256<T>.Count;
        if (Avx2.IsSupported && typeof(T) == typeof(double))
        {
            Vector256<long> x = before.As<T, long>(), y = vector.As<T, long>(), middle = Avx2.Permute2x128(x, y, 0x21);
            return distance switch
            {
                1 => Avx2.AlignRight(y, middle, 8).As<long, T>(),
                2 => middle.As<long, T>(),
                _ => Avx2.AlignRight(middle, x, 8).As<long, T>(),
            };
        }

        Vector256<T> result = default;
        for (int lane = 0; lane < count; lane++) result = result.WithElement(lane, lane < distance ? before.GetElement(count - distance + lane) : vector.GetElement(lane - distance));
        return result;
    }

    /// <summary>A bit for each lane of a mask.</summary>
    [MethodImpl(Inline)]
    public static ulong Bits<T>(Vector512<T> mask) => mask.ExtractMostSignificantBits();

    /// <inheritdoc cref="Bits{T}(Vector512{T})"/>
    [MethodImpl(Inline)]
    public static ulong Bits<T>(Vector256<T> mask) => mask.ExtractMostSignificantBits();

    /// <summary>A bit for each lane from one to before another; none is above 64.</summary>
    [MethodImpl(Inline)]
    public static ulong Between(int from, int to) => (to >= 64 ? ulong.MaxValue : (1ul << to) - 1) & (ulong.MaxValue << from);

    /// <summary>The sum over the lanes.</summary>
    [MethodImpl(Inline)]
    public static T Sum<T>(Vector512<T> x) => Sum(x.GetLower(), x.GetUpper());

    /// <summary>The sum over the lanes of both halves.</summary>
    [MethodImpl(Inline)]
    public static T Sum<T>(Vector256<T> lower, Vector256<T> upper)
    {
        Vector256<T> four = lower + upper;
        Vector128<T> two = four.GetLower() + four.GetUpper();
        if (typeof(T) == typeof(float))
        {
            Vector128<float> singles = two.As<T, float>();
            singles += Vector128.Shuffle(singles, Vector128.Create(2, 3, 0, 1));
            float sum = singles.GetElement(0) + singles.GetElement(1);
            return Unsafe.BitCast<float, T>(sum);
        }

        double total = two.As<T, double>().GetElement(0) + two.As<T, double>().GetElement(1);
        return Unsafe.BitCast<double, T>(total);
    }

    /// <summary><c>target[i] += Σ lanes[i]</c>, where there are 512 bits of lanes for each element of the target; in the order of <see cref="Sum{T}(Vector512{T})"/>.</summary>
    public static void AddSums<T>(ReadOnlySpan<T> lanes, Span<T> target) where T : unmanaged, INumber<T>
    {
        int count = Vector512<T>.Count;
        if ((long)target.Length * count > lanes.Length) ThrowOutside();
        ref T start = ref MemoryMarshal.GetReference(lanes);
        int i = typeof(T) == typeof(double) && Avx2.IsSupported ? AddFours(ref Unsafe.As<T, double>(ref start), ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(target)), target.Length) : 0;
        for (; i < target.Length; i++) target[i] += Sum(Vector512.LoadUnsafe(ref start, (nuint)i * (nuint)count));
    }

    /// <summary>Four sums at a time, each with the additions of <see cref="Sum{T}(Vector512{T})"/>; returns how many were made.</summary>
    private static int AddFours(ref double lanes, ref double target, int count)
    {
        int full = count & ~3;
        for (nuint i = 0; i < (nuint)full; i += 4)
        {
            Vector256<double> first = Pair(ref lanes, i * 8), second = Pair(ref lanes, i * 8 + 16);
            Vector256<double> sums = Avx2.Permute4x64(Avx.HorizontalAdd(first, second), 0b11_01_10_00);
            (Vector256.LoadUnsafe(ref target, i) + sums).StoreUnsafe(ref target, i);
        }

        return full;

        // Two elements, each folded to two lanes.
        static Vector256<double> Pair(ref double lanes, nuint at)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref lanes, at) + Vector256.LoadUnsafe(ref lanes, at + 4), y = Vector256.LoadUnsafe(ref lanes, at + 8) + Vector256.LoadUnsafe(ref lanes, at + 12);
            return Avx.Permute2x128(x, y, 0x20) + Avx.Permute2x128(x, y, 0x31);
        }
    }

    /// <summary>How many indices there are where so many elements begin.</summary>
    [MethodImpl(Inline)]
    private static uint Starts(int length, int count) => (uint)Math.Max(length - count + 1, 0);

    [MethodImpl(Inline)]
    private static Vector256<double> ToDouble(Vector128<int> integers)
    {
        (Vector128<long> lower, Vector128<long> upper) = Vector128.Widen(integers);
        return Vector256.Create(Vector128.ConvertToDouble(lower), Vector128.ConvertToDouble(upper));
    }

    [MethodImpl(Inline)]
    private static T At<T>(ref readonly T start, nint offset) => Unsafe.Add(ref Unsafe.AsRef(in start), offset);

    /// <summary>The first of several elements at a stride, all of which are there.</summary>
    [MethodImpl(Inline)]
    private static ref readonly T ReadStrided<T>(ReadOnlySpan<T> span, int index, int stride, int count)
    {
        if ((uint)index >= (uint)span.Length || (ulong)(index + (long)stride * (count - 1)) >= (ulong)span.Length) ThrowOutside();
        return ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index);
    }

    private static void Gather<T>(ReadOnlySpan<T> span, int index, int stride, ulong lanes, int count, ref T result)
    {
        for (int lane = 0; lane < count; lane++)
        {
            if ((lanes >> lane & 1) != 0) Unsafe.Add(ref result, lane) = span[index + lane * stride];
        }
    }

    private static void Scatter<T>(Span<T> span, int index, int stride, ref T values, int count, ulong lanes)
    {
        for (int lane = 0; lane < count; lane++)
        {
            if ((lanes >> lane & 1) != 0) span[index + lane * stride] = Unsafe.Add(ref values, lane);
        }
    }

    private static void ScatterAdd<T>(Span<T> span, int index, int stride, ref T values, int count, ulong lanes) where T : INumber<T>
    {
        for (int lane = 0; lane < count; lane++)
        {
            if ((lanes >> lane & 1) != 0) span[index + lane * stride] += Unsafe.Add(ref values, lane);
        }
    }

    /// <summary>The index, if there is an element with it.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    [MethodImpl(Inline)]
    public static int Inside(int index, int length)
    {
        if ((uint)index >= (uint)length) ThrowOutside();
        return index;
    }

    /// <summary>Throws <see cref="IndexOutOfRangeException"/> unless rows of <paramref name="count"/> elements are all inside of an array; empty ones are everywhere.</summary>
    /// <remarks>The first one begins at <paramref name="first"/>, the next one <paramref name="stride"/> further: <paramref name="rows"/> of them, in <paramref name="length"/> elements.</remarks>
    [MethodImpl(Inline)]
    public static void RequireRows(int first, int stride, int rows, int count, int length)
    {
        long most = (long)length - count, last = first + (long)stride * (rows - 1);
        if (count > 0 && (first < 0 || first > most || last < 0 || last > most)) ThrowOutside();
    }

    /// <summary>Throws <see cref="IndexOutOfRangeException"/>.</summary>
    [DoesNotReturn]
    public static void ThrowOutside() => throw new IndexOutOfRangeException();
}
