using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>How many iterations a loop of a function's body has, as a function of the same parameters. Generated code never writes into the user's arrays.</summary>
internal sealed class SumCount
{
    private readonly For loop;
    private readonly Function function;
    private readonly Definitions definitions;
    private readonly IrBuilder builder;
    private readonly HashSet<Value> variables;
    private readonly HashSet<Ir.Buffer> constants;

    private SumCount(For loop, Function function, Definitions definitions)
    {
        (this.loop, this.function, this.definitions, builder) = (loop, function, definitions, new(function));
        variables = [.. function.Parameters.OfType<ScalarParameter>().Where(p => p.IsVariable).Select(p => p.Value)];
        constants = [.. function.Parameters.OfType<BufferParameter>().Where(p => !p.IsVariable).Select(p => p.Buffer)];
    }

    /// <summary>The function that returns the number of iterations; null where that depends on the values of variables.</summary>
    public static Function? Of(For loop, Function function, Definitions definitions)
    {
        SumCount count = new(loop, function, definitions);
        return count.Count(function.Body) is { } result ? count.builder.ToFunction("TermCount", function.Parameters, result) : null;
    }

    /// <summary>Emits a block as far as the loop in it, and how often the loop runs; null where that is not known.</summary>
    private Atom? Count(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (ReferenceEquals(statement, loop)) return IsKnown(loop.Start) && IsKnown(loop.End) ? Trips() : null;
            if (statement is If choice && Effects.All(choice).Any(s => ReferenceEquals(s, loop))) return IsKnown(choice.Condition) ? Count(choice) : null;
            builder.Emit(statement);
        }

        return Atom.OfInteger(0);
    }

    private Atom? Count(If choice)
    {
        builder.Open();
        if (Count(choice.Then) is not { } then) return null;
        Block taken = builder.Close(then);
        builder.Open();
        if (Count(choice.Else) is not { } otherwise) return null;
        Value count = builder.NewValue(ScalarType.I32);
        builder.Emit(new If(new([count]), choice.Condition, taken, builder.Close(otherwise)));
        return count;
    }

    /// <summary>True where the atom is made of lengths and of constants of the method alone.</summary>
    private bool IsKnown(Atom atom)
    {
        if (atom.IsConstant) return true;
        if (definitions.Of(atom.Value) is not { } statement) return !variables.Contains(atom.Value);
        HashSet<Value> inside = [.. Effects.Definitions(statement)];
        return Effects.Reads(statement).All(constants.Contains) && Effects.Uses(statement).Where(v => !inside.Contains(v)).All(v => IsKnown(v));
    }

    private Atom Trips()
    {
        bool isUp = loop.Step > 0;
        (Atom low, Atom high) = isUp ? (loop.Start, loop.End) : (loop.End, loop.Start);
        long stride = isUp ? loop.Step : -loop.Step;
        Atom trips = low.IsInteger(0) && stride == 1 ? high : Divided(builder, Distance(builder, low, high), stride);
        if (function.Parameters.OfType<BufferParameter>().Any(p => p.Length == trips)) return trips;
        return builder.Convert(builder.Apply(Primitives.Max, trips, Atom.Zero(builder.TypeOf(trips))), ScalarType.I32);
    }

    /// <summary>In 64 bits, where it cannot overflow.</summary>
    private static Atom Distance(IrBuilder builder, Atom low, Atom high) =>
        builder.Apply(Primitives.Sub, builder.Convert(high, ScalarType.I64), builder.Convert(low, ScalarType.I64));

    /// <summary>⌈distance/stride⌉.</summary>
    private static Atom Divided(IrBuilder builder, Atom distance, long stride) =>
        builder.Apply(Primitives.Div, builder.Apply(Primitives.Add, distance, Atom.OfInteger(stride - 1, ScalarType.I64)), Atom.OfInteger(stride, ScalarType.I64));
}
