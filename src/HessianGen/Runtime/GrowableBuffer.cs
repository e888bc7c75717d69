using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace HessianGen.Runtime;

/// <summary>A buffer that grows with the writes to it: the tape of a loop whose trip count is not known beforehand.</summary>
/// <remarks>
/// Lives in the arena of a <see cref="WorkspaceScope"/>, which must be the innermost one open while the buffer grows.
/// Growing doubles the capacity, so n writes cost O(n) and 2n elements of workspace at most stay behind.
/// Copies share the elements written so far but grow apart: pass it by reference.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct GrowableBuffer<T> where T : unmanaged
{
    private const int FirstCapacity = 16;

    private readonly WorkspaceScope _scope;
    private Span<T> _elements;
    private int _count;

    /// <summary>An empty buffer in the arena of <paramref name="scope"/>.</summary>
    public GrowableBuffer(WorkspaceScope scope) => _scope = scope;

    /// <summary>One more than the largest index written.</summary>
    public readonly int Count => _count;

    /// <summary>The element last written at <paramref name="index"/>; zero where only a later one was written.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Require.Index((uint)index < (uint)_count);
            return _elements[index];
        }
    }

    /// <summary>Writes the element, growing the buffer to hold it; elements skipped are zero.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int index, T value)
    {
        if ((uint)index >= (uint)_elements.Length) GrowToHold(index);
        _elements[index] = value;
        if (index >= _count) _count = index + 1;
    }

    /// <summary>The first of so many elements that several lanes have at one index, growing the buffer to hold them; elements never written are zero.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="row"/> is negative, or there is no memory for so many.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Row(int row, int lanes)
    {
        long end = (row + 1L) * lanes;
        if ((ulong)end > (ulong)_elements.Length || row < 0)
        {
            Require.Index(row >= 0 && end <= Array.MaxLength);
            GrowToHold((int)end - 1);
        }

        if (end > _count) _count = (int)end;
        return ref _elements[(int)end - lanes];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowToHold(int index)
    {
        Require.Index(index >= 0);
        long doubled = Math.Max(FirstCapacity, 2L * _elements.Length);
        Span<T> larger = _scope.RentDirty<T>((int)Math.Min(Math.Max(doubled, index + 1L), Array.MaxLength));
        _elements.CopyTo(larger);
        larger[_elements.Length..].Clear();
        _elements = larger;
    }
}
