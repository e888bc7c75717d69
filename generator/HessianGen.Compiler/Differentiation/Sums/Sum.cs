using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A function as the sum of the terms of a loop and of a remainder: the parts that add up to it, and how many terms there are.</summary>
/// <remarks>
/// <code>
/// sum = for i in a..b carrying (s = s₀) { ... yields s + t(i) }        terms(first, last) = c·Σ t(i) over that many iterations
/// return c·sum + r                                                  →  remainder          = c·s₀ + r
///                                                                      count              = b − a
/// </code>
/// So <c>terms(0, count) + remainder</c> is the function, and ranges of terms add up in any grouping; so do their derivatives.
/// </remarks>
/// <param name="Terms">The function's parameters, then <c>first</c> and <c>last</c>: what the iterations from <c>first</c> up to, but without, <c>last</c> add to the result.</param>
/// <param name="Remainder">The result where the loop runs no iteration.</param>
/// <param name="Count">The number of iterations, an integer; depends on the lengths of variables at most, not on their values.</param>
internal sealed record Sum(Function Terms, Function Remainder, Function Count)
{
    /// <summary>Fewer terms than this, known beforehand, are not worth a member of their own.</summary>
    private const int FewTerms = 64;

    /// <summary>The sum over the loop with the most work, or null and why there is none.</summary>
    public static (Sum? Sum, string? Reason) Of(Function function)
    {
        Statement[] statements = [.. OutsideLoops(function.Body)];
        if (!statements.OfType<For>().Any()) return (null, "no loop outside of everything else");
        double most = statements.Max(Work.Of);
        string? reason = null;
        foreach (For loop in statements.OfType<For>().Where(l => Work.Of(l) >= most))
        {
            (Sum? sum, string? refusal) = Over(loop, function);
            if (sum is not null) return (sum, null);
            reason ??= refusal;
        }

        return (null, reason ?? "most of the work is not in a counted loop");
    }

    /// <summary>The statements that run once at most, those in branches included, in order.</summary>
    private static IEnumerable<Statement> OutsideLoops(Block block) =>
        block.Statements.SelectMany(s => s is If choice ? OutsideLoops(choice.Then).Concat(OutsideLoops(choice.Else)) : [s]);

    private static (Sum? Sum, string? Reason) Over(For loop, Function function)
    {
        Definitions definitions = new(function.Body);
        Independence independence = new(definitions);
        if (function.TypeOf(loop.Counter) != ScalarType.I32) return (null, "the counter is no int");
        if (TripCount.Of(loop) is < FewTerms) return (null, "few terms, as many in every call");
        if (loop.Carries.Count == 0) return (null, "the loop hands on arrays");
        if (!loop.Outputs.All(o => function.TypeOf(o).IsFloat())) return (null, "the loop hands on an integer");
        if (!independence.Holds(loop)) return (null, "an iteration needs what another one has computed");
        HashSet<Ir.Buffer> local = [.. Effects.Allocates(loop)];
        if (Effects.Writes(loop).Any(b => !local.Contains(b))) return (null, "the loop fills an array");
        if (SumCount.Of(loop, function, definitions) is not { } count) return (null, "how many terms there are depends on values of variables");
        if (RunsBefore(loop, function, definitions)) return (null, "each term needs a pass over all others first");
        if (SumTerms.Of(loop, function, independence) is not { } terms) return (null, "the result is not linear in the sum");
        return (new(terms, LoopRemoval.Run(function, loop), count), null);
    }

    /// <summary>True where a loop of as many iterations comes before: every range of terms would run all of it.</summary>
    private static bool RunsBefore(For loop, Function function, Definitions definitions)
    {
        Polynomial trips = Distance(loop);
        return OutsideLoops(function.Body).TakeWhile(s => !ReferenceEquals(s, loop)).SelectMany(Effects.All).OfType<For>().Any(l => l.Step == loop.Step && Distance(l).SameAs(trips));

        Polynomial Distance(For counted) => definitions.Polynomial(counted.End) - definitions.Polynomial(counted.Start);
    }
}
