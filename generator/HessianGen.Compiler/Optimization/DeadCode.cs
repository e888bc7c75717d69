using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Removes what no result depends on: values, carried values, branch outputs, loops, and stores that nothing reads afterwards.</summary>
/// <remarks>
/// Walks backwards with two facts: which values are needed (one bit each, for good) and which elements of which buffers may still
/// be read (at this point). Starting from nothing, the walk is repeated until neither grows, so a carried value that only feeds
/// itself, or a buffer that only feeds itself, never becomes alive. Each walk is linear; a loop nest of depth d takes about d + 2.
/// A loop remembers what is alive where its body ends by its position in the walk, which is the same every time.
/// </remarks>
internal sealed partial class DeadCode
{
    private readonly Function function;
    private readonly BufferSet users;
    private readonly bool[] isNeeded;
    private readonly Addresses addresses;
    private readonly LoopNest loops;
    private readonly List<LiveMemory> liveAtEnd = [];
    private readonly BufferSet accessed, growing, loaded;
    private int loopIndex;
    private bool hasChanged;

    private DeadCode(Function function)
    {
        this.function = function;
        addresses = Addresses.In(function);
        loops = new(function, addresses);
        isNeeded = new bool[function.Values.Count];
        (accessed, growing, loaded) = (new(function.Buffers.Count), new(function.Buffers.Count), new(function.Buffers.Count));
        FindGrowing(function.Body);
        users = new(function.Buffers.Count);
        foreach (BufferParameter parameter in function.Parameters.OfType<BufferParameter>())
        {
            if (parameter.Role == ParameterRole.User) users.Add(parameter.Buffer);
        }
    }

    private void FindGrowing(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is Alloc { Growable: true } alloc) growing.Add(alloc.Buffer);
            foreach (Block inner in statement.Blocks) FindGrowing(inner);
        }
    }

    /// <summary>The function without dead code; checks, and loops that may not end, are never dead.</summary>
    public static Function Run(Function function)
    {
        DeadCode pass = new(function);
        Block body = pass.Solve();
        return ReferenceEquals(body, function.Body) ? function : function with { Body = body };
    }

    /// <summary>What a block becomes, and whether anything in it has to run.</summary>
    private readonly record struct Outcome(Block Block, bool IsKept);

    private Block Solve()
    {
        while (true)
        {
            hasChanged = false;
            loopIndex = 0;
            LiveMemory live = LiveAfterwards();
            Need(function.Body.Yields);
            Outcome outcome = Walk(function.Body, live, function.Body.Yields);
            if (!hasChanged) return outcome.Block;
        }
    }

    /// <summary>Outputs are read by the caller.</summary>
    private LiveMemory LiveAfterwards()
    {
        LiveMemory live = new();
        foreach (BufferParameter parameter in function.Parameters.OfType<BufferParameter>())
        {
            if (parameter.Role is not (ParameterRole.User or ParameterRole.Direction)) live[parameter.Buffer] = LiveElements.All;
        }

        return live;
    }

    /// <summary>Rebuilds a block from its last statement to its first; <paramref name="live"/> goes from its end to its start.</summary>
    private Outcome Walk(Block block, LiveMemory live, EquatableArray<Atom> yields)
    {
        Statement?[] kept = new Statement?[block.Statements.Count];
        int count = 0;
        bool isSame = yields.Count == block.Yields.Count;
        for (int i = kept.Length - 1; i >= 0; i--)
        {
            kept[i] = Walk(block.Statements[i], live);
            if (kept[i] is not null) count++;
            isSame &= ReferenceEquals(kept[i], block.Statements[i]);
        }

        if (isSame) return new(block, count > 0);
        Statement[] statements = new Statement[count];
        int next = 0;
        foreach (Statement? statement in kept)
        {
            if (statement is not null) statements[next++] = statement;
        }

        return new(new(new(statements), yields), count > 0);
    }

    private Statement? Walk(Statement statement, LiveMemory live) => statement switch
    {
        Let let => Walk(let),
        Load load => Walk(load, live),
        Store store => Walk(store, live),
        Accumulate accumulate => Walk(accumulate, live),
        Alloc alloc => Walk(alloc, live),
        Check check => Walk(check),
        For loop => Walk(loop, live),
        If choice => Walk(choice, live),
        While loop => Walk(loop, live),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private Let? Walk(Let let)
    {
        if (!isNeeded[let.Result.Id]) return null;
        Need(let.Arguments);
        return let;
    }

    private Load? Walk(Load load, LiveMemory live)
    {
        if (!isNeeded[load.Result.Id]) return null;
        live[load.Buffer] = live[load.Buffer].Read(addresses.Of(load.Index));
        if (growing.Contains(load.Buffer) && !loaded.Contains(load.Buffer))
        {
            loaded.Add(load.Buffer);
            hasChanged = true;
        }

        if (users.Contains(load.Buffer))
        {
            foreach (Ir.Buffer user in users.Members()) live[user] = LiveElements.All;
        }

        Access(load.Buffer, load.Index, load.Index);
        return load;
    }

    private Store? Walk(Store store, LiveMemory live)
    {
        Address address = addresses.Of(store.Index);
        bool grows = growing.Contains(store.Buffer) && loaded.Contains(store.Buffer);
        if (!grows && !live[store.Buffer].MayContain(address)) return null;
        live[store.Buffer] = live[store.Buffer].Write(address);
        Access(store.Buffer, store.Index, store.Operand);
        return store;
    }

    /// <summary>What it adds to is alive because the sum is.</summary>
    private Accumulate? Walk(Accumulate accumulate, LiveMemory live)
    {
        if (!live[accumulate.Buffer].MayContain(addresses.Of(accumulate.Index))) return null;
        Access(accumulate.Buffer, accumulate.Index, accumulate.Operand);
        return accumulate;
    }

    private void Access(Ir.Buffer buffer, Atom index, Atom operand)
    {
        Need(index);
        Need(operand);
        if (accessed.Contains(buffer)) return;
        accessed.Add(buffer);
        hasChanged = true;
    }

    private Alloc? Walk(Alloc alloc, LiveMemory live)
    {
        live[alloc.Buffer] = LiveElements.None;
        if (!accessed.Contains(alloc.Buffer)) return null;
        Need(alloc.Extent);
        return alloc;
    }

    /// <summary>A check of <c>true</c> checks nothing.</summary>
    private Check? Walk(Check check)
    {
        if (check.Condition == Atom.OfBoolean(true)) return null;
        Need(check.Condition);
        return check;
    }

    private void Need(EquatableArray<Atom> atoms)
    {
        foreach (Atom atom in atoms) Need(atom);
    }

    private void Need(Atom atom)
    {
        if (!atom.IsValue || isNeeded[atom.Value.Id]) return;
        isNeeded[atom.Value.Id] = true;
        hasChanged = true;
    }
}
