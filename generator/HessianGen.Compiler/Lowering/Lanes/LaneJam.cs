using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Two iterations of a loop at once around the loop inside it, so that what both read is loaded once: the outputs of a dense layer.</summary>
/// <remarks>
/// <code>
/// for j { a = b[j];  for i { a += w[j, i]·x[i] }  h[j] = tanh(a) }
///   →   for j by 2 { a = b[j]; a2 = b[j + 1];  for i { a += w[j, i]·x[i]; a2 += w[j + 1, i]·x[i] }  h[j] = tanh(a); h[j + 1] = tanh(a2) }
/// </code>
/// Where the loop inside is longer by one in the second iteration, as in a triangular matrix, that iteration of it follows.
/// Allen and Cocke, "A catalogue of optimizing transformations", 1971: unroll and jam.
/// </remarks>
internal sealed class LaneJam : LaneCopy
{
    private const int LongestBody = 28, LeastTrips = 4, MostNumbers = 5;

    private readonly ForStatement loop;
    private readonly Dictionary<Local, Local> second;

    private LaneJam(ForStatement loop, HashSet<Local> outside)
    {
        this.loop = loop;
        second = KernelTree.Statements(loop.Body).OfType<AssignLocal>().Select(a => a.Local).Distinct().Where(l => !outside.Contains(l)).ToDictionary(l => l, l => l.Copy());
    }

    protected override int Count => 2;

    /// <summary>The loop's body with the loops in it jammed.</summary>
    /// <param name="outside">The variables that occur outside of the loop.</param>
    /// <param name="arrays">Takes the arrays that the iterations now need for themselves.</param>
    public static ForStatement Run(ForStatement loop, ISet<Local> outside, List<DeclareArray> arrays)
    {
        HashSet<Local> own = [loop.Counter, .. KernelTree.Statements(loop.Body).Select(s => s switch { AssignLocal assignment => assignment.Local, ForStatement inner => inner.Counter, _ => null }).OfType<Local>()];
        KernelBlock body = Run(loop.Body, new(outside), own, arrays);
        return loop with { Body = body, Privates = [.. loop.Privates!, .. arrays.Select(a => a.Array)] };
    }

    protected override Local Assigned(Local local, int lane) => lane == 1 && second.TryGetValue(local, out Local? own) ? own : local;

    protected override KernelExpression Read(Local local, int lane)
    {
        KernelExpression read = new LocalExpression(Assigned(local, lane));
        return local == loop.Counter && lane == 1 ? Motion.Apply(Primitives.Add, read, Motion.Constant(1)) : read;
    }

    protected override (KernelArray Array, KernelExpression Index) Element(KernelArray array, KernelExpression index, int lane) => (array, index);

    /// <summary>The one iteration that a loop has more in the second lane.</summary>
    protected override IReadOnlyList<KernelStatement>? Longer(ForStatement inner, KernelExpression start, KernelExpression[] ends)
    {
        if (ends[0] == ends[1]) return [];
        IndexForms forms = new(loop);
        if (forms.Of(inner.End).Split(forms.Id(loop.Counter)) is not var (more, rest) || !forms.IsFixed(more) || !forms.IsFixed(rest)) return null;
        if (more.IsZero) return [];
        Polynomial trips = forms.Of(inner.End) - forms.Of(start);
        bool isOneMore = inner.Step == 1 && more.AsConstant == 1 && LanePanels.Range(forms, [loop], trips) is var (least, _) && least.AsConstant >= 0;
        return isOneMore && new LaneLonger(this, inner, ends[0]).Of(inner.Body) is { } body ? body.Statements : null;
    }

