using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>What is known at a point of the program about the contents of buffers.</summary>
/// <remarks>
/// Elements are known by base and offset. A write at one base may hit elements at any other, so it forgets those; a read forgets nothing.
/// Every operation takes constant time, however many elements are known.
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
        if (known.At(address.Base).TryGetValue(address.Offset, out Atom? element)) return element;
        return known.IsZero && known.HasOnly(address.Base) ? Atom.Zero(known.Element) : null;
    }

    /// <summary>The buffer was allocated: every element is zero.</summary>
    public void Allocate(Ir.Buffer buffer, ScalarType element) => contents[buffer.Id] = new(this) { IsZero = true, Element = element };

    /// <summary>The element was read.</summary>
    public void Learn(Ir.Buffer buffer, Address address, Atom element) => Own(buffer).Put(address, element);

    /// <summary>The element was written; null where what it holds has no name.</summary>
    public void Write(Ir.Buffer buffer, Address address, Atom? element)
    {
        Contents known = Own(buffer);
        if (!known.HasOnly(address.Base)) known.ForgetAllBut(address.Base);
        known.Put(address, element);
    }

    /// <summary>Some element of the buffer was written.</summary>
    public void Forget(Ir.Buffer buffer) => contents[buffer.Id] = null;

    /// <summary>True where no element differs from zero since the allocation.</summary>
    public bool IsZero(Ir.Buffer buffer) => contents[buffer.Id] is { IsZero: true, IsEmpty: true };

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
        private static readonly Dictionary<long, Atom?> Nothing = [];

        // By base, then by offset; null where what the element holds has no name.
        private readonly Dictionary<Atom, Dictionary<long, Atom?>> elements = [];

        public Contents(KnownMemory owner) => Owner = owner;

        public Contents(KnownMemory owner, Contents other)
            : this(owner)
        {
            foreach (KeyValuePair<Atom, Dictionary<long, Atom?>> row in other.elements) elements.Add(row.Key, new(row.Value));
            (IsZero, Element) = (other.IsZero, other.Element);
        }

        public KnownMemory Owner { get; }

        /// <summary>True where every element not listed is zero, as long as all that are listed have the same base.</summary>
        public bool IsZero { get; set; }

        public ScalarType Element { get; init; }

        public bool IsEmpty => elements.Count == 0;

        public bool HasOnly(Atom address) => elements.Count == 0 || elements.Count == 1 && elements.ContainsKey(address);

        public Dictionary<long, Atom?> At(Atom address) => elements.TryGetValue(address, out Dictionary<long, Atom?>? row) ? row : Nothing;

        public void Put(Address address, Atom? element)
        {
            if (!elements.TryGetValue(address.Base, out Dictionary<long, Atom?>? row)) elements.Add(address.Base, row = []);
            row[address.Offset] = element;
        }

        /// <summary>What was listed elsewhere may have been written before: nothing is known to be zero any more.</summary>
        public void ForgetAllBut(Atom address)
        {
            Dictionary<long, Atom?>? kept = elements.TryGetValue(address, out Dictionary<long, Atom?>? row) ? row : null;
            elements.Clear();
            if (kept is not null) elements.Add(address, kept);
            IsZero = false;
        }
    }
}
