using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HessianGen.Runtime;

/// <summary>A pinned piece of memory of <see cref="Lines"/> whole cache lines.</summary>
internal sealed class WorkspaceBlock
{
    private readonly CacheLine[] _memory;
    private readonly nint _padding;         // from the first element to the first 64-byte boundary; fixed, since the array is pinned

    public unsafe WorkspaceBlock(int lines)
    {
        _memory = GC.AllocateUninitializedArray<CacheLine>(lines + 1, pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _padding = -address & (CacheLine.Size - 1);
        Lines = lines;
    }

    public int Lines { get; }

    public Span<T> Slice<T>(int line, int length) where T : unmanaged
    {
        ref CacheLine first = ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_memory), _padding);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<CacheLine, T>(ref Unsafe.Add(ref first, line)), length);
    }
}
