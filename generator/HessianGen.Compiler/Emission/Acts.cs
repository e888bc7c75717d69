using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Puts the headings <c>Forward</c> and <c>Reverse</c> where one turns into the other.</summary>
/// <remarks>
/// The acts show in the names: what reverse mode adds is called <c>aBar</c> or <c>aBarDot</c>. The outermost block that
/// has forward statements and then reverse ones is marked; where a loop does both in each iteration that is its body.
/// </remarks>
internal sealed class Acts
{
    private readonly HashSet<string> primalNames;

    /// <param name="primal">The user's method, whose own names may end in Bar as well.</param>
    public Acts(Function primal) =>
        primalNames = new(primal.Values.Select(v => v.Name).Concat(primal.Buffers.Select(b => b.Name)).OfType<string>());

    public KernelBlock Mark(KernelBlock block)
    {
        KernelStatement[] statements = [.. block.Statements];
        int forward = Array.FindIndex(statements, IsForward), reverse = Array.FindIndex(statements, s => IsReverse(s) && !IsForward(s));
        if (forward >= 0 && forward < reverse && !statements.Skip(forward).Take(reverse - forward).Any(IsFused))
        {
            while (reverse > forward + 1 && IsBeginning(statements[reverse - 1])) reverse--;
            return Of(
            [
                .. statements.Take(forward),
                new ActHeading("Forward"),
                .. statements.Skip(forward).Take(reverse - forward),
                new ActHeading("Reverse"),
                .. statements.Skip(reverse),
            ]);
        }

        int fused = Array.FindIndex(statements, IsFused);
        if (fused < 0) return block;
        ForStatement loop = (ForStatement)statements[fused];
        statements[fused] = loop with { Body = Mark(loop.Body) };
        return Of(statements);
    }

    /// <summary>True for what only prepares a variable or an array.</summary>
    private static bool IsBeginning(KernelStatement statement) => statement switch
    {
        DeclareLocal { Initial: null } => true,
        DeclareLocal { Initial: ConstantExpression, Local.Preferred: { } name } => IsAdjoint(name),
        FillRange { Target.Array.Preferred: { } name } => IsAdjoint(name),
        _ => false,
    };

    private static KernelBlock Of(IEnumerable<KernelStatement> statements) => new(statements.ToEquatableArray());

    /// <summary>True where the statement or one in it computes a number of the method itself.</summary>
    private bool IsForward(KernelStatement statement) => Targets(statement).Any(t => t.IsFloat && primalNames.Contains(t.Name));

    /// <summary>True where the statement or one in it computes an adjoint.</summary>
    private bool IsReverse(KernelStatement statement) => Targets(statement).Any(t => !primalNames.Contains(t.Name) && IsAdjoint(t.Name));

    /// <summary>True for a loop that does both in each iteration.</summary>
    private bool IsFused(KernelStatement statement) => statement is ForStatement && IsForward(statement) && IsReverse(statement);

    private static bool IsAdjoint(string name) => name.EndsWith("Bar", StringComparison.Ordinal) || name.EndsWith("BarDot", StringComparison.Ordinal);

    /// <summary>The names that the statement and those in it give a computed value; a constant is only a beginning.</summary>
    private static IEnumerable<(string Name, bool IsFloat)> Targets(KernelStatement statement)
    {
        IEnumerable<(string, bool)> own = statement switch
        {
            DeclareLocal { Initial: not (null or ConstantExpression), Local: { Preferred: { } name } local } => [(name, local.Type.IsFloat())],
            DeclareSineAndCosine both => [.. new[] { both.Sine, both.Cosine }.Where(l => l.Preferred is not null).Select(l => (l.Preferred!, l.Type.IsFloat()))],
            AssignLocal { Value: not ConstantExpression, Local: { Preferred: { } name } local } => [(name, local.Type.IsFloat())],
            WriteElement { Array: { Preferred: { } name } array } => [(name, array.Element.IsFloat())],
            _ => [],
        };
        return own.Concat(statement.Blocks.SelectMany(b => b.Statements).SelectMany(Targets));
    }
}
