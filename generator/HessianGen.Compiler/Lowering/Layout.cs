using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A function laid out in program order: where each value is defined, and what each statement touches.</summary>
internal sealed class Layout
{
    private readonly Node?[] definers;
    private readonly Point[] definitions;
    private int position;

    public Layout(Function function)
    {
        Function = function;
        definers = new Node?[function.Values.Count];
        definitions = new Point[function.Values.Count];
        Region root = new(null, RegionKind.Block);
        for (int i = 0; i < definitions.Length; i++) definitions[i] = new(0, root);
        Body = Visit(function.Body, null, root);
    }

    public Function Function { get; }

    public NodeBlock Body { get; }

    /// <summary>The statement whose result, counter or carried value it is; null for what the parameters define.</summary>
    public Node? Definer(Value value) => definers[value.Id];

    /// <summary>Where the value comes into being.</summary>
    public Point Definition(Value value) => definitions[value.Id];

    /// <summary>True where a write to one buffer may be seen in the other: the user's own arrays may overlap, no others do.</summary>
    public bool MayAlias(Ir.Buffer a, Ir.Buffer b) => a == b || (IsUserArray(a) && IsUserArray(b));

    /// <summary>True for an array that the caller of the user's method passes.</summary>
    public bool IsUserArray(Ir.Buffer buffer) =>
        Function.Parameters.Any(p => p is BufferParameter { Role: ParameterRole.User } array && array.Buffer == buffer);

    /// <summary>Every statement in program order, outer before inner.</summary>
    public IEnumerable<Node> AllNodes() => NodesOf(Body);

    private static IEnumerable<Node> NodesOf(NodeBlock block)
    {
        foreach (Node node in block.Nodes)
        {
            yield return node;
            foreach (NodeBlock inner in node.Blocks)
            {
                foreach (Node deeper in NodesOf(inner)) yield return deeper;
            }
        }
    }

    private NodeBlock Visit(Block block, Node? owner, Region region)
    {
        NodeBlock result = new(owner, region, block.Yields) { Start = position++ };
        foreach (Statement statement in block.Statements) result.Nodes.Add(Visit(statement, result));
        result.End = position++;
        return result;
    }

    private Node Visit(Statement statement, NodeBlock parent)
    {
        RegionKind? kind = statement switch { For or While => RegionKind.Loop, If => RegionKind.Choice, _ => null };
        Node node = new(statement, parent, position++) { Region = kind is { } k ? new(parent.Region, k) : null };
        foreach (Value inner in InnerDefinitions(statement)) Define(inner, node, node.Enter, node.Region!);
        foreach (Block block in statement.Blocks) node.Blocks.Add(Visit(block, node, new(node.Region, RegionKind.Block)));
        node.Exit = node.Blocks.Count > 0 ? position++ : node.Enter;
        foreach (Value result in statement.Results) Define(result, node, node.Exit, parent.Region);
        Touch(node);
        return node;
    }

    private void Define(Value value, Node node, int at, Region region)
    {
        definers[value.Id] = node;
        definitions[value.Id] = new(at, region);
    }

    private static IEnumerable<Value> InnerDefinitions(Statement statement) => statement switch
    {
        For loop => [loop.Counter, .. loop.Carries.Select(c => c.Value)],
        While loop => loop.Carries.Select(c => c.Value),
        _ => [],
    };

    private static void Touch(Node node)
    {
        switch (node.Statement)
        {
            case Load load: node.Reads.Add(load.Buffer); break;
            case Store store: node.Writes.Add(store.Buffer); break;
            case Accumulate accumulate: node.Writes.Add(accumulate.Buffer); break;
            case Alloc alloc: node.Writes.Add(alloc.Buffer); break;
            case Check: node.HasCheck = true; break;
        }

        foreach (Node inner in node.Blocks.SelectMany(b => b.Nodes))
        {
            node.Reads.UnionWith(inner.Reads);
            node.Writes.UnionWith(inner.Writes);
            node.HasCheck |= inner.HasCheck;
        }
    }
}
