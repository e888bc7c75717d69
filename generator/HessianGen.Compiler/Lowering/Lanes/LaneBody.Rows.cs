using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class LaneBody
{
    /// <summary>The loops that run along a row of each lane.</summary>
    public IReadOnlyCollection<ForStatement> Rows { get; set; } = [];

    /// <summary>True where full strips run only if each row has at least as many elements as a group has lanes.</summary>
    public bool AreLong { get; set; }

    /// <summary>Whether no lane is off, where some may be.</summary>
    public KernelExpression? IsWhole { get; set; }

    /// <summary>
    /// The loop for the lanes of a group side by side, so that what they share is loaded once, or for one lane after another where some are switched off:
    /// <code>
    /// for (group) { z0 = memory[group]; z1 = memory[group + 1]; ...   for (i) { z0 += x[i]·w[i]; z1 += x[stride + i]·w[i]; ... }   memory[group] = z0; ... }
    /// </code>
    /// </summary>
    private void VisitRow(ForStatement row)
    {
        HashSet<Local> inside = [.. KernelTree.Statements(row.Body).SelectMany(KernelTree.Locals)];
        HashSet<Local> assigned = [.. KernelTree.Statements(row.Body).OfType<AssignLocal>().Select(a => a.Local)];
        Local[] carried = [.. inside.Where(l => spread.IsVarying(l) && spread.OccursOutside(row, l))], known = [.. carried.Where(locals.ContainsKey)];
        Dictionary<Local, KernelExpression> constants = bits is not null ? [] : known.Select(l => (Local: l, Value: ConstantIn(locals[l]))).Where(k => k.Value is not null).ToDictionary(k => k.Local, k => k.Value!);
        foreach (Local local in known.Where(l => !constants.ContainsKey(l))) Spill(local);
        foreach (Local local in carried.Where(l => !spilled.ContainsKey(l))) spilled[local] = buffers.Rent(shape.Element, shape, "lanes");

        if (bits is null && SideBySide() is { } all)
        {
            output.AddRange(all);
        }
        else
        {
            Local lane = new(ScalarType.I32, null, "lane");
            KernelBlock body = BlockOf(Statements([new LocalExpression(lane)])!);
            if (bits is not null) body = BlockOf([new IfStatement(new LaneBit(new LocalExpression(bits), new LocalExpression(lane)), body, KernelBlock.Empty)]);
            ForStatement each = new(lane, Motion.Constant(0), Motion.Constant(shape.Lanes), 1, body) { Line = row.Line };
            output.Add(IsWhole is not null && !IsMasked && SideBySide() is { } whole ? new IfStatement(IsWhole, BlockOf(whole), BlockOf([each])) : each);
        }

        foreach (Local local in carried.Where(assigned.Contains))
        {
            Local target = locals.TryGetValue(local, out Local? wide) ? wide : locals[local] = Wide(local);
            seen.Add(local);
            output.Add(new AssignLocal(target, new LaneElement(spilled[local], Motion.Constant(0), Motion.Constant(1), null, shape)));
        }

        foreach (KernelArray buffer in spilled.Values) buffers.Return(buffer, shape);
        spilled.Clear();

        // All lanes, group by group.
        List<KernelStatement>? SideBySide()
        {
            Local group = new(ScalarType.I32, null, "group");
            KernelExpression first = shape.Groups > 1 ? new LocalExpression(group) : Motion.Constant(0);
            List<KernelStatement>? statements = Statements(Enumerable.Range(0, shape.GroupLanes).Select(lane => Motion.Apply(Primitives.Add, first, Motion.Constant(lane))));
            statements = statements?.ConvertAll(s => s is ForStatement along ? along with { IsLong = AreLong && bits is null } : s);
            return statements is null || shape.Groups == 1 ? statements : [new ForStatement(group, Motion.Constant(0), Motion.Constant(shape.Lanes), shape.GroupLanes, BlockOf(statements)) { Line = row.Line }];
        }

        List<KernelStatement>? Statements(IEnumerable<KernelExpression> lanes)
        {
            KernelExpression[] each = [.. lanes];
            Dictionary<Local, Local>[] own = [.. each.Select(_ => inside.Where(l => assigned.Contains(l) || carried.Contains(l)).ToDictionary(l => l, l => l.Copy()))];
            if (new RowCopy(this, each, own).Of(row) is not { } copies) return null;
            List<KernelStatement> statements = [];
            for (int k = 0; k < each.Length; k++) statements.AddRange(known.Select(l => new AssignLocal(own[k][l], constants.TryGetValue(l, out KernelExpression? constant) ? constant : ScalarIn(new LocalExpression(l), each[k]))));
            statements.AddRange(copies);
            for (int k = 0; k < each.Length; k++) statements.AddRange(carried.Where(assigned.Contains).Select(l => new WriteElement(spilled[l], each[k], new LocalExpression(own[k][l]))));
            return statements;
        }
    }

    /// <summary>The constant that a variable has just been given in all lanes; null where it may hold something else.</summary>
    private KernelExpression? ConstantIn(Local local) =>
        output.FindLast(s => KernelTree.Statements(s).OfType<AssignLocal>().Any(a => a.Local == local)) is AssignLocal { Operator: null, Value: LaneSplat { Value: ConstantExpression constant } } ? constant : null;

    /// <summary>A row's loop for some lanes.</summary>
    /// <param name="own">The variables of each lane.</param>
    private sealed class RowCopy(LaneBody body, KernelExpression[] lanes, Dictionary<Local, Local>[] own) : LaneCopy
    {
        protected override int Count => lanes.Length;

        protected override Local Assigned(Local local, int lane) => own[lane][local];

        protected override KernelExpression Read(Local local, int lane) =>
            own[lane].TryGetValue(local, out Local? mine) ? new LocalExpression(mine) : body.ScalarIn(new LocalExpression(local), lanes[lane]);

        protected override (KernelArray Array, KernelExpression Index) Element(KernelArray array, KernelExpression index, int lane) =>
            (body.Renamed(array), body.spread.IsWide(array) ? Motion.Apply(Primitives.Add, Times(new InsideIndex(index, body.ExtentIn(array)), body.shape.Lanes), lanes[lane]) : index);
    }
}
