using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Where inner loops add to many elements of an array that iterations share: the lanes are kept apart until the end of the loop, if the array is not too long.</summary>
/// <param name="Lanes">A vector for each element.</param>
/// <param name="IsKept">A variable: whether the vectors are used, or each addition sums up its lanes at once.</param>
/// <param name="Trips">How often an iteration adds to the array, about: from above where inner loops end early.</param>
internal sealed record LaneTotals(KernelArray Array, KernelArray Lanes, Local IsKept, KernelExpression Trips)
{
    /// <summary>Beyond this many elements the vectors do not fit into a cache.</summary>
    private const int Longest = 65536;

    /// <summary>The arrays that inner loops of a loop add to.</summary>
    public static IReadOnlyList<LaneTotals> Find(ForStatement loop, Spread spread)
    {
        Dictionary<KernelArray, KernelExpression> trips = [];
        IndexForms forms = new(loop);
        Visit(loop.Body, Motion.Constant(1), 0);
        return [.. trips.Select(t => new LaneTotals(t.Key, new(t.Key.Element, (t.Key.Preferred ?? "array") + "Lanes", ArrayStorage.Workspace), new(ScalarType.Bool, null, "isKept"), t.Value))];

        void Visit(KernelBlock block, KernelExpression count, int depth)
        {
            foreach (KernelStatement statement in block.Statements)
            {
                if (statement is WriteElement { Operator: not null } write && depth > 0 && !spread.IsPrivate(write.Array) && write.Array.Storage != ArrayStorage.Growable && write.Array.Element == spread.Element && spread.MotionOf(write.Index).IsSame)
                {
                    trips[write.Array] = trips.TryGetValue(write.Array, out KernelExpression? known) ? Motion.Apply(Primitives.Add, known, count) : count;
                }

                KernelExpression inner = count;
                if (statement is ForStatement { Step: 1 } nested && forms.Bound(nested) - forms.Of(nested.Start) is { } length && forms.IsFixed(length)) inner = Motion.Apply(Primitives.Mul, count, forms.Expression(length));
                foreach (KernelBlock next in statement.Blocks) Visit(next, inner, depth + (statement is ForStatement ? 1 : 0));
            }
        }
    }

    /// <summary>What stands before the loop.</summary>
    public IEnumerable<KernelStatement> Before(ForStatement loop, LaneShape group)
    {
        KernelExpression length = new LengthExpression(Array), kept = new LocalExpression(IsKept);
        KernelExpression iterations = Motion.Apply(Primitives.Sub, loop.End, loop.Start);
        KernelExpression additions = new OperationExpression(Primitives.Mul, new([new ConversionExpression(iterations, ScalarType.I64), Trips]), ScalarType.I64);
        yield return new AssignLocal(IsKept, new ShortCircuitExpression(true,
            new OperationExpression(Primitives.Le, new([length, Motion.Constant(Longest)]), ScalarType.Bool),
            new OperationExpression(Primitives.Le, new([new ConversionExpression(length, ScalarType.I64), additions]), ScalarType.Bool)));
        KernelExpression extent = new ChoiceExpression(kept, Motion.Apply(Primitives.Mul, length, Motion.Constant(group.Lanes)), Motion.Constant(0));
        yield return new DeclareArray(Lanes, extent, null, IsZeroed: true);
    }

    /// <summary>What stands after it.</summary>
    public KernelStatement After => new IfStatement(new LocalExpression(IsKept), new(new[] { (KernelStatement)new SumLanes(Lanes, Array) }.ToEquatableArray()), KernelBlock.Empty);
}
