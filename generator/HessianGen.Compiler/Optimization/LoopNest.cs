using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>The loops of a function, numbered as a walk from its last statement to its first meets them, and what varies in each.</summary>
internal sealed class LoopNest
{
    private readonly Addresses addresses;
    private readonly IndexFacts facts;
    private readonly int[] loopOf;
    private readonly List<Loop> loops = [];

    public LoopNest(Function function, Addresses addresses)
    {
        this.addresses = addresses;
        facts = new(function);
        loopOf = new int[function.Values.Count];
        for (int i = 0; i < loopOf.Length; i++) loopOf[i] = -1;
        Visit(function.Body, -1);
    }

    /// <param name="Last">The number of the last loop inside it.</param>
    private sealed record Loop(Statement Statement)
    {
        public int Last { get; set; }

        public HashSet<Ir.Buffer>? Elementwise { get; set; }
    }

    /// <summary>True where the value may differ from one iteration of the loop to the next.</summary>
    public bool Varies(int loop, Value value) => loopOf[value.Id] >= loop && loopOf[value.Id] <= loops[loop].Last;

    /// <summary>The buffers of which no iteration of the loop touches an element that another iteration touches.</summary>
    public IReadOnlyCollection<Ir.Buffer> Elementwise(int loop) => loops[loop].Elementwise ??= FindElementwise(loop);

    private void Visit(Block block, int loop)
    {
        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            Statement statement = block.Statements[i];
            foreach (Value result in statement.Results) loopOf[result.Id] = loop;
            if (statement is For or While) Visit(statement);
            else foreach (Block inner in statement.Blocks) Visit(inner, loop);
        }
    }

    private void Visit(Statement statement)
    {
        int number = loops.Count;
        Loop loop = new(statement);
        loops.Add(loop);
        if (statement is For { Counter: var counter }) loopOf[counter.Id] = number;
        foreach (Carried carried in statement is For counted ? counted.Carries : ((While)statement).Carries) loopOf[carried.Value.Id] = number;
        foreach (Block inner in statement.Blocks) Visit(inner, number);
        loop.Last = loops.Count - 1;
    }

    private HashSet<Ir.Buffer> FindElementwise(int number)
    {
        if (loops[number].Statement is not For loop) return [];
        Dictionary<Ir.Buffer, Accesses> accesses = [];
        Collect(loop.Body, accesses);
        return [.. accesses.Where(entry => entry.Value.IsWritten && IsElementwise(entry.Value, loop, number)).Select(entry => entry.Key)];
    }

    private void Collect(Block block, Dictionary<Ir.Buffer, Accesses> accesses)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Load load: Add(load.Buffer, load.Index, isWrite: false); break;
                case Store store: Add(store.Buffer, store.Index, isWrite: true); break;
                case Accumulate accumulate: Add(accumulate.Buffer, accumulate.Index, isWrite: true); break;
                default:
                    foreach (Block inner in statement.Blocks) Collect(inner, accesses);
                    break;
            }
        }

        void Add(Ir.Buffer buffer, Atom index, bool isWrite)
        {
            if (!accesses.TryGetValue(buffer, out Accesses? known)) accesses[buffer] = known = new();
            known.Add(addresses.Of(index), isWrite);
        }
    }

    /// <summary>One base that moves on by a constant stride, and offsets closer together than that.</summary>
    private bool IsElementwise(Accesses accesses, For loop, int number)
    {
        if (accesses.Base is not { IsValue: true } at || facts.Of(at).Split(loop.Counter.Id) is not var (coefficient, rest)) return false;
        if (coefficient.AsConstant is not { } slope || rest.Variables.Any(id => Varies(number, new(id)))) return false;
        long stride = Math.Abs(slope * loop.Step);
        return accesses.Offsets.Max() - accesses.Offsets.Min() < stride;
    }

    /// <summary>The elements of one buffer that a loop body touches.</summary>
    private sealed class Accesses
    {
        public bool IsWritten { get; private set; }

        /// <summary>The base of all of them; null where they have several.</summary>
        public Atom? Base { get; private set; }

        public HashSet<long> Offsets { get; } = [];

        public void Add(Address address, bool isWrite)
        {
            IsWritten |= isWrite;
            bool isFirst = Offsets.Count == 0;
            if (isFirst) Base = address.Base;
            else if (Base != address.Base) Base = null;
            Offsets.Add(address.Offset);
        }
    }
}
