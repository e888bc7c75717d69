using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Puts the longest loops of several lanes into methods of their own.</summary>
/// <remarks>Beyond about a thousand variables RyuJIT stops inlining and then optimising; every vector of every value is one.</remarks>
internal sealed class MethodParts
{
    private const int Longest = 120;

    private readonly List<MethodPart> parts = [];

    /// <summary>The body with calls of its parts, and the parts.</summary>
    public static (KernelBlock Body, IReadOnlyList<MethodPart> Parts) Run(KernelBlock body)
    {
        MethodParts pass = new();
        return (pass.Rewrite(body, body), pass.parts);
    }

    private KernelBlock Rewrite(KernelBlock block, KernelBlock whole) => new(block.Statements.Select(s => Rewrite(s, whole)).ToEquatableArray());

    private KernelStatement Rewrite(KernelStatement statement, KernelBlock whole)
    {
        switch (statement)
        {
            case ForStatement { IsLanes: true } loop when Weight(loop) > Longest: return new CallPart(Part(loop, whole)) { Line = loop.Line };
            case ForStatement loop: return loop with { Body = Rewrite(loop.Body, whole) };
            case WhileStatement loop: return loop with { Body = Rewrite(loop.Body, whole) };
            case IfStatement choice: return choice with { Then = Rewrite(choice.Then, whole), Else = Rewrite(choice.Else, whole) };
            default: return statement;
        }
    }

    private MethodPart Part(ForStatement loop, KernelBlock whole)
    {
        KernelBlock body = new(new KernelStatement[] { loop }.ToEquatableArray());
        KernelStatement[] statements = [.. KernelTree.Statements(body)];
        HashSet<Local> outside = [];
        Occurrences(whole, loop, outside);
        HashSet<Local> inside = [.. statements.SelectMany(KernelTree.Locals)], assigned = [.. statements.OfType<AssignLocal>().Select(a => a.Local)];
        HashSet<KernelArray> declared = [.. statements.OfType<DeclareArray>().Select(d => d.Array)], written = [.. statements.SelectMany(Written)];
        HashSet<KernelArray> used = [.. statements.SelectMany(Used).Where(a => !declared.Contains(a))];
        HashSet<WorkspaceVariable> opened = [.. statements.OfType<EnterWorkspace>().Select(e => e.Scope)];
        WorkspaceVariable[] scopes = [.. statements.OfType<DeclareArray>().Select(d => d.Scope).OfType<WorkspaceVariable>().Where(s => !opened.Contains(s)).Distinct()];
        IEnumerable<KernelStatement> starts = statements.SelectMany(LaneDeclarations.Started).Distinct().Where(a => !declared.Contains(a)).Select(a => new DeclareStart(a));
        MethodPart part = new(
            parts.Count + 1,
            Declarations.Run(new(starts.Append(loop).ToEquatableArray()), outside),
            [.. inside.Where(l => outside.Contains(l) && !assigned.Contains(l))],
            [.. inside.Where(l => outside.Contains(l) && assigned.Contains(l))],
            [.. used.Select(a => (a, written.Contains(a)))],
            scopes);
        parts.Add(part);
        return part;
    }

    private static int Weight(ForStatement loop) => KernelTree.Statements(loop.Body).Sum(s => s switch
    {
        AssignLocal { Local: { Shape: { } shape, IsSplat: false }, Value: var value } => shape.Groups * (1 + 8 * Long(value)),
        WriteLanes write => write.Value.Shape!.Groups * (1 + 8 * Long(write.Value)),
        _ => 1,
    });

    private static int Long(KernelExpression value) => ExpressionTree.Nodes(value).Count(n => n is OperationExpression operation && LaneFunctions.IsLong(operation.Primitive));

    private static void Occurrences(KernelBlock block, ForStatement except, HashSet<Local> locals)
    {
        foreach (KernelStatement statement in block.Statements.Where(s => !ReferenceEquals(s, except)))
        {
            locals.UnionWith(KernelTree.Locals(statement));
            foreach (KernelBlock inner in statement.Blocks) Occurrences(inner, except, locals);
        }
    }

    private static IEnumerable<KernelArray> Written(KernelStatement statement) => statement switch
    {
        WriteElement write => [write.Array],
        WriteLanes write => [write.Array],
        FillRange fill => [fill.Target.Array],
        CopyRange copy => [copy.Target.Array],
        PackLanes pack => [pack.Target],
        SumLanes sum => [sum.Target],
        MapLanes map => map.Buffers,
        _ => [],
    };

    private static IEnumerable<KernelArray> Used(KernelStatement statement)
    {
        IEnumerable<KernelArray> read = KernelTree.Nodes(statement).Select(node => node switch
        {
            ElementExpression element => element.Array,
            LaneElement element => element.Array,
            LengthExpression length => length.Array,
            _ => null,
        }).OfType<KernelArray>();
        IEnumerable<KernelArray> own = statement switch
        {
            CopyRange copy => [copy.Source.Array],
            PackLanes pack => [pack.Source],
            SumLanes sum => [sum.Lanes],
            CheckLanes check => [check.Array],
            _ => [],
        };
        return read.Concat(own).Concat(Written(statement));
    }
}
