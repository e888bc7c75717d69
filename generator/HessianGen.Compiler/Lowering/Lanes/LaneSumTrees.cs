using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The sums that loops along the rows of all lanes leave behind, folded by one tree of shuffles and stored as one vector.</summary>
/// <remarks>
/// <code>
/// z0 = Σ v0; z1 = Σ v1; ...  memory[0] = z0; memory[1] = z1; ...      →      memory = (Σ v0, Σ v1, ...)
/// </code>
/// A vector that is loaded right after its elements have been stored one by one waits until the last of them has reached the cache.
/// </remarks>
internal static class LaneSumTrees
{
    public static KernelBlock Run(KernelBlock block)
    {
        List<KernelStatement> result = [];
        foreach (KernelStatement statement in block.Statements)
        {
            result.Add(KernelTree.WithBlocks(statement, Run));
            if (statement is WriteElement { Operator: null, Array: { IsLaneBuffer: true, Element: ScalarType.F64 } memory }) Gather(result, memory);
        }

        return new(result.ToEquatableArray());
    }

    /// <summary>Puts one store in the place of the last statements, if they store a sum for each lane of a group.</summary>
    private static void Gather(List<KernelStatement> statements, KernelArray memory)
    {
        int lanes = new LaneShape(memory.Element, 1).Lanes, first = statements.Count;
        while (first > 0 && IsPartOfGathering(statements[first - 1])) first--;
        List<KernelStatement> region = statements.GetRange(first, statements.Count - first);
        WriteElement[] writes = [.. region.OfType<WriteElement>().Where(w => w.Array == memory)];
        if (writes.Length != lanes || writes.Where((write, lane) => write.Index != Motion.Apply(Primitives.Add, writes[0].Index, Motion.Constant(lane))).Any()) return;
        AssignLocal[] sums = [.. writes.SelectMany(write => region.OfType<AssignLocal>().Where(a => write.Value == new LocalExpression(a.Local)))];
        if (sums.Length != lanes) return;
        statements.RemoveRange(first, region.Count);
        statements.AddRange(region.Where(s => !writes.Contains(s) && !sums.Contains(s)));
        statements.Add(new WriteLanes(memory, writes[0].Index, Motion.Constant(1), new LaneSums(sums.Select(sum => ((LaneSum)sum.Value).Value).ToEquatableArray()), false, null));
    }

    /// <summary>True for the sum of a vector, and for one lane's store or that of a group.</summary>
    private static bool IsPartOfGathering(KernelStatement statement) =>
        statement is AssignLocal { Operator: null, Value: LaneSum { Value: LocalExpression { Local.Shape.Groups: 1 } } }
            or WriteElement { Operator: null, Array.IsLaneBuffer: true, Value: LocalExpression } or WriteLanes { Array.IsLaneBuffer: true };
}
