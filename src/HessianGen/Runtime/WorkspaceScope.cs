using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace HessianGen.Runtime;

/// <summary>What one call of a generated method rents from its thread's <see cref="Workspace"/>; disposing gives all of it back.</summary>
/// <remarks>Only the innermost open scope can rent: memory rented from an outer one would be given back too early.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct WorkspaceScope
{
    private readonly WorkspaceArena _arena;
    private readonly WorkspaceMark _mark;
    private readonly int _depth;

    internal WorkspaceScope(WorkspaceArena arena)
    {
        _arena = arena;
        _mark = arena.Mark;
        _depth = arena.Open();
    }

    /// <summary><paramref name="length"/> zeros on a 64-byte boundary, valid until the scope is disposed.</summary>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative, as for <c>new T[length]</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Rent<T>(int length) where T : unmanaged
    {
        Span<T> rented = RentDirty<T>(length);
        rented.Clear();
        return rented;
    }

    /// <summary>As <see cref="Rent{T}"/>, but the contents are unspecified: for buffers that are written before they are read.</summary>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative, as for <c>new T[length]</c>.</exception>
    public Span<T> RentDirty<T>(int length) where T : unmanaged => _arena.Rent<T>(length, _depth);

    /// <summary>Gives back everything rented since the scope was opened, and closes the scopes inside that were left open.</summary>
    public void Dispose() => _arena.Close(_depth, _mark);
}
