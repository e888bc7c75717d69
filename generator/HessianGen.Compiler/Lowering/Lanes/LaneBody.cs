using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The body of a loop rewritten for several iterations at once: what varies becomes a vector, what does not stays as it is.</summary>
/// <remarks>
/// Conditions that vary become masks. What an inactive lane computes is never seen: sums leave it out, stores pass it by, and loads outside of
/// an array are made only for lanes that are on. What has no form for vectors is done lane by lane, in a loop.
/// </remarks>
internal sealed partial class LaneBody
{
    private readonly Spread spread;
    private readonly ForStatement loop;
    private readonly LaneShape shape;
    private readonly Local counter;
    private readonly LaneBuffers buffers;
    private readonly Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> panels;
    private readonly bool inlines;
    private readonly IndexForms forms;
    private readonly Stack<ForStatement> path = new();
    private readonly Stack<LaneFacts> known = new();
    private readonly HashSet<Local> volatiles = [], temporaries = [];
    private readonly Dictionary<Local, Local> locals = [];
    private readonly Dictionary<KernelArray, KernelArray> arrays = [];
    private readonly Dictionary<WorkspaceVariable, WorkspaceVariable> scopes = [];
    private readonly Dictionary<Local, KernelArray> memories = [], spilled = [];
    private readonly HashSet<Local> seen = [];
    private List<KernelStatement> output = [];
    private Local? mask, bits, tail;
    private int line;

    /// <param name="counter">Counts the first lane's iteration.</param>
    /// <param name="panels">What is read from rows packed before.</param>
    /// <param name="inlines">Whether long functions are inlined.</param>
    public LaneBody(Spread spread, ForStatement loop, LaneShape shape, Local counter, LaneBuffers buffers, Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> panels, bool inlines)
    {
        (forms, this.inlines) = (new(loop, buffers.Facts.Definitions), inlines);
        path.Push(loop);
        (this.spread, this.loop, this.shape, this.counter, this.buffers, this.panels) = (spread, loop, shape, counter, buffers, panels);
        locals[loop.Counter] = counter;
        foreach (Local sum in spread.Sums)
        {
            locals[sum] = Wide(sum);
            seen.Add(sum);
        }
    }

    /// <summary>The arrays that rows are packed into.</summary>
    public IReadOnlyDictionary<LanePanel, KernelArray> Packed { get; set; } = new Dictionary<LanePanel, KernelArray>();

    /// <summary>What stands before the loop.</summary>
    public LaneHeader Header { get; set; } = null!;

    /// <summary>The arrays of which the lanes are kept apart.</summary>
    public IReadOnlyDictionary<KernelArray, LaneTotals> Totals { get; set; } = new Dictionary<KernelArray, LaneTotals>();

    /// <summary>True where a condition has switched lanes off, whose variables must stay as they are.</summary>
    private bool IsMasked => mask != tail;

    /// <summary>The bits of the lanes that are on; null where all are.</summary>
    private KernelExpression? Active => bits is null ? null : new LocalExpression(bits);

    /// <summary>The lanes of a sum.</summary>
    public Local SumOf(Local local) => locals[local];

    /// <summary>The statements for all lanes, or for those whose bits are set.</summary>
    public List<KernelStatement> Run(KernelBlock body, KernelExpression? lanes) => Collect(() =>
    {
        if (lanes is not null)
        {
            bits = Fresh(ScalarType.U64, "lanes", isWide: false);
            mask = tail = Fresh(ScalarType.Bool, "isActive", isWide: true);
            output.Add(new AssignLocal(bits, lanes));
            output.Add(new AssignLocal(mask, new LaneMask(new LocalExpression(bits), shape)));
        }

        Pack();
        Visit(body);
    });

