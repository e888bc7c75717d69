using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

internal sealed partial class LoopSimplification
{
    private For DropConstantCarries(For loop, bool runs)
    {
        Func<HashSet<Value>>? inside = runs ? () => DefinedInside(loop) : null;
        List<int> kept = ReplaceConstantCarries(loop.Carries, loop.Body, loop.Outputs, inside);
        if (kept.Count == loop.Carries.Count) return loop;
        Block body = loop.Body with { Yields = Pick(loop.Body.Yields, kept) };
        return loop with { Outputs = Pick(loop.Outputs, kept), Carries = Pick(loop.Carries, kept), Body = body };
    }

    private While DropConstantCarries(While loop)
    {
        List<int> kept = ReplaceConstantCarries(loop.Carries, loop.Body, loop.Outputs, null);
        if (kept.Count == loop.Carries.Count) return loop;
        Block body = loop.Body with { Yields = Pick(loop.Body.Yields, kept) };
        return loop with { Outputs = Pick(loop.Outputs, kept), Carries = Pick(loop.Carries, kept), Body = body };
    }

    /// <summary>Substitutes for carried values that never vary, and for outputs known without the loop; returns which must be carried.</summary>
    /// <param name="definedInside">For a loop that surely runs: what it defines. Its last yield is then its output, also where it is from outside.</param>
    private List<int> ReplaceConstantCarries(EquatableArray<Carried> carries, Block body, EquatableArray<Value> outputs, Func<HashSet<Value>>? definedInside)
    {
        List<int> kept = [];
        HashSet<Value>? inside = null;
        for (int i = 0; i < carries.Count; i++)
        {
            (Value value, Atom initial) = carries[i];
            Atom yield = Use(body.Yields[i]);
            if (yield == value || yield == Use(initial))
            {
                substitution.Set(value, Use(initial));
                substitution.Set(outputs[i], Use(initial));
                continue;
            }

            kept.Add(i);
            if (definedInside is null) continue;
            if (yield.IsConstant || !(inside ??= definedInside()).Contains(yield.Value)) substitution.Set(outputs[i], yield);
        }

        return kept;
    }

    /// <summary>The values that a yield of the loop can name and that change with the iteration.</summary>
    private static HashSet<Value> DefinedInside(For loop) =>
        [loop.Counter, .. loop.Carries.Select(c => c.Value), .. loop.Body.Statements.SelectMany(s => s.Results)];
}
