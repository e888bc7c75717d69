using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Declares what lanes need: small buffers at the beginning, and arrays with room for all lanes where the arrays were.</summary>
internal sealed class LaneDeclarations(LaneBuffers buffers)
{
    private readonly Stack<WorkspaceVariable> open = new();
    private readonly HashSet<KernelArray> started = [];
    private WorkspaceVariable? added;

    public KernelBlock Run(KernelBlock body)
    {
        started.UnionWith(KernelTree.Statements(body).SelectMany(Started));
        started.ExceptWith(KernelTree.Statements(body).OfType<DeclareStart>().Select(s => s.Array));
        KernelBlock result = Rewrite(body);
        KernelStatement[] checks = [.. result.Statements.Take(EntryChecks.Leading(result))];
        IEnumerable<KernelStatement> scope = added is null ? [] : [new EnterWorkspace(added)];
        IEnumerable<KernelStatement> starts = started.Where(a => a.Storage == ArrayStorage.Parameter).Select(a => new DeclareStart(a));
        return new(checks.Concat(starts).Concat(scope).Concat(buffers.Declarations.SelectMany(WithStart)).Concat(result.Statements.Skip(checks.Length)).ToEquatableArray());
    }

    private KernelBlock Rewrite(KernelBlock block)
    {
        int depth = open.Count;
        List<KernelStatement> statements = [];
        foreach (KernelStatement statement in block.Statements)
        {
            if (statement is EnterWorkspace enter) open.Push(enter.Scope);
            statements.AddRange(WithStart(Rewrite(statement)));
        }

        while (open.Count > depth) open.Pop();
        return new(statements.ToEquatableArray());
    }

    private WorkspaceVariable Scope() => open.Count > 0 ? open.Peek() : added ??= new();

    /// <summary>The arrays that a statement loads vectors from or stores them to.</summary>
    public static IEnumerable<KernelArray> Started(KernelStatement statement)
    {
        IEnumerable<KernelArray> arrays = KernelTree.Nodes(statement).OfType<LaneElement>().Where(e => e.Active is null && e.Stride == Motion.Constant(1)).Select(e => e.Array);
        if (statement is WriteLanes { Active: null, IsSum: false } write && write.Stride == Motion.Constant(1)) arrays = arrays.Append(write.Array);
        return arrays.Where(a => a.Storage != ArrayStorage.Growable);
    }

    private IEnumerable<KernelStatement> WithStart(KernelStatement statement)
    {
        yield return statement;
        if (statement is DeclareArray { Array: var array } && started.Contains(array)) yield return new DeclareStart(array);
    }

    private KernelStatement Rewrite(KernelStatement statement) => statement switch
    {
        DeclareArray { Array.Storage: ArrayStorage.Workspace } declaration => buffers.Widened(declaration with { Scope = Scope() }, Scope),
        DeclareArray declaration => buffers.Widened(declaration, Scope),
        _ => KernelTree.WithBlocks(statement, Rewrite),
    };
}
