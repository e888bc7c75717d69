using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>What a range of a loop's iterations adds to the result of a function that is linear in the loop's sums.</summary>
internal static class SumTerms
{
    /// <summary>The function of the range, or null where the result is not linear in the sums.</summary>
    public static Function? Of(For loop, Function function, Independence independence)
    {
        IrBuilder builder = new(function);
        ScalarParameter first = Bound("first", ParameterRole.First), last = Bound("last", ParameterRole.Last);
        LinearPart part = new(builder, independence, loop, Range(builder, loop, first.Value, last.Value));
        return function.Body.Statements.All(part.Emit) && part.Of(function.Body.Yields[0]) is { } result
            ? builder.ToFunction("Terms", [.. function.Parameters, first, last], result)
            : null;

        ScalarParameter Bound(string name, ParameterRole role) => new(name, role, false, builder.NewValue(ScalarType.I32, name));
    }

    /// <summary>
    /// The iterations of the range, the sums starting from zero. They are counted from 0, so that no bound can overflow; the loop's
    /// own counter follows from that.
    /// </summary>
    private static For Range(IrBuilder builder, For loop, Value first, Value last)
    {
        Carried[] carries = [.. loop.Carries.Select(c => c with { Initial = Atom.Zero(builder.TypeOf(c.Value)) })];
        For range = loop with { Start = first, End = last, Step = 1, Carries = new(carries) };
        if (loop.Start.IsInteger(0) && loop.Step == 1) return range;
        Value term = builder.NewValue(ScalarType.I32, "term");
        builder.Open();
        Atom distance = builder.Apply(Primitives.Mul, term, Atom.OfInteger(loop.Step));
        builder.Emit(new Let(loop.Counter, Primitives.Add, new([loop.Start, distance])));
        EquatableArray<Statement> counter = builder.Close().Statements;
        return range with { Counter = term, Body = loop.Body with { Statements = counter.Concat(loop.Body.Statements).ToEquatableArray() } };
    }
}