    private void Pack()
    {
        foreach (KeyValuePair<LanePanel, KernelArray> entry in Packed)
        {
            LanePanel panel = entry.Key;
            KernelExpression index = Motion.Apply(Primitives.Add, Motion.Apply(Primitives.Mul, new LocalExpression(counter), panel.Stride), panel.First);
            output.Add(new PackLanes(panel.Array, index, panel.Stride, panel.Count, entry.Value, shape.Lanes, Active));
        }
    }

    private List<KernelStatement> Collect(Action write)
    {
        (List<KernelStatement> outer, output) = (output, []);
        known.Push(new());
        write();
        known.Pop();
        (List<KernelStatement> result, output) = (output, outer);
        return result;
    }

    private void Visit(KernelBlock block)
    {
        foreach (KernelStatement statement in block.Statements)
        {
            line = statement.Line;
            int first = output.Count;
            if (statement is ForStatement or WhileStatement) ForgetLoads(statement);
            Visit(statement);
            ForgetLoads(statement);
            for (int i = first; i < output.Count; i++)
            {
                if (output[i].Line == 0) output[i] = output[i] with { Line = statement.Line };
            }
        }
    }

    private void Visit(KernelStatement statement)
    {
        switch (statement)
        {
            case AssignLocal assignment: Visit(assignment); break;
            case WriteElement write: Visit(write); break;
            case FillRange fill: Visit(fill); break;
            case CheckStatement check: Visit(check); break;
            case EnterWorkspace enter:
                scopes[enter.Scope] = new();
                output.Add(enter with { Scope = scopes[enter.Scope] });
                break;
            case DeclareArray declaration: Visit(declaration); break;
            case ForStatement row when Rows.Contains(row): VisitRow(row); break;
            case ForStatement loop: Visit(loop); break;
            case WhileStatement loop: Visit(loop); break;
            case BreakIf exit: Visit(exit); break;
            case IfStatement choice when spread.IsUniform(choice.Condition):
                HashSet<Local> before = [.. seen];
                KernelBlock then = BlockOf(Collect(() => Visit(choice.Then)));
                Local[] assigned = [.. seen];
                seen.IntersectWith(before);
                KernelBlock otherwise = BlockOf(Collect(() => Visit(choice.Else)));
                seen.UnionWith(assigned);
                output.Add(new IfStatement(Scalar(choice.Condition), then, otherwise) { Line = choice.Line });
                break;
            case IfStatement choice: VisitVarying(choice); break;
            default: throw new CompilerException("lanes", $"a {statement.GetType().Name} has no form for lanes");
        }
    }

    private void Visit(AssignLocal assignment)
    {
        Local local = assignment.Local;
        if (assignment.IsOnLeaving && isLeft)
        {
            leaving.Add(assignment with { IsOnLeaving = false });
            return;
        }

        Forget(local);
        if (!spread.IsVarying(local))
        {
            if (spread.IsScattered(local))
            {
                KernelArray memory = MemoryOf(local);
                ByLane([assignment.Value], lane => new WriteElement(memory, lane, ScalarIn(assignment.Value, lane), assignment.Operator));
                return;
            }

            output.Add(new AssignLocal(Renamed(local), Scalar(assignment.Value), assignment.Operator));
            return;
        }

        KernelExpression value = Vector(assignment.Value);
        Local target = locals.TryGetValue(local, out Local? own) ? own : locals[local] = Wide(local);
        KernelExpression old = new LocalExpression(target);
        if (assignment.Operator is { } primitive) value = Contracted(primitive, old, value);
        bool isKept = mask is not null && (spread.Sums.Contains(local) || IsMasked && seen.Contains(local) && spread.IsMerged(local));
        if (isKept) value = Selected(value, old);
        seen.Add(local);

        // What was only just put under a name of ours gets the user's.
        if (value is LocalExpression { Local: var temporary } && temporaries.Contains(temporary) && output.Count > 0 && output[output.Count - 1] is AssignLocal last && last.Local == temporary)
        {
            output[output.Count - 1] = last with { Local = target };
            Rename(temporary, spread.IsMerged(local) ? null : target);
            return;
        }

        output.Add(new AssignLocal(target, value));
    }

