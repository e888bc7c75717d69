using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// Builds the reverse of a region whose forward part stands elsewhere. The adjoint code is collected first, reading primal
/// values freely; then each value it reads is brought back where it is first needed, by the cheapest way that is valid there:
/// recomputed from what is at hand, reloaded from a buffer that still holds it, handed on by the reverse of the next iteration, or recorded
/// (on a tape, or handed out of a branch).
/// </summary>
internal sealed partial class Rematerializer
{
    private readonly IrBuilder builder;
    private readonly Facts facts;
    private readonly Statement[] forward;
    private readonly LoopRegion? region;
    private readonly Func<Value, Atom>? export;
    private readonly HashSet<Value> bound = [];
    private readonly Dictionary<Value, Func<Atom>> known = [];
    private readonly SortedDictionary<int, EquatableArray<Statement>> groups = [];
    private readonly Dictionary<Value, (int Index, Statement Statement)> definitions = [];
    private readonly HashSet<Value> demanded = [];
    private readonly Dictionary<Value, Carried> ends = [];
    private readonly List<(Carried Carry, Atom Yield)> handedOn = [];
    private readonly Renaming renaming = Renaming.Substitution();

    /// <summary>The reverse of a branch: what cannot be had otherwise is handed out by <paramref name="export"/>.</summary>
    public Rematerializer(IrBuilder builder, Facts facts, Statement[] forward, Func<Value, Atom> export) =>
        (this.builder, this.facts, this.forward, this.export) = (builder, facts, forward, export);

    /// <summary>The reverse of a loop body: what cannot be had otherwise is recorded on the region's tapes; <paramref name="known"/> values have reverse counterparts.</summary>
    public Rematerializer(
        IrBuilder builder, Facts facts, Statement[] forward, LoopRegion region, EquatableArray<Carried> carries, Dictionary<Value, Func<Atom>> known)
    {
        (this.builder, this.facts, this.forward, this.region, this.known) = (builder, facts, forward, region, known);
        bound.UnionWith(carries.Select(c => c.Value));
    }

    /// <summary>
    /// Says that a value of the body is what a carried value holds when the iteration ends. The reverse of the next iteration has it at hand, as that
    /// iteration's beginning, and hands it on; the last iteration's is what the loop gives.
    /// </summary>
    public void AddEnd(Value value, Value carried, Atom output)
    {
        if (builder.TypeOf(value).IsFloat() && !ends.ContainsKey(value)) ends.Add(value, new(carried, output));
    }

    /// <summary>Adds the adjoint code of forward statement <paramref name="index"/>; the number of statements stands for what precedes all of them.</summary>
    public void Add(int index, EquatableArray<Statement> statements) => groups.Add(index, statements);

    /// <summary>What the reverse iterations hand on besides adjoints, once everything is emitted.</summary>
    public IReadOnlyList<(Carried Carry, Atom Yield)> HandedOn => handedOn;

    /// <summary>Emits everything in the current block of the builder and returns the yields in terms of what is defined there.</summary>
    public Atom[] Finish(Atom[] yields)
    {
        DefinePrologue();
        for (int i = 0; i < forward.Length; i++)
        {
            foreach (Value result in forward[i].Results) definitions[result] = (i, forward[i]);
        }

        ILookup<int, Value> demands = Demands(yields).ToLookup(d => d.Value, d => d.Key);
        demanded.UnionWith(demands.SelectMany(d => d));
        foreach (Value value in demanded.Where(IsBound)) Materialize(value, forward.Length);
        foreach (Value value in HomesBehind(demanded)) TryHome(value);
        foreach (int index in groups.Keys.Reverse())
        {
            foreach (Value value in demands[index]) Materialize(value, index);
            builder.Emit(renaming.Apply(groups[index]));
        }

        return [.. yields.Select(renaming.Apply)];
    }

    /// <summary>For each value of the region that the adjoint code reads, the statement at whose reversal it is first needed.</summary>
    private Dictionary<Value, int> Demands(Atom[] yields)
    {
        Dictionary<Value, int> demands = [];
        foreach (KeyValuePair<int, EquatableArray<Statement>> group in groups)
        {
            foreach (Value value in group.Value.SelectMany(Effects.Uses)) Demand(value, group.Key);
        }

        foreach (Atom yield in yields.Where(y => y.IsValue)) Demand(yield.Value, -1);
        return demands;

        void Demand(Value value, int index)
        {
            if (IsBound(value)) demands[value] = forward.Length;
            else if (definitions.TryGetValue(value, out var definition))
            {
                int earliest = Math.Max(index, definition.Index);
                demands[value] = demands.TryGetValue(value, out int other) ? Math.Max(other, earliest) : earliest;
            }
        }
    }

    private bool IsBound(Value value) => bound.Contains(value) || known.ContainsKey(value);

    private Atom Materialize(Atom atom, int index) => atom.IsValue ? Materialize(atom.Value, index) : atom;

    /// <summary>The value as it can be had just before the adjoint of statement <paramref name="index"/> runs; emits what that takes.</summary>
    private Atom Materialize(Value value, int index)
    {
        if (renaming.Values.TryGetValue(value, out Atom present)) return present;
        Atom result;
        if (known.TryGetValue(value, out Func<Atom>? counterpart)) result = counterpart();
        else if (region?.CountDown(value) is { } counted) result = counted;
        else if (bound.Contains(value)) result = Record(value, index);
        else if (!definitions.TryGetValue(value, out var definition)) return value;
        else if (IsHandedOn(value)) result = HandOn(value);
        else
        {
            result = definition.Statement switch
            {
                Let let when IsCheap(let) && IsWorthRecomputing(let, index) => Recompute(let, index),
                Load load when IsUnchanged(load, definition.Index, index) => Reload(load, index),
                _ => Record(value, index),
            };
        }

        renaming.Values[value] = result;
        return result;
    }

    /// <summary>True where the reverse has the beginning of the iteration at hand, which is the end of the one before.</summary>
    private bool IsHandedOn(Value value) => ends.TryGetValue(value, out Carried end) && renaming.Values.ContainsKey(end.Value);

    private Value HandOn(Value value)
    {
        Value end = builder.CopyOf(value);
        handedOn.Add((new(end, ends[value].Initial), renaming.Values[ends[value].Value]));
        return end;
    }

    private Atom Recompute(Let let, int index)
    {
        Atom[] arguments = [.. let.Arguments.Select(a => Materialize(a, index))];
        Value copy = builder.CopyOf(let.Result);
        builder.Emit(let with { Result = copy, Arguments = new(arguments) });
        return copy;
    }

    private Atom Reload(Load load, int index)
    {
        Atom place = Materialize(load.Index, index);
        Value copy = builder.CopyOf(load.Result);
        builder.Emit(load with { Result = copy, Index = place });
        return copy;
    }

    private Atom Record(Value value, int index)
    {
        if (region is null) return export!(value);
        (Ir.Buffer tape, Atom place) = region.Record(value);
        DefinePrologue();
        place = Materialize(place, index);
        Value copy = builder.CopyOf(value);
        builder.Emit(new Load(copy, tape, place));
        return copy;
    }

    /// <summary>What the forward body begins with can be recomputed anywhere in the reverse.</summary>
    private void DefinePrologue()
    {
        foreach (Statement statement in region?.Prologue ?? [])
        {
            foreach (Value result in statement.Results) definitions[result] = (-1, statement);
        }
    }
}
