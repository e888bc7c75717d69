using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>Removes what the translation hands around and nobody uses: outputs of branches, carried values, scalar computation. Loads stay, for they may throw.</summary>
internal sealed class Pruning
{
    private readonly HashSet<Value> live = [];
    private bool changed;

    public static Function Run(Function function)
    {
        Pruning pruning = new();
        pruning.MarkAll(function.Body.Yields);
        do
        {
            pruning.changed = false;
            pruning.Visit(function.Body);
        }
        while (pruning.changed);

        return function with { Body = new(pruning.Rebuild(function.Body), function.Body.Yields) };
    }

    private void Visit(Block block)
    {
        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            switch (block.Statements[i])
            {
                case Let let:
                    if (live.Contains(let.Result)) MarkAll(let.Arguments);
                    break;
                case For loop:
                    Mark(loop.Start);
                    Mark(loop.End);
                    Visit(loop.Carries, loop.Outputs, loop.Body);
                    break;
                case While loop:
                    MarkAll(loop.Test.Yields);
                    Visit(loop.Test);
                    Visit(loop.Carries, loop.Outputs, loop.Body);
                    break;
                case If choice:
                    Mark(choice.Condition);
                    for (int k = 0; k < choice.Outputs.Count; k++)
                    {
                        if (!live.Contains(choice.Outputs[k])) continue;
                        Mark(choice.Then.Yields[k]);
                        Mark(choice.Else.Yields[k]);
                    }

                    Visit(choice.Then);
                    Visit(choice.Else);
                    break;
                case var other:
                    foreach (Atom operand in other.Operands) Mark(operand);
                    break;
            }
        }
    }

    private void Visit(EquatableArray<Carried> carries, EquatableArray<Value> outputs, Block body)
    {
        for (int k = 0; k < carries.Count; k++)
        {
            if (!live.Contains(outputs[k]) && !live.Contains(carries[k].Value)) continue;
            Mark(carries[k].Value);
            Mark(carries[k].Initial);
            Mark(body.Yields[k]);
        }

        Visit(body);
    }

    private EquatableArray<Statement> Rebuild(Block block) =>
        block.Statements.Select(Rebuild).Where(s => s is not null).Select(s => s!).ToEquatableArray();

    private Statement? Rebuild(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                return live.Contains(let.Result) ? let : null;
            case For loop:
                int[] kept = Kept(loop.Carries);
                For counted = loop with { Outputs = Keep(loop.Outputs, kept), Carries = Keep(loop.Carries, kept), Body = new(Rebuild(loop.Body), Keep(loop.Body.Yields, kept)) };
                return counted.Outputs.Count == 0 && counted.Body.Statements.Count == 0 ? null : counted;
            case While loop:
                int[] carried = Kept(loop.Carries);
                Block test = new(Rebuild(loop.Test), loop.Test.Yields);
                return loop with { Outputs = Keep(loop.Outputs, carried), Carries = Keep(loop.Carries, carried), Test = test, Body = new(Rebuild(loop.Body), Keep(loop.Body.Yields, carried)) };
            case If choice:
                int[] outputs = [.. Enumerable.Range(0, choice.Outputs.Count).Where(k => live.Contains(choice.Outputs[k]))];
                If branch = choice with
                {
                    Outputs = Keep(choice.Outputs, outputs),
                    Then = new(Rebuild(choice.Then), Keep(choice.Then.Yields, outputs)),
                    Else = new(Rebuild(choice.Else), Keep(choice.Else.Yields, outputs)),
                };
                return branch.Outputs.Count == 0 && branch.Then.Statements.Count == 0 && branch.Else.Statements.Count == 0 ? null : branch;
            default:
                return statement;
        }
    }

    private int[] Kept(EquatableArray<Carried> carries) => [.. Enumerable.Range(0, carries.Count).Where(k => live.Contains(carries[k].Value))];

    private static EquatableArray<T> Keep<T>(EquatableArray<T> items, int[] kept)
        where T : IEquatable<T> => kept.Length == items.Count ? items : kept.Select(k => items[k]).ToEquatableArray();

    private void MarkAll(EquatableArray<Atom> atoms)
    {
        foreach (Atom atom in atoms) Mark(atom);
    }

    private void Mark(Atom atom)
    {
        if (atom.IsValue && live.Add(atom.Value)) changed = true;
    }
}