    private void Visit(WriteElement write)
    {
        if (TryAddNeighbour(write)) return;
        Motion motion = spread.MotionOf(write.Index);
        bool isPrivate = spread.IsPrivate(write.Array);
        if (isPrivate && !spread.IsWide(write.Array))
        {
            output.Add(write with { Array = Renamed(write.Array), Index = Scalar(write.Index), Value = Scalar(write.Value) });
        }
        else if (isPrivate && IsFolded(write))
        {
            AddFolded(write);
        }
        else if (motion.IsScattered || isPrivate && !motion.IsSame || !write.Array.Element.IsFloat())
        {
            ByLane([write.Index, write.Value], lane => new WriteElement(Renamed(write.Array), IndexIn(write.Array, write.Index, lane), ScalarIn(write.Value, lane), write.Operator));
        }
        else if (isPrivate)
        {
            KernelExpression value = Vector(write.Value), index = IndexOf(write.Array, write.Index);
            KernelArray array = Renamed(write.Array);
            if (write.Operator is { } primitive) value = Contracted(primitive, Loaded(array, index, shape, "old"), value);
            if (IsMasked) value = Selected(value, Loaded(array, index, shape, "old"));
            output.Add(new WriteLanes(array, index, Motion.Constant(1), value, false, null));
        }
        else if (motion.IsSame)
        {
            AddSum(write);
        }
        else
        {
            WriteShared(write, motion.Stride!);
        }
    }

    /// <summary>All lanes add to one element.</summary>
    private void AddSum(WriteElement write)
    {
        bool isNegative = write.Operator == Primitives.Sub;
        (KernelExpression? Factor, KernelExpression Value, bool IsNegative)[] terms = IsFolded(write) ? Terms(write.Value, isNegative) : [(null, MaskedTerm(write.Value), isNegative)];
        if (!Totals.TryGetValue(write.Array, out LaneTotals? total))
        {
            output.Add(new WriteElement(Renamed(write.Array), Scalar(write.Index), new LaneSum(Sum(terms, null)!), Primitives.Add));
            return;
        }

        KernelExpression index = Index(Scalar(write.Index));
        List<KernelStatement> kept = Collect(() =>
        {
            bool isInside = IsInside(write.Index, buffers.ExtentOf(write.Array));
            KernelExpression at = Index(Times(isInside ? index : new InsideIndex(index, new LengthExpression(write.Array)), shape.GroupLanes));
            output.Add(new WriteLanes(total.Lanes, at, Motion.Constant(1), Sum(terms, Loaded(total.Lanes, at, OneGroup, "total"))!, false, null));
        });
        output.Add(new IfStatement(new LocalExpression(total.IsKept), BlockOf(kept), BlockOf([new WriteElement(write.Array, index, new LaneSum(Sum(terms, null)!), Primitives.Add)])));
    }

    /// <summary>What the lanes that are on add to a sum.</summary>
    private KernelExpression MaskedTerm(KernelExpression value)
    {
        KernelExpression all = Vector(value);
        if (mask is not null) all = Selected(all, Zero(shape.Element));
        return ExpressionTree.Factors(all) is { } factors ? new OperationExpression(Primitives.Mul, factors.Select(factor => Computed(factor, "factor")).ToEquatableArray(), all.Type) : Computed(all, "term");
    }

    private KernelExpression Computed(KernelExpression value, string name) => value is LaneSplat ? value : Held(value, name);

