using System.Runtime.InteropServices;

namespace HessianGen.Benchmarks.Compare;

/// <summary>An array at a multiple of 64 that C++ and spans share; it lives as long as the process.</summary>
internal readonly unsafe struct NativeArray<T> where T : unmanaged
{
    private const int Alignment = 64;

    public NativeArray(int length)
    {
        Length = length;
        Pointer = (T*)NativeMemory.AlignedAlloc((nuint)(length * sizeof(T) + Alignment), Alignment);
        Span.Clear();
    }

    public NativeArray(int length, Func<int, T> at) : this(length)
    {
        for (int i = 0; i < length; i++) Pointer[i] = at(i);
    }

    public T* Pointer { get; }

    public int Length { get; }

    public Span<T> Span => new(Pointer, Length);

    public ReadOnlySpan<T> this[Range range] => Span[range];

    public static implicit operator ReadOnlySpan<T>(NativeArray<T> array) => array.Span;
}
