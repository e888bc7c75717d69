using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Which values and buffers depend on the independent variables (varied), and which of those the results depend on (active).</summary>
/// <remarks>Flow-insensitive over buffers and iterated to a fixpoint over loops; linear in the size for each sweep.</remarks>
internal sealed class Activity
{
    private readonly Function function;
    private readonly bool[] variedValues, usefulValues, variedBuffers, usefulBuffers;
    private bool changed;

    private Activity(Function function)
    {
        this.function = function;
        (variedValues, usefulValues) = (new bool[function.Values.Count], new bool[function.Values.Count]);
        (variedBuffers, usefulBuffers) = (new bool[function.Buffers.Count], new bool[function.Buffers.Count]);
    }

    public static Activity Of(Function function)
    {
        Activity activity = new(function);
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter is { IsVariable: true } and ScalarParameter scalar) activity.variedValues[scalar.Value.Id] = true;
            if (parameter is { IsVariable: true } and BufferParameter buffer) activity.variedBuffers[buffer.Buffer.Id] = true;
            if (parameter is BufferParameter { Role: not (ParameterRole.User or ParameterRole.Direction) } output) activity.usefulBuffers[output.Buffer.Id] = true;
        }

        foreach (Atom result in function.Body.Yields) activity.Mark(activity.usefulValues, result);
        activity.Iterate(activity.Forward, isBackward: false);
        activity.Iterate(activity.Backward, isBackward: true);
        return activity;
    }

    public bool IsVaried(Atom atom) => atom.IsValue && variedValues[atom.Value.Id];

    public bool IsVaried(Ir.Buffer buffer) => variedBuffers[buffer.Id];

    public bool IsActive(Atom atom) => atom.IsValue && variedValues[atom.Value.Id] && usefulValues[atom.Value.Id];

    public bool IsActive(Ir.Buffer buffer) => variedBuffers[buffer.Id] && usefulBuffers[buffer.Id];

    /// <summary>In the direction in which the facts flow, so that a sweep goes all the way but for what loops carry.</summary>
    private void Iterate(Action<Statement> visit, bool isBackward)
    {
        do
        {
            changed = false;
            Visit(function.Body, visit, isBackward);
        }
        while (changed);
    }

    private static void Visit(Block block, Action<Statement> visit, bool isBackward)
    {
        for (int i = 0; i < block.Statements.Count; i++)
        {
            Statement statement = block.Statements[isBackward ? block.Statements.Count - 1 - i : i];
            visit(statement);
            foreach (Block inner in isBackward ? statement.Blocks.Reverse() : statement.Blocks) Visit(inner, visit, isBackward);
            visit(statement);
        }
    }

    private void Forward(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                if (DifferentiableOperands(let).Any(IsVaried)) Mark(variedValues, let.Result);
                break;
            case Load load:
                if (variedBuffers[load.Buffer.Id]) Mark(variedValues, load.Result);
                break;
            case Store store:
                if (IsVaried(store.Operand)) Mark(variedBuffers, store.Buffer);
                break;
            case Accumulate accumulate:
                if (IsVaried(accumulate.Operand)) Mark(variedBuffers, accumulate.Buffer);
                break;
            default:
                foreach ((Value to, Atom from) in Flows(statement))
                {
                    if (IsVaried(from)) Mark(variedValues, to);
                }

                break;
        }
    }

    private void Backward(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                if (usefulValues[let.Result.Id]) MarkAll(DifferentiableOperands(let));
                break;
            case Load load:
                if (usefulValues[load.Result.Id]) Mark(usefulBuffers, load.Buffer);
                break;
            case Store store:
                if (usefulBuffers[store.Buffer.Id]) Mark(usefulValues, store.Operand);
                break;
            case Accumulate accumulate:
                if (usefulBuffers[accumulate.Buffer.Id]) Mark(usefulValues, accumulate.Operand);
                break;
            default:
                foreach ((Value to, Atom from) in Flows(statement))
                {
                    if (usefulValues[to.Id]) Mark(usefulValues, from);
                }

                break;
        }
    }

    /// <summary>The copies that control flow makes: initial and yielded values into carried ones, those and the yields into outputs.</summary>
    private static IEnumerable<(Value To, Atom From)> Flows(Statement statement)
    {
        switch (statement)
        {
            case For loop: return Flows(loop.Outputs, loop.Carries, loop.Body);
            case While loop: return Flows(loop.Outputs, loop.Carries, loop.Body);
            case If choice:
                return choice.Outputs.Select((o, i) => (o, choice.Then.Yields[i])).Concat(choice.Outputs.Select((o, i) => (o, choice.Else.Yields[i])));
            default: return [];
        }
    }

    private static IEnumerable<(Value To, Atom From)> Flows(EquatableArray<Value> outputs, EquatableArray<Carried> carries, Block body)
    {
        for (int i = 0; i < carries.Count; i++)
        {
            yield return (carries[i].Value, carries[i].Initial);
            yield return (carries[i].Value, body.Yields[i]);
            yield return (outputs[i], carries[i].Value);
        }
    }

    /// <summary>The operands whose change moves the result: those with a derivative, of floating-point type.</summary>
    private IEnumerable<Atom> DifferentiableOperands(Let let)
    {
        if (!function.TypeOf(let.Result).IsFloat()) yield break;
        for (int i = 0; i < let.Arguments.Count; i++)
        {
            if (let.Primitive.Propagations[i] is not null && function.TypeOf(let.Arguments[i]).IsFloat()) yield return let.Arguments[i];
        }
    }

    private void MarkAll(IEnumerable<Atom> atoms)
    {
        foreach (Atom atom in atoms) Mark(usefulValues, atom);
    }

    private void Mark(bool[] set, Atom atom)
    {
        if (!atom.IsValue || set[atom.Value.Id]) return;
        set[atom.Value.Id] = changed = true;
    }

    private void Mark(bool[] set, Ir.Buffer buffer)
    {
        if (set[buffer.Id]) return;
        set[buffer.Id] = changed = true;
    }
}
