using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Removes control flow that decides nothing: loops of no or one iteration, constant branches, carried values and outputs that never vary.</summary>
/// <remarks>
/// <code>
/// for i in a..b carrying (c = x) { … yields c }   →   c, and what the loop gives for it, is x
/// for i in 3..4 carrying (c = x) { S yields y }   →   S with i = 3, c = x
/// if true { S yields x } else { T yields y }      →   S
/// if c { yields x } else { yields y }             →   select c x y
/// </code>
/// </remarks>
internal sealed partial class LoopSimplification : IrRewriter
{
    private readonly Substitution substitution;

    private LoopSimplification(Function function) => substitution = new(function.Values.Count);

    /// <summary>The function without control flow that is decided at compile time.</summary>
    public static Function Run(Function function) => new LoopSimplification(function).Rewrite(function);

    protected override Atom Use(Atom atom) => substitution.Of(atom);

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case For loop: Simplify(loop, output); break;
            case If choice: Simplify(choice, output); break;
            case While loop: Simplify(loop, output); break;
            default: output.Add(Rebuild(statement)); break;
        }
    }

    private void Simplify(If choice, List<Statement> output)
    {
        Atom condition = Use(choice.Condition);
        if (condition.IsConstant)
        {
            Inline(condition.Boolean ? choice.Then : choice.Else, choice.Outputs, output);
            return;
        }

        If rebuilt = DropEqualOutputs((If)Rebuild(choice));
        if (rebuilt.Then.Statements.Count + rebuilt.Else.Statements.Count > 0)
        {
            output.Add(rebuilt);
            return;
        }

        for (int i = 0; i < rebuilt.Outputs.Count; i++)
        {
            Atom[] operands = [condition, rebuilt.Then.Yields[i], rebuilt.Else.Yields[i]];
            output.Add(new Let(rebuilt.Outputs[i], Primitives.Select_, new(operands)) { Line = choice.Line });
        }
    }

    /// <summary>An output that both branches give the same atom is that atom; true or false by the condition is the condition.</summary>
    private If DropEqualOutputs(If choice)
    {
        List<int> kept = [];
        for (int i = 0; i < choice.Outputs.Count; i++)
        {
            (Atom then, Atom otherwise) = (choice.Then.Yields[i], choice.Else.Yields[i]);
            if (then == otherwise) substitution.Set(choice.Outputs[i], then);
            else if (then == Atom.OfBoolean(true) && otherwise == Atom.OfBoolean(false)) substitution.Set(choice.Outputs[i], choice.Condition);
            else kept.Add(i);
        }

        if (kept.Count == choice.Outputs.Count) return choice;
        return choice with
        {
            Outputs = Pick(choice.Outputs, kept),
            Then = choice.Then with { Yields = Pick(choice.Then.Yields, kept) },
            Else = choice.Else with { Yields = Pick(choice.Else.Yields, kept) },
        };
    }

    private void Simplify(For loop, List<Statement> output)
    {
        For bound = loop with { Start = Use(loop.Start), End = Use(loop.End) };
        switch (TripCount.Of(bound))
        {
            case 0:
                ReplaceAll(loop.Outputs, loop.Carries);
                break;
            case 1:
                substitution.Set(loop.Counter, bound.Start);
                foreach (Carried carried in loop.Carries) substitution.Set(carried.Value, Use(carried.Initial));
                Inline(loop.Body, loop.Outputs, output);
                break;
            case var trips:
                output.Add(Rebuild(DropConstantCarries(loop, runs: trips is > 0)));
                break;
        }
    }

    private void Simplify(While loop, List<Statement> output)
    {
        Block test = loop.Test;
        if (test.Yields[0] == Atom.OfBoolean(false))
        {
            foreach (Carried carried in loop.Carries) substitution.Set(carried.Value, Use(carried.Initial));
            ReplaceAll(loop.Outputs, loop.Carries);
            foreach (Statement statement in test.Statements) RewriteStatement(statement, output);
            return;
        }

        output.Add(Rebuild(DropConstantCarries(loop)));
    }

    /// <summary>Puts the block's statements here; its yields stand for the outputs.</summary>
    private void Inline(Block block, EquatableArray<Value> outputs, List<Statement> output)
    {
        foreach (Statement statement in block.Statements) RewriteStatement(statement, output);
        for (int i = 0; i < outputs.Count; i++) substitution.Set(outputs[i], Use(block.Yields[i]));
    }

    private void ReplaceAll(EquatableArray<Value> outputs, EquatableArray<Carried> carries)
    {
        for (int i = 0; i < outputs.Count; i++) substitution.Set(outputs[i], Use(carries[i].Initial));
    }

    private static EquatableArray<T> Pick<T>(EquatableArray<T> items, List<int> indices)
        where T : IEquatable<T> => new([.. indices.Select(i => items[i])]);
}
