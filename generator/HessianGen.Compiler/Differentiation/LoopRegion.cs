using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The body of a sequential loop: numbers its runs and keeps the tapes that its reverse reads.</summary>
/// <remarks>
/// A run's number is iteration, or outer · trips + iteration where the trip count is known before the outermost loop
/// starts; else it is counted in a cell, up in the forward and down in the reverse sweep (runs are reversed in exactly
/// the opposite order).
/// </remarks>
internal sealed class LoopRegion
{
    private readonly IrBuilder builder;
    private readonly Root root;
    private readonly LoopRegion? outer;
    private readonly For? counted;
    private readonly Value? iteration;
    private readonly List<(Value Value, Ir.Buffer Tape)> records = [];
    private Atom? index, trips;
    private Ir.Buffer? cell;

    private LoopRegion(IrBuilder builder, Root root, LoopRegion? outer, For? counted, Value? iteration) =>
        (this.builder, this.root, this.outer, this.counted, this.iteration) = (builder, root, outer, counted, iteration);

    /// <summary>What the forward body must begin with.</summary>
    public List<Statement> Prologue { get; } = [];

    /// <summary>The body of a loop that counts.</summary>
    public static LoopRegion Of(IrBuilder builder, For loop, Root root, LoopRegion? outer) => new(builder, root, outer, loop, null);

    /// <summary>The body of a <c>while</c>, its iterations counted by <paramref name="iteration"/>.</summary>
    public static LoopRegion Of(IrBuilder builder, Value iteration, Root root, LoopRegion? outer) => new(builder, root, outer, null, iteration);

    /// <summary>max(0, ⌈(end − start)/step⌉) as an int.</summary>
    public static Atom TripCount(IrBuilder builder, For loop)
    {
        ScalarType type = builder.TypeOf(loop.Counter);
        Atom length = loop.Step > 0 ? builder.Apply(Primitives.Sub, loop.End, loop.Start) : builder.Apply(Primitives.Sub, loop.Start, loop.End);
        long step = Math.Abs(loop.Step);
        if (step > 1) length = builder.Apply(Primitives.Div, builder.Apply(Primitives.Add, length, Atom.OfInteger(step - 1, type)), Atom.OfInteger(step, type));
        return builder.Apply(Primitives.Max, builder.Convert(length, ScalarType.I32), Atom.OfInteger(0));
    }

    /// <summary>The tape for a value, and the place in it that this run of the body uses (a value of the forward body).</summary>
    public (Ir.Buffer Tape, Atom Index) Record(Value value)
    {
        Atom place = Index();
        foreach ((Value recorded, Ir.Buffer tape) in records)
        {
            if (recorded == value) return (tape, place);
        }

        string name = builder.Info(value).Name ?? "saved";
        Ir.Buffer created = root.Allocate(builder.TypeOf(value), name + "Tape", Capacity());
        records.Add((value, created));
        return (created, place);
    }

    /// <summary>The number of this run of the body; defined by <see cref="Prologue"/>.</summary>
    public Atom Index()
    {
        if (index is { } known) return known;
        Atom? outerIndex = outer is not null && Trips() is not null ? outer.Index() : null;
        builder.Open();
        if (outer is null) index = Iteration();
        else if (outerIndex is { } row) index = builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, row, Trips()!.Value), Iteration());
        else
        {
            cell = root.Allocate(ScalarType.I32, "runs", Atom.OfInteger(1));
            Atom number = builder.Load(cell.Value, Atom.OfInteger(0));
            builder.Store(cell.Value, Atom.OfInteger(0), builder.Apply(Primitives.Add, number, Atom.OfInteger(1)));
            index = number;
        }

        Prologue.AddRange(builder.Close().Statements);
        return index.Value;
    }

    /// <summary>Emits the step back of the cell that numbers the runs, where <paramref name="value"/> is that number; to be done once in each reversed run.</summary>
    public Atom? CountDown(Value value)
    {
        if (cell is not { } counter || index != value) return null;
        Atom reversed = builder.Apply(Primitives.Sub, builder.Load(counter, Atom.OfInteger(0)), Atom.OfInteger(1));
        builder.Store(counter, Atom.OfInteger(0), reversed);
        return reversed;
    }

    /// <summary>The forward body with what it records.</summary>
    public IEnumerable<Statement> Recorded(IEnumerable<Statement> forward)
    {
        Dictionary<Value, Ir.Buffer> pending = records.ToDictionary(r => r.Value, r => r.Tape);
        List<Statement> result = [.. Prologue];
        List<Statement> body = [.. forward];
        HashSet<Value> defined = [.. body.SelectMany(s => s.Results)];
        foreach ((Value value, Ir.Buffer tape) in records)
        {
            if (!defined.Contains(value)) result.Add(new Store(tape, index!.Value, value));
        }

        foreach (Statement statement in body)
        {
            result.Add(statement);
            foreach (Value value in statement.Results)
            {
                if (pending.TryGetValue(value, out Ir.Buffer tape)) result.Add(new Store(tape, index!.Value, value));
            }
        }

        return result;
    }

    /// <summary>The number of runs in all, known before the outermost loop; null where it is not.</summary>
    public Atom? Capacity()
    {
        if (Trips() is not { } own) return null;
        if (outer is null) return own;
        return outer.Capacity() is { } rows ? root.Emit(() => builder.Apply(Primitives.Mul, rows, own)) : null;
    }

    private Atom? Trips()
    {
        if (trips is null && counted is not null && root.IsAvailable(counted.Start) && root.IsAvailable(counted.End))
        {
            trips = root.Emit(() => TripCount(builder, counted));
        }

        return trips;
    }

    private Atom Iteration()
    {
        if (counted is null) return iteration!.Value;
        ScalarType type = builder.TypeOf(counted.Counter);
        Atom number = builder.Apply(Primitives.Sub, counted.Counter, counted.Start);
        if (counted.Step == -1) number = builder.Apply(Primitives.Neg, number);
        else if (counted.Step != 1) number = builder.Apply(Primitives.Div, number, Atom.OfInteger(counted.Step, type));
        return builder.Convert(number, ScalarType.I32);
    }
}
