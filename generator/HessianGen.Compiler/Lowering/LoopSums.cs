using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Elements that a loop adds to in every iteration, one iteration after another, are held in variables while it runs.</summary>
/// <remarks>
/// Memory is slow where an iteration waits for the one before: a sum in an element costs a load and a store besides the addition. Held is what a loop
/// does nothing with but add to it; the order of the additions changes, so strict methods are left alone. Loops in lanes have <see cref="LaneTotals"/> besides.
/// </remarks>
internal sealed class LoopSums
{
    private readonly IReadOnlyList<KernelParameter> parameters;
    private readonly Func<ForStatement, bool> isWanted;
    private readonly Dictionary<KernelArray, KernelArray> asLongAs = [];
    private readonly Dictionary<KernelArray, long> leastLengths = [];

    private LoopSums(IReadOnlyList<KernelParameter> parameters, Func<ForStatement, bool> isWanted) => (this.parameters, this.isWanted) = (parameters, isWanted);

    /// <param name="body">The body of a method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="isWanted">The loops to look at.</param>
    public static KernelBlock Run(KernelBlock body, IReadOnlyList<KernelParameter> parameters, Func<ForStatement, bool> isWanted)
    {
        LoopSums pass = new(parameters, isWanted);
        List<KernelStatement> statements = [];
        foreach (KernelStatement statement in body.Statements)
        {
            statements.AddRange(pass.Rewrite(statement));
            pass.Learn(statement);
        }

        return new(statements.ToEquatableArray());
    }

    private KernelBlock Rewrite(KernelBlock block) => new(block.Statements.SelectMany(Rewrite).ToEquatableArray());

    private IEnumerable<KernelStatement> Rewrite(KernelStatement statement)
    {
        switch (statement)
        {
            case ForStatement { IsLanes: false } loop:
                loop = loop with { Body = Rewrite(loop.Body) };
                if (!isWanted(loop)) return [loop];
                HashSet<KernelArray> others = OtherwiseUsed(loop);
                (List<KernelStatement> before, loop, List<KernelStatement> after) = SumLocals.Run(loop, array => !IsUsers(array) && array.Storage != ArrayStorage.Growable && !others.Contains(array), IsInside);
                return [.. before, loop, .. after];
            case ForStatement: return [statement];
            default: return [KernelTree.WithBlocks(statement, Rewrite)];
        }
    }

    /// <summary>The arrays with which the loop does anything but add to elements.</summary>
    private static HashSet<KernelArray> OtherwiseUsed(ForStatement loop)
    {
        HashSet<KernelArray> used = [];
        foreach (KernelStatement statement in KernelTree.Statements(loop.Body))
        {
            bool isSum = statement is WriteElement { Operator: { } primitive } && (primitive == Primitives.Add || primitive == Primitives.Sub);
            IEnumerable<KernelArray> touched = isSum ? KernelTree.Nodes(statement).OfType<ElementExpression>().Select(e => e.Array) : KernelTree.Read(statement).Concat(KernelTree.Written(statement));
            used.UnionWith(touched);
            if (statement is DeclareArray { Array: var own }) used.Add(own);
        }

        return used;
    }

    /// <summary>True for the arrays that may share memory with others.</summary>
    private bool IsUsers(KernelArray array) => parameters.Any(p => p.Array == array && p.Role == ParameterRole.User);

    private bool IsInside(KernelArray array, KernelExpression index) =>
        index is ConstantExpression { Constant: { Integer: >= 0 } place } && (place.Integer < LeastLength(array) || asLongAs.TryGetValue(array, out KernelArray? other) && place.Integer < LeastLength(other));

    private long LeastLength(KernelArray array) => leastLengths.TryGetValue(array, out long least) ? least : 0;

    /// <summary>What has run tells how long arrays are at least: elements at constant places were there.</summary>
    private void Learn(KernelStatement statement)
    {
        if (statement is RequireLength { Array: var checkedOne, Expected: LengthExpression { Array: var model } }) asLongAs[checkedOne] = model;
        if (statement is not (AssignLocal or WriteElement) || KernelTree.Nodes(statement).Any(n => n is ChoiceExpression or ShortCircuitExpression)) return;
        IEnumerable<(KernelArray Array, KernelExpression Index)> elements = KernelTree.Nodes(statement).OfType<ElementExpression>().Select(e => (e.Array, e.Index));
        if (statement is WriteElement write) elements = elements.Append((write.Array, write.Index));
        foreach ((KernelArray array, KernelExpression index) in elements)
        {
            if (index is ConstantExpression { Constant: var place }) leastLengths[array] = Math.Max(LeastLength(array), place.Integer + 1);
        }
    }
}
