namespace HessianGen.Compiler.Ir;

/// <summary>A mutable set of the buffers of one function, one bit each.</summary>
internal sealed class BufferSet(int bufferCount)
{
    private readonly ulong[] bits = new ulong[(bufferCount + 63) / 64];

    public bool Contains(Buffer buffer) => (bits[buffer.Id >> 6] >> (buffer.Id & 63) & 1) != 0;

    public void Add(Buffer buffer) => bits[buffer.Id >> 6] |= 1UL << (buffer.Id & 63);

    public void Remove(Buffer buffer) => bits[buffer.Id >> 6] &= ~(1UL << (buffer.Id & 63));

    /// <summary>Adds every member of the other set; true where that added something.</summary>
    public bool UnionWith(BufferSet other)
    {
        bool changed = false;
        for (int i = 0; i < bits.Length; i++)
        {
            ulong union = bits[i] | other.bits[i];
            changed |= union != bits[i];
            bits[i] = union;
        }

        return changed;
    }

    public BufferSet Copy()
    {
        BufferSet copy = new(64 * bits.Length);
        bits.CopyTo(copy.bits, 0);
        return copy;
    }

    /// <summary>The members in ascending order.</summary>
    public IEnumerable<Buffer> Members()
    {
        for (int id = 0; id < 64 * bits.Length; id++)
        {
            if (bits[id >> 6] == 0) id |= 63;
            else if (Contains(new(id))) yield return new(id);
        }
    }
}
