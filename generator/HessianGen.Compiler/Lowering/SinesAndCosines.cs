using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Sine and cosine of one angle are computed together: most of the work is the same.</summary>
/// <remarks>
/// <code>
/// double sin = double.Sin(x);  ...  double cos = double.Cos(x);      →      (double sin, double cos) = double.SinCos(x);  ...
/// </code>
/// Each function is the derivative of the other, so they meet often. <see cref="Folding"/> leaves both in variables.
/// </remarks>
internal static class SinesAndCosines
{
    /// <summary>True for one of the two where the other one stands in the same block.</summary>
    public static bool IsOfPair(Node node) =>
        node.Statement is Let { Primitive: var primitive, Arguments: var arguments } && Other(primitive) is { } other
        && node.Parent.Nodes.Exists(n => n.IsLive && n.Statement is Let let && let.Primitive == other && let.Arguments[0] == arguments[0]);

    public static KernelBlock Run(KernelBlock block)
    {
        List<KernelStatement> statements = [.. block.Statements.Select(s => KernelTree.WithBlocks(s, Run))];
        for (int i = 0; i < statements.Count; i++)
        {
            if (FunctionOf(statements[i]) is not var (primitive, angle, local)) continue;
            int partner = statements.FindIndex(i + 1, s => FunctionOf(s) is var (second, same, _) && second == Other(primitive) && same == angle);
            if (partner < 0 || statements.Skip(i).Take(partner - i).Any(s => Changes(s, angle))) continue;
            Local other = ((DeclareLocal)statements[partner]).Local;
            bool isSine = primitive == Primitives.Sin;
            statements[i] = new DeclareSineAndCosine(isSine ? local : other, isSine ? other : local, angle) { Line = statements[i].Line };
            statements.RemoveAt(partner);
        }

        return new(statements.ToEquatableArray());
    }

    private static Primitive? Other(Primitive primitive) => primitive == Primitives.Sin ? Primitives.Cos : primitive == Primitives.Cos ? Primitives.Sin : null;

    private static (Primitive Primitive, KernelExpression Angle, Local Local)? FunctionOf(KernelStatement statement) =>
        statement is DeclareLocal { Local: { Shape: null } local, Initial: OperationExpression { Primitive: var primitive, Arguments: var arguments } } && Other(primitive) is not null && arguments[0] is LocalExpression angle
            ? (primitive, angle, local)
            : null;

    private static bool Changes(KernelStatement statement, KernelExpression angle) =>
        KernelTree.Statements(statement).Any(s => s is AssignLocal { Local: var local } && ExpressionTree.Reads(angle, local));
}
