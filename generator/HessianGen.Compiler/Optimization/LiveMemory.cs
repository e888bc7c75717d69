using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Which elements of which buffers may still be read at a point of a backward walk.</summary>
internal sealed class LiveMemory
{
    private readonly LiveElements[] elements;

    /// <summary>Nothing is alive.</summary>
    public LiveMemory(int bufferCount)
    {
        elements = new LiveElements[bufferCount];
        for (int i = 0; i < bufferCount; i++) elements[i] = LiveElements.None;
    }

    private LiveMemory(LiveElements[] elements) => this.elements = elements;

    public LiveElements this[Ir.Buffer buffer]
    {
        get => elements[buffer.Id];
        set => elements[buffer.Id] = value;
    }

    public LiveMemory Copy() => new((LiveElements[])elements.Clone());

    /// <summary>Adds what is alive in the other; true where that is more.</summary>
    public bool Join(LiveMemory other)
    {
        bool changed = false;
        for (int i = 0; i < elements.Length; i++)
        {
            LiveElements joined = elements[i].Join(other.elements[i]);
            changed |= !ReferenceEquals(joined, elements[i]);
            elements[i] = joined;
        }

        return changed;
    }

    /// <summary>At the edge of a loop: bases that vary with its iterations no longer name one element.</summary>
    public void Widen(Func<Value, bool> varies)
    {
        for (int i = 0; i < elements.Length; i++) elements[i] = elements[i].Widen(varies);
    }
}
