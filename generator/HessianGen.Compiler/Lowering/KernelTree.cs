using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Walks over kernel trees.</summary>
internal static class KernelTree
{
    /// <summary>All statements of a block and of the blocks inside it, outer before inner.</summary>
    public static IEnumerable<KernelStatement> Statements(KernelBlock block) => block.Statements.SelectMany(Statements);

    /// <summary>A statement, and all in its blocks.</summary>
    public static IEnumerable<KernelStatement> Statements(KernelStatement statement) => statement.Blocks.SelectMany(Statements).Prepend(statement);

    /// <summary>A statement with each of its blocks replaced; one without blocks as it is.</summary>
    public static KernelStatement WithBlocks(KernelStatement statement, Func<KernelBlock, KernelBlock> replace) => statement switch
    {
        ForStatement loop => loop with { Body = replace(loop.Body) },
        WhileStatement loop => loop with { Body = replace(loop.Body) },
        IfStatement choice => choice with { Then = replace(choice.Then), Else = replace(choice.Else) },
        _ => statement,
    };

    /// <summary>A statement with one variable in the place of another.</summary>
    public static KernelStatement Replace(KernelStatement statement, Local from, Local to)
    {
        KernelExpression Of(KernelExpression expression) => ExpressionTree.Replace(expression, from, to);
        Local Target(Local local) => local == from ? to : local;
        KernelRange Range(KernelRange range) => range.Start is null || range.Count is null ? range : range with { Start = Of(range.Start), Count = Of(range.Count) };
        KernelStatement own = statement switch
        {
            AssignLocal assignment => assignment with { Local = Target(assignment.Local), Value = Of(assignment.Value) },
            WriteElement write => write with { Index = Of(write.Index), Value = Of(write.Value) },
            ForStatement loop => loop with { Start = Of(loop.Start), End = Of(loop.End) },
            WhileStatement { Condition: { } condition } loop => loop with { Condition = Of(condition) },
            BreakIf exit => new BreakIf(Of(exit.Condition)) { Line = exit.Line },
            IfStatement choice => choice with { Condition = Of(choice.Condition) },
            CheckStatement check => check with { Condition = Of(check.Condition) },
            DeclareArray declaration => declaration with { Extent = Of(declaration.Extent) },
            FillRange fill => fill with { Target = Range(fill.Target), Value = Of(fill.Value) },
            CopyRange copy => new CopyRange(Range(copy.Source), Range(copy.Target)) { Line = copy.Line },
            WhileStatement or EnterWorkspace => statement,
            _ => throw new CompilerException("lowering", $"a variable of a {statement.GetType().Name} cannot be replaced"),
        };
        return WithBlocks(own, block => new(block.Statements.Select(s => Replace(s, from, to)).ToEquatableArray()));
    }

    /// <summary>The statements of a block but for some and what is inside of them.</summary>
    public static IEnumerable<KernelStatement> StatementsOutside(KernelBlock block, Func<KernelStatement, bool> isInside) =>
        block.Statements.Where(s => !isInside(s)).SelectMany(s => s.Blocks.SelectMany(b => StatementsOutside(b, isInside)).Prepend(s));

    /// <summary>The variables of a block that occur outside of some of its statements.</summary>
    public static HashSet<Local> LocalsOutside(KernelBlock block, Func<KernelStatement, bool> isInside) => [.. StatementsOutside(block, isInside).SelectMany(Locals)];

    /// <summary>How often each variable is read, assigned or counted with, also in blocks.</summary>
    public static Dictionary<Local, int> Occurrences(IEnumerable<KernelStatement> statements)
    {
        Dictionary<Local, int> counts = [];
        foreach (Local local in statements.SelectMany(Statements).SelectMany(Locals)) counts[local] = counts.TryGetValue(local, out int count) ? count + 1 : 1;
        return counts;
    }

    /// <summary>Every expression that a statement itself reads, with its parts.</summary>
    public static IEnumerable<KernelExpression> Nodes(KernelStatement statement) => statement.Expressions.SelectMany(ExpressionTree.Nodes);

    /// <summary>The arrays of which a statement itself reads elements.</summary>
    public static IEnumerable<KernelArray> Read(KernelStatement statement)
    {
        IEnumerable<KernelArray> elements = Nodes(statement).Select(node => node switch
        {
            ElementExpression element => element.Array,
            LaneElement element => element.Array,
            _ => null,
        }).OfType<KernelArray>();
        return elements.Concat(statement switch
        {
            WriteElement { Operator: not null } update => [update.Array],
            CopyRange copy => [copy.Source.Array],
            PackLanes pack => [pack.Source],
            SumLanes sum => [sum.Lanes],
            _ => [],
        });
    }

    /// <summary>The arrays of which a statement itself writes elements.</summary>
    public static IEnumerable<KernelArray> Written(KernelStatement statement) => statement switch
    {
        WriteElement write => [write.Array],
        WriteLanes write => [write.Array],
        FillRange fill => [fill.Target.Array],
        CopyRange copy => [copy.Target.Array],
        PackLanes pack => [pack.Target],
        SumLanes sum => [sum.Target],
        MapLanes map => map.Buffers,
        DeclareBand band => [band.Values],
        _ => [],
    };

    /// <summary>The variables that a statement itself reads, assigns or counts with.</summary>
    public static IEnumerable<Local> Locals(KernelStatement statement)
    {
        foreach (KernelExpression node in Nodes(statement))
        {
            if (node is LocalExpression { Local: var local }) yield return local;
        }

        switch (statement)
        {
            case AssignLocal assignment: yield return assignment.Local; break;
            case DeclareLocal declaration: yield return declaration.Local; break;
            case DeclareSineAndCosine both: yield return both.Sine; yield return both.Cosine; break;
            case ForStatement loop: yield return loop.Counter; break;
        }
    }
}
