using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The sums that loops along the rows of all lanes leave behind, as one vector without a way through memory.</summary>
/// <remarks>
/// <code>
/// z0 = Σ v0; z1 = Σ v1; ...  memory[0] = z0; memory[1] = z1; ...  z = memory      →      z = (Σ v0, Σ v1, ...)
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
            if (statement is AssignLocal { Value: LaneElement { Active: null, Array.IsLaneBuffer: true } read } load && read.Index == Motion.Constant(0) && read.Array.Element == ScalarType.F64 && read.Lanes.Groups == 1) Gather(result, load, read);
        }

        return new(result.ToEquatableArray());
    }

    /// <summary>Puts a tree in the place of the last statement, a load, if what is loaded has just been summed up and stored.</summary>
    private static void Gather(List<KernelStatement> statements, AssignLocal load, LaneElement read)
    {
        int lanes = read.Lanes.Lanes, first = statements.Count - 1;
        while (first > 0 && IsPartOfGathering(statements[first - 1])) first--;
        List<KernelStatement> region = statements.GetRange(first, statements.Count - 1 - first);
        WriteElement[] writes = [.. region.OfType<WriteElement>().Where(w => w.Array == read.Array)];
        if (writes.Length != lanes || writes.Where((write, lane) => write.Index != Motion.Constant(lane)).Any()) return;
        AssignLocal[] sums = [.. writes.SelectMany(write => region.OfType<AssignLocal>().Where(a => write.Value == new LocalExpression(a.Local)))];
        if (sums.Length != lanes) return;
        statements.RemoveRange(first, statements.Count - first);
        statements.AddRange(region.Where(s => !writes.Contains(s) && !sums.Contains(s)));
        statements.Add(load with { Value = new LaneSums(sums.Select(sum => ((LaneSum)sum.Value).Value).ToEquatableArray()) });
    }

    /// <summary>True for the sum of a vector, for one lane's store, and for a load of all of them.</summary>
    private static bool IsPartOfGathering(KernelStatement statement) =>
        statement is AssignLocal { Operator: null, Value: LaneSum { Value: LocalExpression { Local.Shape.Groups: 1 } } or LaneSums or LaneElement { Array.IsLaneBuffer: true } }
            or WriteElement { Operator: null, Array.IsLaneBuffer: true, Value: LocalExpression };
}
