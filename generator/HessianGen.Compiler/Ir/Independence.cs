namespace HessianGen.Compiler.Ir;

/// <summary>
/// Decides which loops have independent iterations: all they hand on are sums, and what they read nobody in the loop
/// writes. Such a loop is reversed iteration by iteration, without a tape.
/// </summary>
internal sealed class Independence(Definitions definitions)
{
    public bool Holds(For loop)
    {
        for (int i = 0; i < loop.Carries.Count; i++)
        {
            if (!IsSum(loop, i)) return false;
        }

        return EffectsAreDisjoint(loop);
    }

    /// <summary>True where carried value <paramref name="index"/> is only ever added to: its adjoint is the same in every iteration.</summary>
    private bool IsSum(For loop, int index)
    {
        Dictionary<Value, int> chain = [];
        if (!Trace(loop.Body.Yields[index], loop.Carries[index].Value, chain)) return false;

        // Nothing else may read a partial sum: each link of the chain is used as often as the trace walked it.
        Dictionary<Value, int> uses = chain.Keys.ToDictionary(v => v, _ => 0);
        foreach (Value used in loop.Body.Statements.SelectMany(Effects.Uses).Concat(loop.Body.Yields.Where(y => y.IsValue).Select(y => y.Value)))
        {
            if (uses.TryGetValue(used, out int count)) uses[used] = count + 1;
        }

        return chain.All(link => uses[link.Key] == link.Value);
    }

    /// <summary>Follows a yield back to the carried value, or any other, through additions, inner loops and branches; counts the readings on the way.</summary>
    public bool Trace(Atom atom, Value carried, Dictionary<Value, int> chain)
    {
        if (!atom.IsValue) return false;
        bool isKnown = chain.TryGetValue(atom.Value, out int count);
        chain[atom.Value] = count + 1;
        if (isKnown || atom.Value == carried) return true;
        switch (definitions.Of(atom.Value))
        {
            case Let { Primitive: var primitive } let when primitive == Primitives.Add:
                return Leads(let.Arguments[0], carried) ? Trace(let.Arguments[0], carried, chain) : Trace(let.Arguments[1], carried, chain);
            case Let { Primitive: var primitive } let when primitive == Primitives.Sub:
                return Trace(let.Arguments[0], carried, chain);
            case For inner:
                return TraceLoop(Index(inner.Outputs, atom.Value), inner.Carries, inner.Body, carried, chain);
            case While inner:
                return TraceLoop(Index(inner.Outputs, atom.Value), inner.Carries, inner.Body, carried, chain);
            case If choice:
                int output = Index(choice.Outputs, atom.Value);
                return Trace(choice.Then.Yields[output], carried, chain) && Trace(choice.Else.Yields[output], carried, chain);
            default:
                return false;
        }
    }

    private bool TraceLoop(int index, EquatableArray<Carried> carries, Block body, Value carried, Dictionary<Value, int> chain) =>
        Trace(body.Yields[index], carries[index].Value, chain) && Trace(carries[index].Initial, carried, chain);

    private bool Leads(Atom atom, Value carried) => Trace(atom, carried, []);

    private static int Index(EquatableArray<Value> outputs, Value value) => Enumerable.Range(0, outputs.Count).First(i => outputs[i] == value);

    private bool EffectsAreDisjoint(For loop)
    {
        HashSet<Buffer> local = [.. Effects.Allocates(loop)], read = [.. Effects.Reads(loop)];
        HashSet<Buffer> stored = [.. Effects.All(loop).OfType<Store>().Select(s => s.Buffer)];
        HashSet<Buffer> accumulated = [.. Effects.All(loop).OfType<Accumulate>().Select(a => a.Buffer)];
        foreach (Buffer buffer in stored.Concat(accumulated).Where(b => !local.Contains(b)).Distinct())
        {
            if (read.Contains(buffer) || (stored.Contains(buffer) && accumulated.Contains(buffer))) return false;
            if (stored.Contains(buffer) && !StoresAreDisjoint(loop, buffer)) return false;
        }

        return true;
    }

    /// <summary>True where no two iterations store to the same element: index = counter · stride + rest, the rest staying inside one stride.</summary>
    public bool StoresAreDisjoint(For loop, Buffer buffer)
    {
        Store[] stores = [.. Effects.All(loop).OfType<Store>().Where(s => s.Buffer == buffer)];
        if (Array.TrueForAll(stores, s => IsColumn(loop, s.Index))) return true;
        HashSet<int> inside = [.. Effects.Definitions(loop).Select(v => v.Id)];
        Polynomial? stride = null, low = null, high = null;
        foreach (Store store in stores)
        {
            if (definitions.Polynomial(store.Index).Split(loop.Counter.Id) is not { } split || split.Coefficient.IsZero) return false;
            if (split.Coefficient.Variables.Any(inside.Contains) || Range(split.Remainder, inside) is not { } range) return false;
            if (stride is not null && !(stride.SameAs(split.Coefficient) && low!.SameAs(range.Low) && high!.SameAs(range.High))) return false;
            (stride, low, high) = (split.Coefficient, range.Low, range.High);
        }

        // The width must not exceed the stride; a symbolic one counts where both are the same expression
        // (then an empty or negative extent runs no inner iteration).
        Polynomial slack = stride! - (high! - low!) - Polynomial.Constant(1);
        if (stride!.AsConstant is { } constant) return (high! - low!).AsConstant is { } width && width < Math.Abs(constant);
        return slack.IsZero && !high!.SameAs(low!);
    }

    /// <summary>True for index = row · n + counter where the loop counts from 0 to n: the counter is the column of a matrix.</summary>
    private bool IsColumn(For loop, Atom index)
    {
        if (loop is not { Step: 1 } || !loop.Start.IsInteger(0) || Operands(index, Primitives.Add) is not { Length: 2 } sum) return false;
        Atom row = sum[1].Equals(loop.Counter) ? sum[0] : sum[0].Equals(loop.Counter) ? sum[1] : loop.Counter;
        return Operands(row, Primitives.Mul).Any(factor => factor.Equals(loop.End));
    }

    private Atom[] Operands(Atom atom, Primitive primitive) =>
        atom.IsValue && definitions.Of(atom.Value) is Let let && let.Primitive == primitive ? [.. let.Arguments] : [];

    /// <summary>The least and greatest value of an expression over the inner loops' counters, or null where it depends on anything else inside the loop.</summary>
    private (Polynomial Low, Polynomial High)? Range(Polynomial expression, HashSet<int> inside)
    {
        Polynomial low = expression, high = expression;
        for (int guard = 0; guard < 8; guard++)
        {
            int variable = low.Variables.Concat(high.Variables).Where(inside.Contains).DefaultIfEmpty(-1).First();
            if (variable < 0) return (low, high);
            if (definitions.CounterOf(variable) is not { Step: 1 } inner) return null;
            Polynomial first = definitions.Polynomial(inner.Start), last = definitions.Polynomial(inner.End) - Polynomial.Constant(1);
            if (Substitute(low, variable, first) is not { } newLow || Substitute(high, variable, last) is not { } newHigh) return null;
            (low, high) = (newLow, newHigh);
        }

        return null;
    }

    private static Polynomial? Substitute(Polynomial expression, int variable, Polynomial value) =>
        expression.Split(variable) is var (coefficient, _) && coefficient.HasNonNegativeCoefficients ? expression.Substitute(variable, value) : null;
}
