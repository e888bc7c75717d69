using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>
/// Decides where arrays live: a few elements on the stack, the others in the per-thread workspace; out of every loop that
/// does not change their extent, else in a scope of the workspace that each iteration opens.
/// </summary>
internal sealed class WorkspacePlan
{
    private const int StackBytes = 512;

    private readonly Layout layout;
    private readonly Dictionary<Node, ArrayPlacement> placements = [];
    private readonly Dictionary<NodeBlock, WorkspaceVariable> scopes = [];
    private ILookup<Node, Node> declaredBefore = Array.Empty<Node>().ToLookup(n => n);
    private int stackBytes;

    private WorkspacePlan(Layout layout) => this.layout = layout;

    public static WorkspacePlan Of(Layout layout)
    {
        WorkspacePlan plan = new(layout);
        foreach (Node node in layout.AllNodes().Where(n => n.IsLive && n.Statement is Alloc)) plan.Place(node, (Alloc)node.Statement);
        foreach (ArrayPlacement placement in plan.placements.Values) plan.OpenScope(placement);
        plan.declaredBefore = plan.placements.ToLookup(p => p.Value.Before, p => p.Key);
        return plan;
    }

    public ArrayPlacement this[Node alloc] => placements[alloc];

    /// <summary>The allocations whose arrays are declared just before a statement.</summary>
    public IEnumerable<Node> DeclaredBefore(Node node) => declaredBefore[node];

    /// <summary>The scope that a block opens for itself; null where it uses an outer one or none.</summary>
    public WorkspaceVariable? ScopeOpenedIn(NodeBlock block) => scopes.TryGetValue(block, out WorkspaceVariable? scope) ? scope : null;

    /// <summary>The scope that arrays declared in a block are rented from.</summary>
    public WorkspaceVariable ScopeFor(NodeBlock block) => ScopeOpenedIn(block) ?? ScopeFor(block.Owner!.Parent);

    private void Place(Node node, Alloc alloc)
    {
        BufferInfo info = layout.Function.Buffers[alloc.Buffer.Id];
        ArrayStorage storage = StorageOf(alloc, info.Element);
        Node before = alloc.Growable ? node : Outermost(node, alloc);
        bool isHoisted = before != node, mustBeZero = !alloc.Growable && !Overwriting.ComesFirst(node, layout) && !IsCovered(node, alloc);
        placements.Add(node, new(new(info.Element, info.Name, storage), before, mustBeZero && !isHoisted, isHoisted, mustBeZero && isHoisted));
    }

    /// <summary>True where what follows the allocation reads only elements that it has stored.</summary>
    private bool IsCovered(Node node, Alloc alloc)
    {
        IndexFacts facts = new(layout.Function);
        Stack<For> around = new();
        for (Node? outer = node.Parent.Owner; outer is not null; outer = outer.Parent.Owner)
        {
            if (outer.Statement is For loop) around.Push(loop);
        }

        foreach (For loop in around) facts.Enter(loop);
        Statement[] following = [.. node.Parent.Nodes.SkipWhile(n => n != node).Skip(1).Select(n => n.Statement)];
        return new Coverage(alloc.Buffer, alloc.Extent, facts).Holds(new(following.ToEquatableArray(), EquatableArray<Atom>.Empty));
    }

    private ArrayStorage StorageOf(Alloc alloc, ScalarType element)
    {
        if (alloc.Growable) return ArrayStorage.Growable;
        if (!alloc.Extent.IsConstant || alloc.Extent.Integer is < 0 or > StackBytes) return ArrayStorage.Workspace;
        int bytes = checked((int)alloc.Extent.Integer * BytesOf(element));
        if (stackBytes + bytes > StackBytes) return ArrayStorage.Workspace;
        stackBytes += bytes;
        return ArrayStorage.Stack;
    }

    /// <summary>The outermost loop around the allocation before which its extent is known; the allocation itself where there is none.</summary>
    private Node Outermost(Node node, Alloc alloc)
    {
        Node result = node;
        for (Node? outer = node.Parent.Owner; outer is not null && IsKnownBefore(alloc.Extent, outer); outer = outer.Parent.Owner)
        {
            if (outer.Region!.Kind == RegionKind.Loop) result = outer;
        }

        return result;
    }

    private bool IsKnownBefore(Atom atom, Node node)
    {
        if (atom.IsConstant) return true;
        Point definition = layout.Definition(atom.Value);
        return definition.Region.Contains(node.Parent.Region) && definition.Position < node.Enter;
    }

    private void OpenScope(ArrayPlacement placement)
    {
        if (placement.Array.Storage == ArrayStorage.Stack) return;
        NodeBlock block = placement.Before.Parent;
        while (block.Owner is { } owner && !OwnsScope(block)) block = owner.Parent;
        if (!scopes.ContainsKey(block)) scopes.Add(block, new());
    }

    /// <summary>The function's body, and any block that runs repeatedly and in which no array of an outer scope grows.</summary>
    private bool OwnsScope(NodeBlock block)
    {
        if (block.Owner is null) return true;
        if (block.Owner.Region!.Kind != RegionKind.Loop) return false;
        return !layout.AllNodes().Any(n => n.Statement is Alloc { Growable: true } alloc && !IsInside(n, block)
            && block.Owner.Writes.Contains(alloc.Buffer));
    }

    public static int BytesOf(ScalarType type) => type switch
    {
        ScalarType.F64 or ScalarType.I64 or ScalarType.U64 => 8,
        ScalarType.F32 or ScalarType.I32 or ScalarType.U32 => 4,
        ScalarType.I16 or ScalarType.U16 => 2,
        _ => 1,
    };

    private static bool IsInside(Node node, NodeBlock block) => block.Region.Contains(node.Parent.Region);
}