    private static KernelBlock Run(KernelBlock block, HashSet<Local> outside, HashSet<Local> assigned, List<DeclareArray> arrays)
    {
        List<KernelStatement> result = [];
        foreach (KernelStatement statement in block.Statements)
        {
            if (statement is not ForStatement loop)
            {
                result.Add(statement);
                continue;
            }

            HashSet<Local> around = new(outside);
            around.UnionWith(KernelTree.LocalsOutside(block, s => ReferenceEquals(s, loop)));
            List<DeclareArray> own = [];
            ForStatement[] parts = IsDense(loop) ? [.. Parted(loop, around, assigned, own)] : [];
            bool isJammed = parts.Length > 0 && Numbers(parts[0], assigned) <= MostNumbers;
            result.AddRange(!isJammed ? [loop with { Body = Run(loop.Body, around, assigned, arrays) }] : [.. Jammed(parts[0], around), .. parts.Skip(1)]);
            if (isJammed) arrays.AddRange(own);
        }

        return new(result.ToEquatableArray());
    }

    private static bool IsDense(ForStatement loop)
    {
        ForStatement[] inner = [.. loop.Body.Statements.OfType<ForStatement>()];
        return loop is { Privates.Count: 0, Step: 1 } && !(LaneLoops.Trips(loop) < LeastTrips) && (HasPairsOnly(loop) || loop.Start == Motion.Constant(0)) && inner.Length > 0 && inner.All(i => i.Step == 1 && !i.Body.Statements.Any(s => s is ForStatement) && !(LaneLoops.Trips(i) < 2 * LeastTrips))
            && KernelTree.Statements(loop.Body).Count() <= LongestBody;
    }

    /// <summary>The numbers that are in registers at once: what an inner loop has from outside of it twice, what the loop has from outside of it once.</summary>
    /// <param name="assigned">The variables of which each lane has its own.</param>
    private static int Numbers(ForStatement loop, HashSet<Local> assigned)
    {
        ForStatement[] inner = [.. loop.Body.Statements.OfType<ForStatement>()];
        HashSet<Local> own = [.. KernelTree.Statements(loop.Body).OfType<AssignLocal>().Where(a => a.Operator is null).Select(a => a.Local)];
        int shared = KernelTree.Statements(loop.Body).SelectMany(KernelTree.Locals).Where(l => IsNumber(l) && !own.Contains(l)).Distinct().Count();
        return shared + 2 * inner.Max(i => KernelTree.LocalsOutside(loop.Body, s => ReferenceEquals(s, i)).Intersect(KernelTree.Statements(i).SelectMany(KernelTree.Locals)).Count(l => own.Contains(l) && IsNumber(l)));

        bool IsNumber(Local local) => local.Type.IsFloat() && assigned.Contains(local);
    }

    private static bool HasPairsOnly(ForStatement loop) => LaneLoops.Trips(loop) % 2 == 0;

    /// <summary>The loop by twos, and what is left of it where its iterations need not be pairs.</summary>
    private static IEnumerable<ForStatement> Jammed(ForStatement loop, HashSet<Local> outside)
    {
        if (new LaneJam(loop, outside).Of(loop.Body) is not { } body) return [loop];
        if (HasPairsOnly(loop)) return [loop with { Step = 2, Body = body }];
        LaneRest rest = new(loop, outside);
        if (rest.Of(loop.Body) is not { } single) return [loop];
        KernelExpression two = Motion.Constant(2), pairs = LaneLoops.Trips(loop) is { } trips
            ? Motion.Constant(trips - 1)
            : Motion.Apply(Primitives.Mul, new OperationExpression(Primitives.Div, new([loop.End, two]), ScalarType.I32), two);
        return
        [
            loop with { End = pairs, Step = 2, Body = body, WholeEnd = loop.End },
            loop with { Counter = rest.Counter, Start = pairs, Body = single, Privates = null, WholeEnd = loop.End },
        ];
    }

