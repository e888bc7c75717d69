using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>How many iterations a loop of a function's body has, as a function of the same parameters. Generated code never writes into the user's arrays.</summary>
internal sealed class SumCount
{
    private readonly Function function;
    private readonly Dictionary<Value, Statement> definers = [];
    private readonly HashSet<Value> variables;
    private readonly HashSet<Ir.Buffer> constants;

    private SumCount(Function function)
    {
        this.function = function;
        variables = [.. function.Parameters.OfType<ScalarParameter>().Where(p => p.IsVariable).Select(p => p.Value)];
        constants = [.. function.Parameters.OfType<BufferParameter>().Where(p => !p.IsVariable).Select(p => p.Buffer)];
        foreach (Statement statement in function.Body.Statements)
        {
            foreach (Value result in statement.Results) definers[result] = statement;
        }
    }

    /// <summary>The function that returns the number of iterations; null where that depends on the values of variables.</summary>
    public static Function? Of(For loop, Function function)
    {
        SumCount count = new(function);
        return count.IsKnown(loop.Start) && count.IsKnown(loop.End) ? count.Build(loop) : null;
    }

    /// <summary>True where the atom is made of lengths and of constants of the method alone.</summary>
    private bool IsKnown(Atom atom)
    {
        if (atom.IsConstant) return true;
        if (!definers.TryGetValue(atom.Value, out Statement? statement)) return !variables.Contains(atom.Value);
        HashSet<Value> inside = [.. Effects.Definitions(statement)];
        return Effects.Reads(statement).All(constants.Contains) && Effects.Uses(statement).Where(v => !inside.Contains(v)).All(v => IsKnown(v));
    }

    private Function Build(For loop)
    {
        IrBuilder builder = new(function);
        builder.Emit(function.Body.Statements.TakeWhile(s => s != (Statement)loop));
        bool isUp = loop.Step > 0;
        (Atom low, Atom high) = isUp ? (loop.Start, loop.End) : (loop.End, loop.Start);
        long stride = isUp ? loop.Step : -loop.Step;
        Atom trips = low.IsInteger(0) && stride == 1 ? high : Divided(builder, Distance(builder, low, high), stride);
        bool isLength = function.Parameters.OfType<BufferParameter>().Any(p => p.Length == trips);
        Atom count = isLength ? trips : builder.Convert(builder.Apply(Primitives.Max, trips, Atom.Zero(builder.TypeOf(trips))), ScalarType.I32);
        return builder.ToFunction("TermCount", function.Parameters, count);
    }

    /// <summary>In 64 bits, where it cannot overflow.</summary>
    private static Atom Distance(IrBuilder builder, Atom low, Atom high) =>
        builder.Apply(Primitives.Sub, builder.Convert(high, ScalarType.I64), builder.Convert(low, ScalarType.I64));

    /// <summary>⌈distance/stride⌉.</summary>
    private static Atom Divided(IrBuilder builder, Atom distance, long stride) =>
        builder.Apply(Primitives.Div, builder.Apply(Primitives.Add, distance, Atom.OfInteger(stride - 1, ScalarType.I64)), Atom.OfInteger(stride, ScalarType.I64));
}
