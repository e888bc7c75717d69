using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

internal sealed partial class Vjp
{
    /// <summary>
    /// Iterations that hand on nothing but sums: each is run again and reversed at once, in the same order, without a tape.
    /// Where the adjoints of the sums do not depend on the sums, this loop also computes the sums and replaces the first.
    /// </summary>
    private Statement ReverseIndependent(For loop, Adjoints adjoints, Scope scope)
    {
        Atom?[] seeds = [.. loop.Outputs.Select(adjoints.Take)];
        HashSet<Ir.Buffer> local = [.. Effects.Allocates(loop)];
        HashSet<Ir.Buffer> outer = [.. Effects.Writes(loop).Where(b => !local.Contains(b))];
        if (seeds.All(s => s is null) && !outer.Any(facts.IsActive)) return loop;

        bool canFuse = scope.Twins is not null && outer.Count == 0;
        Value[] free = FreeActive(loop);
        Renaming copy = Renaming.Copy(builder);
        Value counter = copy.DefineCopy(loop.Counter);
        List<Carried> carries = [];
        foreach (Carried carry in loop.Carries)
        {
            if (canFuse) carries.Add(new(copy.DefineCopy(carry.Value), carry.Initial));
            else copy.Values[carry.Value] = Atom.Zero(builder.TypeOf(carry.Value));
        }

        Block body = copy.Apply(loop.Body);
        facts.Register(copy);
        Adjoints inner = NewAdjoints();
        Value[] accumulators = [.. free.Select(f => builder.NewValue(builder.TypeOf(f), AdjointName(f)))];
        for (int i = 0; i < free.Length; i++)
        {
            carries.Add(new(accumulators[i], adjoints.GetOrZero(free[i])));
            inner.Set(free[i], accumulators[i]);
        }

        builder.Open();
        for (int i = 0; i < seeds.Length; i++)
        {
            if (seeds[i] is { } seed) inner.Add(body.Yields[i], seed);
        }

        ReverseHere(body.Statements, inner, outer);
        Atom[] sums = canFuse ? [.. body.Yields] : [];
        Block block = builder.Close([.. sums, .. free.Select(inner.GetOrZero)]);
        Value[] outputs = [.. carries.Select(c => builder.NewValue(builder.TypeOf(c.Value), builder.Info(c.Value).Name))];
        For reverse = new(new(outputs), counter, loop.Start, loop.End, loop.Step, new([.. carries]), block) { IsIndependent = true, Line = loop.Line };
        builder.Emit(reverse);
        if (canFuse) scope.Twins!.Add(new(loop, reverse));
        for (int i = 0; i < free.Length; i++) adjoints.Set(free[i], outputs[sums.Length + i]);
        for (int i = 0; i < seeds.Length; i++)
        {
            if (seeds[i] is { } seed) adjoints.Add(loop.Carries[i].Initial, seed);
        }

        return loop;
    }

    private Statement ReverseRecorded(For loop, Adjoints adjoints, Scope scope)
    {
        LoopRegion region = LoopRegion.Of(builder, loop, scope.Root, scope.Loop);
        (Atom start, Atom end, Func<Atom, Atom> counterOf) = ReversedRange(loop);
        Value counter = builder.NewValue(builder.TypeOf(start), builder.Info(loop.Counter).Name);
        Dictionary<Value, Func<Atom>> known = new() { [loop.Counter] = () => counterOf(counter) };
        Block body = ReverseBody(region, loop.Outputs, loop.Carries, loop.Body, counter, start, end, known, adjoints, scope);
        return loop with { Body = body };
    }

    private Statement ReverseRecorded(While loop, Adjoints adjoints, Scope scope)
    {
        Value count = builder.NewValue(ScalarType.I32, "iteration"), trips = builder.NewValue(ScalarType.I32, "iterations");
        LoopRegion region = LoopRegion.Of(builder, count, scope.Root, scope.Loop);
        Atom one = Atom.OfInteger(1);
        Atom start = builder.Apply(Primitives.Sub, trips, one);
        Value counter = builder.NewValue(ScalarType.I32, "iteration");
        Dictionary<Value, Func<Atom>> known = new() { [count] = () => counter };
        Block body = ReverseBody(region, loop.Outputs, loop.Carries, loop.Body, counter, start, Atom.OfInteger(-1), known, adjoints, scope);
        Value next = builder.NewValue(ScalarType.I32, "iteration");
        Block counted = new(
            body.Statements.Append(new Let(next, Primitives.Add, new([count, one]))).ToEquatableArray(),
            body.Yields.Append(next).ToEquatableArray());
        return loop with
        {
            Outputs = loop.Outputs.Append(trips).ToEquatableArray(),
            Carries = loop.Carries.Append(new(count, Atom.OfInteger(0))).ToEquatableArray(),
            Body = counted,
        };
    }

