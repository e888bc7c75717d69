using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>What is known at a point of the program about the contents of buffers.</summary>
/// <remarks>
/// Of each buffer the elements at one base only: a write at another base may hit any of them, so it forgets them all. That
/// keeps every operation constant-time, however many elements are known.
/// </remarks>
internal sealed class KnownMemory
{
    private readonly Contents?[] contents;

    public KnownMemory(int bufferCount) => contents = new Contents?[bufferCount];

    private KnownMemory(Contents?[] contents) => this.contents = contents;

    /// <summary>A copy for a nested block: what is learnt or forgotten there stays there.</summary>
    public KnownMemory Fork() => new((Contents?[])contents.Clone());

    /// <summary>The atom that the element holds, or null.</summary>
    public Atom? Read(Ir.Buffer buffer, Address address)
    {
        if (contents[buffer.Id] is not { } known) return null;
        if (known.Base == address.Base && known.Elements.TryGetValue(address.Offset, out Atom? element)) return element;
        return known.IsZero && (known.Base == address.Base || known.Elements.Count == 0) ? Atom.Zero(known.Element) : null;
    }

    /// <summary>The buffer was allocated: every element is zero.</summary>
    public void Allocate(Ir.Buffer buffer, ScalarType element) => contents[buffer.Id] = new(this) { IsZero = true, Element = element };

    /// <summary>The element was read or written; null where what it holds has no name.</summary>
    public void Set(Ir.Buffer buffer, Address address, Atom? element)
    {
        Contents known = Own(buffer);
        if (known.Base != address.Base)
        {
            if (known.Elements.Count > 0) known.IsZero = false;
            known.Elements.Clear();
            known.Base = address.Base;
        }

        known.Elements[address.Offset] = element;
    }

    /// <summary>Some element of the buffer was written.</summary>
    public void Forget(Ir.Buffer buffer) => contents[buffer.Id] = null;

    /// <summary>True where no element differs from zero since the allocation.</summary>
    public bool IsZero(Ir.Buffer buffer) => contents[buffer.Id] is { IsZero: true, Elements.Count: 0 };

    private Contents Own(Ir.Buffer buffer)
    {
        Contents? known = contents[buffer.Id];
        if (known is null) known = new(this);
        else if (known.Owner != this) known = new(this, known);
        contents[buffer.Id] = known;
        return known;
    }

    /// <summary>Shared with the memory it was forked from until it is first changed.</summary>
    private sealed class Contents
    {
        public Contents(KnownMemory owner) => (Owner, Elements) = (owner, []);

        public Contents(KnownMemory owner, Contents other)
        {
            Owner = owner;
            Elements = new(other.Elements);
            (Base, IsZero, Element) = (other.Base, other.IsZero, other.Element);
        }

        public KnownMemory Owner { get; }

        /// <summary>What the elements at <see cref="Base"/> + key hold; null where that has no name.</summary>
        public Dictionary<long, Atom?> Elements { get; }

        public Atom Base { get; set; } = Address.NoBase;

        /// <summary>True where every element not listed is zero.</summary>
        public bool IsZero { get; set; }

        public ScalarType Element { get; init; }
    }
}
