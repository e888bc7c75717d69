using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Finds the inner loops that run along a row of each lane and read it but once: they stay as they are, one lane after another, and run along the row in lanes of their own.</summary>
internal static class LaneRows
{
    private const int Shortest = 16;

    /// <summary>Whether each row has at least as many elements as a group has lanes; null where the loop does not know before it runs.</summary>
    public static KernelExpression? AreLong(ForStatement loop, IReadOnlyCollection<ForStatement> rows, LaneShape shape)
    {
        IndexForms forms = new(loop);
        Polynomial[] trips = [.. rows.Select(row => forms.Of(row.End) - forms.Of(row.Start))];
        if (trips.Length == 0 || !trips.All(forms.IsFixed)) return null;
        KernelExpression always = new ConstantExpression(Atom.OfBoolean(true));
        return trips.Where(t => !(t.AsConstant >= shape.GroupLanes)).Select(forms.Expression).Distinct()
            .Select(length => (KernelExpression)new OperationExpression(Primitives.Ge, new([length, Motion.Constant(shape.GroupLanes)]), ScalarType.Bool))
            .Aggregate(always, (all, one) => all == always ? one : new ShortCircuitExpression(true, all, one));
    }

    /// <param name="panels">What is packed, since it is read again and again.</param>
    public static IReadOnlyCollection<ForStatement> Find(ForStatement loop, Spread spread, Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> panels)
    {
        ForStatement[] rows = [.. loop.Body.Statements.OfType<ForStatement>().Where(IsAlongRow)];
        bool isSimple = rows.All(row => KernelTree.Statements(row.Body).All(s => s is AssignLocal or WriteElement or ForStatement { Step: 1 } or IfStatement));
        bool others = LaneFunctions.LongCalls(loop.Body.Statements.Where(s => !rows.Contains(s))) > 0;
        return isSimple && others ? rows : [];

        bool IsAlongRow(ForStatement inner) => inner is { Privates: not null, Step: 1 } && !(LaneLoops.Trips(inner) < Shortest) && KernelTree.Statements(inner.Body).SelectMany(KernelTree.Nodes).OfType<ElementExpression>().Any(read =>
            !spread.IsPrivate(read.Array) && !panels.ContainsKey(read) && spread.MotionOf(read.Index) is { IsSame: false } motion && motion.Stride != Motion.Constant(1));
    }
}
