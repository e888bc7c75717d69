using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class TreeBuilder
{
    private List<KernelStatement> Visit(NodeBlock block)
    {
        List<KernelStatement> statements = [];
        if (workspace.ScopeOpenedIn(block) is { } scope) statements.Add(new EnterWorkspace(scope));
        foreach (Node node in block.Nodes.Where(n => n.IsLive && !n.IsFolded))
        {
            foreach (Node alloc in workspace.DeclaredBefore(node)) statements.Add(Declare(alloc));
            int first = statements.Count;
            Visit(node, statements);
            for (int i = first; i < statements.Count; i++)
            {
                if (statements[i].Line == 0) statements[i] = statements[i] with { Line = node.Statement.Line };
            }
        }

        return statements;
    }

    private void Visit(Node node, List<KernelStatement> statements)
    {
        switch (node.Statement)
        {
            case Let or Load: statements.Add(Assign(node.Statement.Results.First(), node)); break;
            case Store store: statements.Add(Update(arrays[store.Buffer], Expression(store.Index), Expression(store.Operand))); break;
            case Accumulate sum: statements.Add(Added(arrays[sum.Buffer], Expression(sum.Index), Expression(sum.Operand))); break;
            case Check check: Visit(check, statements); break;
            case Alloc: if (workspace[node].ClearsAtPlace) statements.Add(Clear(workspace[node].Array)); break;
            case If choice: Visit(node, choice, statements); break;
            case For loop: Visit(node, loop, statements); break;
            case While loop: Visit(node, loop, statements); break;
            default: throw new InvalidOperationException($"Unknown statement {node.Statement.GetType().Name}.");
        }
    }

    /// <summary><c>array[index] += value</c>, or <c>array[index] -= x</c> where the value is −x.</summary>
    private static WriteElement Added(KernelArray array, KernelExpression index, KernelExpression value) =>
        value is OperationExpression { Primitive: var primitive, Arguments: var arguments } && primitive == Primitives.Neg && value.Type.IsFloat()
            ? new(array, index, arguments[0], Primitives.Sub)
            : new(array, index, value, Primitives.Add);

    private void Visit(Check check, List<KernelStatement> statements)
    {
        KernelExpression condition = Expression(check.Condition);
        bool? known = KnownTruth.Of(condition);
        if (known == true) return;
        if (known == false) condition = Remembered(condition, statements);
        statements.Add(new CheckStatement(condition, check.Exception, check.Message));
    }

    /// <summary>The constant in a variable: with the constant itself the compiler would see that what follows cannot be reached.</summary>
    private static LocalExpression Remembered(KernelExpression constant, List<KernelStatement> statements)
    {
        Local local = new(constant.Type, null, "holds");
        statements.Add(new AssignLocal(local, constant));
        return new(local);
    }

    private KernelStatement Declare(Node node)
    {
        Alloc alloc = (Alloc)node.Statement;
        ArrayPlacement placement = workspace[node];
        arrays.Add(alloc.Buffer, placement.Array);
        KernelExpression extent = Expression(alloc.Extent);
        if (placement.IsHoisted && !integers.IsNonNegative(alloc.Extent))
        {
            extent = new OperationExpression(Primitives.Max, new([extent, new ConstantExpression(Atom.Zero(extent.Type))]), extent.Type);
        }

        WorkspaceVariable? scope = placement.Array.Storage == ArrayStorage.Stack ? null : workspace.ScopeFor(placement.Before.Parent);
        return new DeclareArray(placement.Array, extent, scope, placement.IsZeroed) { Line = alloc.Line };
    }

    private static FillRange Clear(KernelArray array) => new(new(array), new ConstantExpression(Atom.Zero(array.Element)));

    private KernelStatement Assign(Value target, Node node) => Assign(LocalOf(target), Tree(node, target));

    /// <summary><c>x = x + y</c> becomes <c>x += y</c>; the order of evaluation stays.</summary>
    private static KernelStatement Assign(Local target, KernelExpression value)
    {
        KernelExpression self = new LocalExpression(target);
        return Compound(self, value) is { } update ? new AssignLocal(target, update.Operand, update.Operator) : new AssignLocal(target, value);
    }

    private static KernelStatement Update(KernelArray array, KernelExpression index, KernelExpression value)
    {
        KernelExpression self = new ElementExpression(array, index);
        return array.Storage != ArrayStorage.Growable && Compound(self, value) is { } update
            ? new WriteElement(array, index, update.Operand, update.Operator)
            : new WriteElement(array, index, value);
    }

    private static (Primitive Operator, KernelExpression Operand)? Compound(KernelExpression self, KernelExpression value)
    {
        if (value is not OperationExpression { Wraps: false, Arguments.Count: 2 } operation || !HasCompoundForm(operation)) return null;
        if (operation.Arguments[0] == self) return (operation.Primitive, operation.Arguments[1]);
        return operation.Primitive.IsCommutative && operation.Arguments[1] == self ? (operation.Primitive, operation.Arguments[0]) : null;
    }

    private static bool HasCompoundForm(OperationExpression operation) =>
        (operation.Type.IsFloat() || operation.Type is ScalarType.I32 or ScalarType.I64)
        && (operation.Primitive == Primitives.Add || operation.Primitive == Primitives.Sub || operation.Primitive == Primitives.Mul || operation.Primitive == Primitives.Div);

    private void Visit(Node node, If choice, List<KernelStatement> statements)
    {
        if (node.IsChoiceExpression)
        {
            statements.Add(Assign(choice.Outputs.First(liveness.IsLive), node));
            return;
        }

        List<KernelStatement> then = Branch(node.Blocks[0], choice), otherwise = Branch(node.Blocks[1], choice);
        KernelExpression condition = Expression(choice.Condition);
        if (KnownTruth.Of(condition) is { } known) statements.AddRange(known ? then : otherwise);
        else if (then.Count + otherwise.Count > 0) statements.Add(If(condition, then, otherwise));
    }

    private List<KernelStatement> Branch(NodeBlock block, If choice)
    {
        List<KernelStatement> statements = Visit(block);
        AddCopies(statements, Enumerable.Range(0, choice.Outputs.Count)
            .Where(i => liveness.IsLive(choice.Outputs[i]))
            .Select(i => new Copy(LocalOf(choice.Outputs[i]), Expression(block.Yields[i]))));
        return statements;
    }

    private static KernelStatement If(KernelExpression condition, List<KernelStatement> then, List<KernelStatement> otherwise) =>
        then.Count > 0 || otherwise.Count == 0
            ? new IfStatement(condition, BlockOf(then), BlockOf(otherwise))
            : new IfStatement(ExpressionTree.Not(condition), BlockOf(otherwise), KernelBlock.Empty);

    private void AddCopies(List<KernelStatement> statements, IEnumerable<Copy> copies)
    {
        IReadOnlyList<Copy> ordered = ParallelCopy.Order(copies, kept => new(kept.Type, null, "old" + Capitalised(kept.Preferred ?? kept.Suggested)));
        statements.AddRange(ordered.Select(c => Assign(c.Target, c.Source)));
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static KernelBlock BlockOf(IEnumerable<KernelStatement> statements) => new(statements.ToEquatableArray());
}