    private void WriteShared(WriteElement write, KernelExpression stride)
    {
        stride = Scalar(stride);
        KernelExpression[] terms = write.Operator == Primitives.Add && stride == Motion.Constant(1) ? [.. Addends(write.Value)] : [write.Value];
        KernelExpression value = Vector(terms[0]);
        (KernelExpression index, KernelExpression? active) = stride == Motion.Constant(1) ? Checked(write.Array, write.Index) : (Index(Scalar(write.Index)), Active);
        if (write.Operator is { } primitive && stride == Motion.Constant(1))
        {
            KernelExpression old = Held(new LaneElement(Renamed(write.Array), index, stride, active, shape), "old");
            value = AddedUp(primitive, old, value);
            foreach (KernelExpression term in terms.Skip(1)) value = AddedUp(primitive, Held(value, "sum"), Vector(term));
            if (mask is not null && active is null) value = Selected(value, old);
            output.Add(new WriteLanes(Renamed(write.Array), index, stride, value, false, active));
            return;
        }

        if (write.Operator == Primitives.Sub) value = new OperationExpression(Primitives.Neg, new([value]), value.Type);
        output.Add(new WriteLanes(Renamed(write.Array), index, stride, value, write.Operator is not null, Active));
    }

    /// <summary>The terms of a sum. Each is computed where it is added, so that what it loads need not wait in a register.</summary>
    private IEnumerable<KernelExpression> Addends(KernelExpression value) =>
        value is OperationExpression { Primitive: var p, Arguments: var terms } && p == Primitives.Add && !spread.IsUniform(value) ? terms.SelectMany(Addends) : [value];

    /// <summary>The terms of a sum added one after another: sums may be reordered, and each product then is one operation with its addition.</summary>
    private KernelExpression AddedUp(Primitive primitive, KernelExpression old, KernelExpression value) =>
        primitive == Primitives.Add && value is OperationExpression { Primitive: var p, Arguments: var terms } && p == Primitives.Add
            ? AddedUp(primitive, AddedUp(primitive, old, terms[0]), terms[1])
            : primitive == Primitives.Add && value is OperationExpression { Primitive: var q, Arguments: var fused } && q == Primitives.Fma
            ? Fused(fused[0], fused[1], AddedUp(primitive, old, fused[2]))
            : Contracted(primitive, old, value);

    private void Visit(FillRange fill)
    {
        KernelArray array = fill.Target.Array;
        bool isWide = spread.IsWide(array);
        if (!isWide || !IsMasked && spread.IsUniform(fill.Value))
        {
            int scale = isWide ? LanesOf(array) : 1;
            KernelRange range = fill.Target.Start is null || fill.Target.Count is null ? new(Renamed(array)) : new(Renamed(array), Times(Scalar(fill.Target.Start), scale), Times(Scalar(fill.Target.Count), scale));
            output.Add(new FillRange(range, Scalar(fill.Value)));
            return;
        }

        // Lanes that are off keep what they have, or each has a value of its own.
        Local index = new(ScalarType.I32, null, "i");
        KernelExpression start = fill.Target.Start ?? Motion.Constant(0), count = fill.Target.Count ?? buffers.ExtentOf(array);
        Visit(new ForStatement(index, Motion.Constant(0), count, 1, BlockOf([new WriteElement(array, Motion.Apply(Primitives.Add, start, new LocalExpression(index)), fill.Value)])));
    }

    private void Visit(DeclareArray declaration)
    {
        WorkspaceVariable? scope = declaration.Scope is { } outer && scopes.TryGetValue(outer, out WorkspaceVariable? inner) ? inner : declaration.Scope;
        KernelArray array = declaration.Array;
        KernelArray copy = arrays[array] = new(array.Element, array.Preferred, array.Storage);
        KernelExpression extent = spread.IsUniform(declaration.Extent) ? Scalar(declaration.Extent) : Extreme(declaration.Extent, Motion.Constant(0), Primitives.Max, "longest");
        output.Add(declaration with { Array = copy, Extent = spread.IsWide(array) ? Times(extent, LanesOf(array)) : extent, Scope = scope });
    }

    private void Visit(CheckStatement check)
    {
        if (spread.IsUniform(check.Condition)) output.Add(check with { Condition = Scalar(check.Condition) });
        else ByLane([check.Condition], lane => check with { Condition = ScalarIn(check.Condition, lane) });
    }