    /// <summary>
    /// The sums first and then what long functions make of them, in two loops: the constants of a long function would take the registers of the sums.
    /// <code>
    /// for j { a = ...; for i { a += ... }  h[j] = tanh(a) }      →      for j { a = ...; for i { a += ... }  s[j] = a }   for j { a = s[j]; h[j] = tanh(a) }
    /// </code>
    /// </summary>
    private static IEnumerable<ForStatement> Parted(ForStatement loop, HashSet<Local> outside, HashSet<Local> changing, List<DeclareArray> arrays)
    {
        KernelStatement[] statements = [.. loop.Body.Statements];
        int end = System.Array.FindIndex(statements, s => s is ForStatement) + 1;
        KernelStatement[] sums = [.. statements.Take(end)], rest = [.. statements.Skip(end)];
        bool isLong = LaneFunctions.LongCalls(rest) > 0;
        AssignLocal[] assigned = [.. sums.SelectMany(KernelTree.Statements).OfType<AssignLocal>()];
        HashSet<Local> needed = [.. rest.SelectMany(KernelTree.Statements).SelectMany(KernelTree.Locals)];
        bool isPlain = !assigned.Any(a => outside.Contains(a.Local)) && sums.All(s => s is AssignLocal or ForStatement) && loop.Start == Motion.Constant(0)
            && !sums.OfType<ForStatement>().SelectMany(f => KernelTree.Statements(f.Body)).Any(s => s is not AssignLocal);
        bool isFixed = ExpressionTree.Nodes(loop.End).All(node => node is not ElementExpression && !(node is LocalExpression read && changing.Contains(read.Local)));
        if (!isLong || !isPlain || !isFixed) return [loop];

        List<KernelStatement> stores = [], loads = [];
        foreach (Local local in assigned.Select(a => a.Local).Distinct().Where(l => l.Type.IsFloat() && needed.Contains(l)))
        {
            KernelArray array = new(local.Type, (local.Preferred ?? local.Suggested) + "Sums", ArrayStorage.Workspace);
            arrays.Add(new(array, loop.End, null, false));
            stores.Add(new WriteElement(array, new LocalExpression(loop.Counter), new LocalExpression(local)));
            loads.Add(new AssignLocal(local, new ElementExpression(array, new LocalExpression(loop.Counter))));
        }

        IEnumerable<KernelStatement> integers = sums.OfType<AssignLocal>().Where(a => !a.Local.Type.IsFloat());
        ForStatement first = loop with { Body = new(sums.Concat(stores).ToEquatableArray()) };
        LaneRest second = new(loop, outside);
        return second.Of(new KernelBlock(integers.Concat(loads).Concat(rest).ToEquatableArray())) is { } body ? [first, loop with { Counter = second.Counter, Body = body }] : [loop];
    }

    /// <summary>The second lane's iteration of an inner loop behind the end of the first lane's.</summary>
    private sealed class LaneLonger(LaneJam jam, ForStatement inner, KernelExpression iteration) : LaneCopy
    {
        private readonly HashSet<Local> outside = KernelTree.LocalsOutside(jam.loop.Body, s => ReferenceEquals(s, inner));
        private readonly Dictionary<Local, Local> own = [];

        protected override int Count => 1;

        protected override Local Assigned(Local local, int lane)
        {
            if (outside.Contains(local) || !jam.second.ContainsKey(local)) return jam.Assigned(local, 1);
            return own.TryGetValue(local, out Local? known) ? known : own[local] = local.Copy();
        }

        protected override KernelExpression Read(Local local, int lane) => local == inner.Counter ? iteration : own.TryGetValue(local, out Local? mine) ? new LocalExpression(mine) : jam.Read(local, 1);

        protected override (KernelArray Array, KernelExpression Index) Element(KernelArray array, KernelExpression index, int lane) => (array, index);
    }

    /// <summary>A copy with variables of its own.</summary>
    private sealed class LaneRest(ForStatement loop, HashSet<Local> outside) : LaneCopy
    {
        private readonly Dictionary<Local, Local> own = [];

        public Local Counter { get; } = loop.Counter.Copy();

        protected override int Count => 1;

        protected override Local Assigned(Local local, int lane)
        {
            if (outside.Contains(local)) return local;
            return own.TryGetValue(local, out Local? known) ? known : own[local] = local.Copy();
        }

        protected override KernelExpression Read(Local local, int lane) => new LocalExpression(local == loop.Counter ? Counter : own.TryGetValue(local, out Local? known) ? known : local);

        protected override (KernelArray Array, KernelExpression Index) Element(KernelArray array, KernelExpression index, int lane) => (array, index);
    }
}
