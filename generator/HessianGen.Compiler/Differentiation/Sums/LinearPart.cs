using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// Emits the statements of a function with a loop replaced, as long as everything is linear in the loop's sums, and beside each what of it depends
/// on the sums: of <c>y = c·sum + r</c> the part <c>c·sum</c>.
/// </summary>
/// <param name="loop">The loop, outside of other loops.</param>
/// <param name="range">What stands for it, with the same outputs.</param>
internal sealed class LinearPart(IrBuilder builder, Independence independence, For loop, For range)
{
    private readonly Dictionary<Value, Atom> parts = [];

    /// <summary>The part of a value that depends on the sums; null where there is none.</summary>
    public Atom? Of(Atom atom) => atom.IsValue && parts.TryGetValue(atom.Value, out Atom part) ? part : null;

    /// <summary>Emits a statement and the parts of what it computes; false where something in it is not linear in the sums.</summary>
    public bool Emit(Statement statement)
    {
        if (ReferenceEquals(statement, loop))
        {
            builder.Emit(range);
            foreach (Value sum in range.Outputs) parts[sum] = sum;
            return true;
        }

        if (!Effects.Uses(statement).Any(parts.ContainsKey) && !Effects.All(statement).Any(s => ReferenceEquals(s, loop)))
        {
            builder.Emit(statement);
            return true;
        }

        if (statement is If choice) return Emit(choice);
        builder.Emit(statement);
        if (statement is For or While) return Pass(statement);
        if (statement is not Let let || !builder.TypeOf(let.Result).IsFloat() || Linear(let) is not { } part) return false;
        parts[let.Result] = part;
        return true;
    }

    /// <summary>A branch hands out the parts beside the values.</summary>
    private bool Emit(If choice)
    {
        if (Of(choice.Condition) is not null || !Open(choice.Then)) return false;
        EquatableArray<Statement> then = builder.Close().Statements;
        if (!Open(choice.Else)) return false;
        EquatableArray<Statement> otherwise = builder.Close().Statements;
        int[] linear = [.. Enumerable.Range(0, choice.Outputs.Count).Where(i => Of(choice.Then.Yields[i]) is not null || Of(choice.Else.Yields[i]) is not null)];
        Value[] outputs = [.. linear.Select(i => builder.CopyOf(choice.Outputs[i]))];
        builder.Emit(choice with
        {
            Outputs = choice.Outputs.Concat(outputs).ToEquatableArray(),
            Then = new(then, choice.Then.Yields.Concat(linear.Select(i => OrZero(choice.Then.Yields[i]))).ToEquatableArray()),
            Else = new(otherwise, choice.Else.Yields.Concat(linear.Select(i => OrZero(choice.Else.Yields[i]))).ToEquatableArray()),
        });
        for (int i = 0; i < linear.Length; i++) parts[choice.Outputs[linear[i]]] = outputs[i];
        return true;
    }

    private bool Open(Block branch)
    {
        builder.Open();
        return branch.Statements.All(Emit);
    }

    private Atom OrZero(Atom atom) => Of(atom) ?? Atom.Zero(builder.TypeOf(atom));

    private Atom? Linear(Let let)
    {
        Atom x = let.Arguments[0], y = let.Arguments.Count > 1 ? let.Arguments[1] : x;
        Atom? dx = Of(x), dy = let.Arguments.Count > 1 ? Of(y) : null;
        Primitive primitive = let.Primitive;
        if (primitive == Primitives.Add) return Sum(dx, dy);
        if (primitive == Primitives.Sub) return Sum(dx, Negated(dy));
        if (primitive == Primitives.Neg) return Negated(dx);
        if (primitive == Primitives.Mul) return Product(x, dx, y, dy);
        if (primitive == Primitives.Fma) return dx is null && dy is null || Product(x, dx, y, dy) is not null ? Sum(Product(x, dx, y, dy), Of(let.Arguments[2])) : null;
        if (primitive == Primitives.Div) return dx is { } divided && dy is null ? builder.Apply(Primitives.Div, divided, y) : null;
        if (primitive == Primitives.Select_) return Of(x) is null ? builder.Apply(primitive, x, OrZero(y), OrZero(let.Arguments[2])) : null;
        return primitive == Primitives.Convert && dx is { } converted ? builder.Convert(converted, builder.TypeOf(let.Result)) : null;
    }

    private Atom? Sum(Atom? x, Atom? y) => x is { } a && y is { } b ? builder.Apply(Primitives.Add, a, b) : x ?? y;

    private Atom? Negated(Atom? x) => x is { } a ? builder.Apply(Primitives.Neg, a) : null;

    /// <summary>Null for the product of two sums.</summary>
    private Atom? Product(Atom x, Atom? dx, Atom y, Atom? dy) =>
        dx is { } a && dy is null ? builder.Apply(Primitives.Mul, a, y) : dy is { } b && dx is null ? builder.Apply(Primitives.Mul, x, b) : null;

    /// <summary>A loop or branch that does nothing with the sums but to go on adding to them: what comes out depends on them as what goes in.</summary>
    private bool Pass(Statement statement)
    {
        Dictionary<Value, int> links = [];
        foreach (Value output in statement.Results)
        {
            foreach (Value sum in parts.Keys.ToArray())
            {
                Dictionary<Value, int> chain = [];
                if (!independence.Trace(output, sum, chain)) continue;
                foreach (KeyValuePair<Value, int> link in chain.Where(l => l.Key != output)) links[link.Key] = link.Value + (links.TryGetValue(link.Key, out int count) ? count : 0);
                parts[output] = parts[sum];
                break;
            }
        }

        // Nothing but these chains may read the sums, or a link of a chain.
        ILookup<Value, Value> uses = Effects.Uses(statement).Where(v => parts.ContainsKey(v) || links.ContainsKey(v)).ToLookup(v => v);
        return uses.All(u => links.TryGetValue(u.Key, out int count) && count == u.Count());
    }
}
