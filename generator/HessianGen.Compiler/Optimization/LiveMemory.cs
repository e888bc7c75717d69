using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Which elements of which buffers may still be read at a point of a backward walk.</summary>
/// <remarks>Holds the buffers of which something is alive: copies and joins cost what is alive, not what the function has.</remarks>
internal sealed class LiveMemory
{
    private readonly Dictionary<Ir.Buffer, LiveElements> elements;

    /// <summary>Nothing is alive.</summary>
    public LiveMemory() => elements = [];

    private LiveMemory(LiveMemory other) => elements = new(other.elements);

    public LiveElements this[Ir.Buffer buffer]
    {
        get => elements.TryGetValue(buffer, out LiveElements? alive) ? alive : LiveElements.None;
        set
        {
            if (value == LiveElements.None) elements.Remove(buffer);
            else elements[buffer] = value;
        }
    }

    public LiveMemory Copy() => new(this);

    /// <summary>Adds what is alive in the other; true where that is more.</summary>
    public bool Join(LiveMemory other)
    {
        bool changed = false;
        foreach (KeyValuePair<Ir.Buffer, LiveElements> entry in other.elements)
        {
            LiveElements before = this[entry.Key], joined = before.Join(entry.Value);
            if (ReferenceEquals(joined, before)) continue;
            this[entry.Key] = joined;
            changed = true;
        }

        return changed;
    }

    /// <summary>At the edge of a loop: bases that vary with its iterations no longer name one element.</summary>
    public void Widen(Func<Value, bool> varies)
    {
        foreach (KeyValuePair<Ir.Buffer, LiveElements> entry in elements.ToArray()) this[entry.Key] = entry.Value.Widen(varies);
    }
}
