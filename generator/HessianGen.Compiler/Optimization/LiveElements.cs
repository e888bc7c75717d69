using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Which elements of one buffer may still be read: those at some offsets from one base, or all but those.</summary>
/// <remarks>Immutable. Joins only grow, so that a fixed point is reached; what cannot be said with one base is said as more.</remarks>
internal sealed class LiveElements
{
    /// <summary>More offsets than this are not told apart.</summary>
    private const int OffsetLimit = 64;

    public static readonly LiveElements None = new(false, Address.NoBase, []);

    public static readonly LiveElements All = new(true, Address.NoBase, []);

    private readonly bool isComplement;
    private readonly Atom at;
    private readonly HashSet<long> offsets;

    private LiveElements(bool isComplement, Atom at, HashSet<long> offsets) => (this.isComplement, this.at, this.offsets) = (isComplement, at, offsets);

    /// <summary>True where the element may be among them.</summary>
    public bool MayContain(Address address)
    {
        if (offsets.Count == 0 || at != address.Base) return isComplement || offsets.Count > 0;
        return isComplement != offsets.Contains(address.Offset);
    }

    /// <summary>Before a read of the element it is alive.</summary>
    public LiveElements Read(Address address)
    {
        if (at == address.Base || offsets.Count == 0) return isComplement ? Without(address.Offset) : With(address);
        return All;
    }

    /// <summary>Before a write of the element it is not alive.</summary>
    public LiveElements Write(Address address)
    {
        if (at == address.Base || offsets.Count == 0) return isComplement ? With(address) : Without(address.Offset);
        return this;
    }

    /// <summary>Everything that is in either; the same object where the other adds nothing.</summary>
    public LiveElements Join(LiveElements other)
    {
        if (ReferenceEquals(this, other) || other.IsNone || IsAll) return this;
        if (IsNone || other.IsAll) return other;
        if (at != other.at) return All;
        HashSet<long> joined = [.. offsets];
        if (isComplement && other.isComplement) joined.IntersectWith(other.offsets);
        else if (isComplement) joined.ExceptWith(other.offsets);
        else if (other.isComplement) joined = [.. other.offsets.Except(offsets)];
        else joined.UnionWith(other.offsets);
        bool isSame = isComplement == (isComplement || other.isComplement) && joined.SetEquals(offsets);
        return isSame ? this : Create(isComplement || other.isComplement, at, joined);
    }

    /// <summary>Where the base means another element each time, as at the edge of a loop that defines it.</summary>
    public LiveElements Widen(Func<Value, bool> varies) => offsets.Count > 0 && at.IsValue && varies(at.Value) ? All : this;

    private bool IsNone => !isComplement && offsets.Count == 0;

    private bool IsAll => isComplement && offsets.Count == 0;

    private LiveElements With(Address address)
    {
        if (at == address.Base && offsets.Contains(address.Offset)) return this;
        if (offsets.Count >= OffsetLimit) return isComplement ? this : All;
        return new(isComplement, address.Base, [.. offsets, address.Offset]);
    }

    private LiveElements Without(long offset) => offsets.Contains(offset) ? Create(isComplement, at, [.. offsets.Where(o => o != offset)]) : this;

    private static LiveElements Create(bool isComplement, Atom at, HashSet<long> offsets) =>
        offsets.Count > 0 ? new(isComplement, at, offsets) : isComplement ? All : None;
}
