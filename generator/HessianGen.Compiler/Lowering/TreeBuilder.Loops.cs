using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class TreeBuilder
{
    private void Visit(Node node, For loop, List<KernelStatement> statements)
    {
        if (BulkOperation(node, loop) is { } bulk)
        {
            statements.Add(bulk);
            return;
        }

        LoopParts parts = LoopParts.Of(loop)!;
        AddInitialCopies(statements, parts);
        List<KernelStatement> body = Visit(node.Blocks[0]);
        AddYieldCopies(body, parts);
        IReadOnlyList<KernelArray>? privates = loop.IsOverInstances || independence.Holds(loop) ? [.. Effects.Allocates(loop).Where(arrays.ContainsKey).Select(b => arrays[b])] : null;
        statements.Add(new ForStatement(LocalOf(loop.Counter), Expression(loop.Start), Expression(loop.End), loop.Step, BlockOf(body)) { Privates = privates, IsOverInstances = loop.IsOverInstances });
        AddOutputCopies(statements, parts);
    }

    /// <summary><c>while (test) { body }</c> where the test is one expression, else <c>while (true) { test; if (!test) break; body }</c>.</summary>
    private void Visit(Node node, While loop, List<KernelStatement> statements)
    {
        LoopParts parts = LoopParts.Of(loop)!;
        AddInitialCopies(statements, parts);
        List<KernelStatement> test = Visit(node.Blocks[0]), body = Visit(node.Blocks[1]);
        AddYieldCopies(body, parts);
        KernelExpression condition = Expression(loop.Test.Yields[0]);
        if (KnownTruth.Of(condition) == true) condition = Remembered(condition, statements);
        bool neverRuns = KnownTruth.Of(condition) == false;
        if (neverRuns) statements.AddRange(test);
        else if (test.Count == 0) statements.Add(new WhileStatement(condition, BlockOf(body)));
        else statements.Add(new WhileStatement(null, BlockOf([.. test, new BreakIf(ExpressionTree.Not(condition)), .. body])));
        AddOutputCopies(statements, parts);
    }

    private void AddInitialCopies(List<KernelStatement> statements, LoopParts loop) =>
        AddCopies(statements, Kept(loop).Select(i => new Copy(LocalOf(loop.Carries[i].Value), Expression(loop.Carries[i].Initial))));

    private void AddYieldCopies(List<KernelStatement> body, LoopParts loop) =>
        AddCopies(body, Kept(loop).Select(i => new Copy(LocalOf(loop.Carries[i].Value), Expression(loop.Body.Yields[i]))));

    private void AddOutputCopies(List<KernelStatement> statements, LoopParts loop) =>
        AddCopies(statements, Kept(loop).Where(i => liveness.IsLive(loop.Outputs[i]))
            .Select(i => new Copy(LocalOf(loop.Outputs[i]), new LocalExpression(LocalOf(loop.Carries[i].Value)))));

    private IEnumerable<int> Kept(LoopParts loop) =>
        Enumerable.Range(0, loop.Carries.Count).Where(i => liveness.IsCarried(loop.Carries, loop.Outputs, i));

    /// <summary>
    /// A loop that only stores one value, or only copies, to consecutive elements:
    /// <code>
    /// for i in 0..n { h[at + i] = c }      →      h.Slice(at, n).Fill(c)
    /// for i in 0..n { h[i] = x[at + i] }   →      x.Slice(at, n).CopyTo(h.Slice(0, n))
    /// </code>
    /// Null for any other loop, and where the length of the range might be negative.
    /// </summary>
    private KernelStatement? BulkOperation(Node node, For loop)
    {
        Node[] printed = [.. node.Blocks[0].Nodes.Where(n => n.IsLive && !n.IsFolded)];
        if (Kept(LoopParts.Of(loop)!).Any() || loop.Step != 1 || !loop.Start.IsInteger(0)) return null;
        if (Function.TypeOf(loop.End) != ScalarType.I32 || printed.Length != 1 || printed[0].Statement is not Store store || Range(store.Buffer, store.Index, loop) is not { } target) return null;
        if (!integers.IsNonNegative(loop.End) && target.Start is not null) return null;
        if (IsInvariant(store.Operand, node)) return new FillRange(target, Expression(store.Operand));
        if (!store.Operand.IsValue || layout.Definer(store.Operand.Value)?.Statement is not Load load) return null;
        if (!layout.Definer(store.Operand.Value)!.IsFolded || layout.MayAlias(load.Buffer, store.Buffer)) return null;
        return integers.IsNonNegative(loop.End) && Range(load.Buffer, load.Index, loop) is { } source ? new CopyRange(source, target) : null;
    }

    /// <summary>The range that an index runs through: all of the array, or a start and the loop's count; null where the index is not counter plus constant.</summary>
    private KernelRange? Range(Ir.Buffer buffer, Atom index, For loop)
    {
        KernelArray array = arrays[buffer];
        if (array.Storage == ArrayStorage.Growable || OffsetOf(index, loop) is not { } offset) return null;
        return offset.IsInteger(0) && lengthFacts.IsLengthOf(buffer, loop.End) ? new(array) : new(array, Expression(offset), Expression(loop.End));
    }

    private Atom? OffsetOf(Atom index, For loop)
    {
        Atom counter = loop.Counter;
        if (index == counter) return Atom.OfInteger(0);
        if (!index.IsValue || layout.Definer(index.Value) is not { IsFolded: true, Statement: Let let } || let.Primitive != Primitives.Add) return null;
        Atom? offset = let.Arguments[0] == counter ? let.Arguments[1] : let.Arguments[1] == counter ? let.Arguments[0] : null;
        Node owner = layout.Definer(loop.Counter)!;
        return offset is { } other && IsInvariant(other, owner) && Function.TypeOf(other) == ScalarType.I32 ? other : null;
    }

    private bool IsInvariant(Atom atom, Node loop) => atom.IsConstant || layout.Definition(atom.Value).Position < loop.Enter;
}