    /// <summary>Both branches, each under its mask; one that no lane takes is passed by.</summary>
    private void VisitVarying(IfStatement choice)
    {
        Local condition = Fresh(ScalarType.Bool, "isTaken", isWide: true);
        output.Add(new AssignLocal(condition, Vector(choice.Condition)));
        Branch(choice.Then, new LocalExpression(condition));
        Branch(choice.Else, new OperationExpression(Primitives.Not, new([new LocalExpression(condition)]), ScalarType.Bool));
    }

    private void Branch(KernelBlock block, KernelExpression condition)
    {
        if (block.Statements.Count == 0) return;
        Prepare(block);
        Under(condition, () => Visit(block));
    }

    /// <summary>A variable that some lanes assign first in a block has a value in all of them.</summary>
    private void Prepare(KernelBlock block)
    {
        foreach (Local local in KernelTree.Statements(block).OfType<AssignLocal>().Select(a => a.Local).Distinct().Where(l => spread.IsVarying(l) && spread.IsMerged(l) && seen.Add(l)))
        {
            Local target = locals.TryGetValue(local, out Local? other) ? other : locals[local] = Wide(local);
            output.Add(new AssignLocal(target, Zero(local.Type)));
        }
    }

    /// <summary>Writes statements for the lanes in which a condition holds; they are passed by where it holds in none.</summary>
    private void Under(KernelExpression condition, Action write)
    {
        (Local? outerMask, Local? outerBits) = (mask, bits);
        if (outerMask is not null) condition = new OperationExpression(Primitives.And, new([condition, new LocalExpression(outerMask)]), ScalarType.Bool);
        mask = Fresh(ScalarType.Bool, "isOn", isWide: true);
        bits = Fresh(ScalarType.U64, "lanes", isWide: false);
        output.Add(new AssignLocal(mask, condition));
        output.Add(new AssignLocal(bits, new LaneMaskBits(new LocalExpression(mask))));
        KernelExpression any = new OperationExpression(Primitives.Ne, new([new LocalExpression(bits), new ConstantExpression(Atom.Zero(ScalarType.U64))]), ScalarType.Bool);
        output.Add(new IfStatement(any, BlockOf(Collect(write)), KernelBlock.Empty));
        (mask, bits) = (outerMask, outerBits);
    }

    private KernelExpression Selected(KernelExpression value, KernelExpression old) => new OperationExpression(Primitives.Select_, new([new LocalExpression(mask!), value, old]), value.Type);

    private KernelExpression Zero(ScalarType type) => new LaneSplat(new ConstantExpression(Atom.Zero(type)), shape);

    private Local Wide(Local local) => new(local.Type, spread.Sums.Contains(local) && local.Preferred is not null ? local.Preferred + "Lanes" : local.Preferred, local.Suggested) { Shape = shape };

    private Local Fresh(ScalarType type, string name, bool isWide) => new(type, null, name) { Shape = isWide ? shape : null };

    private static KernelExpression Times(KernelExpression x, int factor) => Motion.Apply(Primitives.Mul, x, Motion.Constant(factor));

    private static KernelBlock BlockOf(IEnumerable<KernelStatement> statements) => new(statements.ToEquatableArray());

    /// <summary>The variable in this copy of the body: one of the body's own is another one in each copy.</summary>
    private Local Renamed(Local local)
    {
        if (locals.TryGetValue(local, out Local? known)) return known;
        if (!spread.IsAssigned(local)) return local;
        known = locals[local] = local.Copy();
        if (spread.IsMerged(local)) volatiles.Add(known);
        return known;
    }

    /// <summary>Where the lanes keep an integer that each has for itself.</summary>
    private KernelArray MemoryOf(Local local) => memories.TryGetValue(local, out KernelArray? known) ? known : memories[local] = buffers.Rent(local.Type, shape, local.Preferred);

    private KernelArray Renamed(KernelArray array) => arrays.TryGetValue(array, out KernelArray? known) ? known : spread.IsWide(array) ? buffers.WideOf(array) : array;
}