    /// <summary>Emits the loop that runs the iterations backwards and returns the body of the forward loop with what it records.</summary>
    private Block ReverseBody(
        LoopRegion region, EquatableArray<Value> outputs, EquatableArray<Carried> carries, Block body, Value counter, Atom start, Atom end,
        Dictionary<Value, Func<Atom>> known, Adjoints adjoints, Scope scope)
    {
        int[] active = [.. Enumerable.Range(0, carries.Count).Where(i => facts.IsActive(carries[i].Value))];
        HashSet<Value> bound = [.. Effects.All(body).SelectMany(s => s.Results.Concat(Effects.Bound(s))), .. carries.Select(c => c.Value)];
        Value[] free = [.. body.Statements.SelectMany(Effects.Uses).Concat(body.Yields.Where(y => y.IsValue).Select(y => y.Value))
            .Where(v => facts.IsActive(v) && !bound.Contains(v)).Distinct()];
        Carried[] reverseCarries =
        [
            .. active.Select(i => new Carried(builder.NewValue(builder.TypeOf(carries[i].Value), AdjointName(carries[i].Value)), adjoints.Take(outputs[i]) ?? Atom.Zero(builder.TypeOf(outputs[i])))),
            .. free.Select(f => new Carried(builder.NewValue(builder.TypeOf(f), AdjointName(f)), adjoints.GetOrZero(f))),
        ];

        Adjoints inner = NewAdjoints();
        for (int i = 0; i < free.Length; i++) inner.Set(free[i], reverseCarries[active.Length + i].Value);
        Statement[] forward = [.. body.Statements];
        Rematerializer rematerializer = new(builder, facts, forward, region, carries, known);
        for (int i = 0; i < carries.Count && scope.Loop is null; i++)
        {
            if (body.Yields[i].IsValue) rematerializer.AddEnd(body.Yields[i].Value, carries[i].Value, outputs[i]);
        }

        builder.Open();
        for (int i = 0; i < active.Length; i++) inner.Add(body.Yields[active[i]], reverseCarries[i].Value);
        rematerializer.Add(forward.Length, builder.Close().Statements);
        ReverseInto(rematerializer, forward, inner, scope with { Loop = region });

        builder.Open();
        Atom[] yields = rematerializer.Finish([.. active.Select(i => inner.GetOrZero(carries[i].Value)), .. free.Select(inner.GetOrZero)]);
        Block block = builder.Close([.. yields, .. rematerializer.HandedOn.Select(h => h.Yield)]);
        reverseCarries = [.. reverseCarries, .. rematerializer.HandedOn.Select(h => h.Carry)];
        Value[] results = [.. reverseCarries.Select(c => builder.NewValue(builder.TypeOf(c.Value), builder.Info(c.Value).Name))];
        builder.Emit(new For(new(results), counter, start, end, -1, new(reverseCarries), block));
        for (int i = 0; i < free.Length; i++) adjoints.Set(free[i], results[active.Length + i]);
        for (int i = 0; i < active.Length; i++) adjoints.Add(carries[active[i]].Initial, results[i]);
        return new(region.Recorded(forward).ToEquatableArray(), body.Yields);
    }

    /// <summary>The range of the reverse loop (step -1), and the forward counter in terms of its counter.</summary>
    private (Atom Start, Atom End, Func<Atom, Atom> CounterOf) ReversedRange(For loop)
    {
        ScalarType type = builder.TypeOf(loop.Counter);
        Atom one = Atom.OfInteger(1, type);
        if (loop.Step == 1 && type is ScalarType.I32 or ScalarType.I64)
        {
            return (builder.Apply(Primitives.Sub, loop.End, one), builder.Apply(Primitives.Sub, loop.Start, one), c => c);
        }

        Atom trips = LoopRegion.TripCount(builder, loop);
        Atom first = builder.Apply(Primitives.Sub, trips, Atom.OfInteger(1));
        return (first, Atom.OfInteger(-1), k => builder.Apply(Primitives.Add, loop.Start, builder.Apply(Primitives.Mul, builder.Convert(k, type), Atom.OfInteger(loop.Step, type))));
    }
}
