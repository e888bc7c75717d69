using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Puts parts of a long body into methods of their own: each as long as the just-in-time compiler optimises well.</summary>
/// <remarks>
/// Beyond about a thousand variables RyuJIT stops inlining, and beyond 60,000 bytes of IL it stops optimising. Every vector of every value of
/// several lanes is a variable. What crosses from part to part is a parameter, by reference where the part changes it; where much does, it is memory
/// (<see cref="PartFrame"/>).
/// </remarks>
internal sealed class MethodParts
{
    private const int LongestLoop = 100, LongestBlock = 400, LongestPart = 300;

    private readonly List<MethodPart> parts = [];

    /// <summary>The body with calls of its parts, and the parts, outer before inner.</summary>
    public static (KernelBlock Body, IReadOnlyList<MethodPart> Parts) Run(KernelBlock body)
    {
        MethodParts pass = new();
        Scope scope = new(body, []);
        return (Declarations.Run(scope.Begun(pass.Rewrite(body, scope))), pass.parts);
    }

    private KernelBlock Rewrite(KernelBlock block, Scope scope, bool isStrip = false)
    {
        List<Piece> pieces = Pieces(block, scope, isStrip);
        PartFrame? frame = PartFrame.Of(block, [.. pieces.Where(p => p.IsMoved).Select(p => p.Statements)], scope.Whole, scope.OccursElsewhere);
        List<KernelStatement> result = [];
        foreach (Piece piece in pieces)
        {
            if (!piece.IsMoved)
            {
                result.AddRange(piece.Statements.Select(s => Rewrite(s, scope)));
                continue;
            }

            if (frame is { IsDeclared: false }) result.AddRange(frame.Declare());
            result.Add(Move(piece.Statements, scope, frame));
        }

        return new(result.ToEquatableArray());
    }

    /// <summary>The statements of a block in order, those that become a part together.</summary>
    private static List<Piece> Pieces(KernelBlock block, Scope scope, bool isStrip)
    {
        bool IsLoop(KernelStatement statement) => statement is ForStatement { IsLanes: var isLanes } && (isLanes || isStrip) && Weight(statement) > LongestLoop && CanMove(statement) && !(block.Statements.Count == 1 && ReferenceEquals(scope.Whole, block));
        bool isLong = block.Statements.Where(s => !IsLoop(s)).Sum(Weight) > LongestBlock && block.Statements.Count(CanMove) > 1;
        int leading = EntryChecks.Leading(block);
        List<Piece> pieces = leading == 0 ? [] : [new([.. block.Statements.Take(leading)], IsMoved: false, IsLoop: false)];
        int length = 0;
        foreach (KernelStatement statement in block.Statements.Skip(leading))
        {
            int weight = Weight(statement);
            bool isLoop = IsLoop(statement), isMoved = isLoop || isLong && CanMove(statement);
            if (pieces.Count == 0 || pieces[pieces.Count - 1] is var last && (isLoop || last.IsLoop || isMoved != last.IsMoved || isMoved && length + weight > LongestPart))
            {
                pieces.Add(new([], isMoved, isLoop));
                length = 0;
            }

            pieces[pieces.Count - 1].Statements.Add(statement);
            length += weight;
        }

        return pieces;
    }

    private KernelStatement Rewrite(KernelStatement statement, Scope scope) => statement switch
    {
        ForStatement loop => loop with { Body = Rewrite(loop.Body, scope, isStrip: loop.IsLanes) },
        WhileStatement loop => loop with { Body = Rewrite(loop.Body, scope) },
        IfStatement choice => choice with { Then = Rewrite(choice.Then, scope), Else = Rewrite(choice.Else, scope) },
        _ => statement,
    };

    /// <summary>True for what can stand in another method: no declarations for those behind it, no jump out, and no array that grows, which cannot be passed beside memory of the stack.</summary>
    private static bool CanMove(KernelStatement statement)
    {
        KernelStatement[] all = [.. KernelTree.Statements(statement)];
        return statement is AssignLocal or WriteElement or ForStatement or WhileStatement or IfStatement or FillRange or CopyRange or CheckStatement or WriteLanes or CheckLanes or CheckRows or PackLanes or MapLanes or SumLanes
            && !(statement is IfStatement && all.Any(s => s is BreakIf)) && !all.SelectMany(Used).Any(a => a.Storage == ArrayStorage.Growable);
    }

    private CallPart Move(List<KernelStatement> moved, Scope scope, PartFrame? frame)
    {
        HashSet<Local> outside = scope.Outside(moved);
        if (frame is not null) outside.ExceptWith(frame.Carried);
        KernelBlock body = new((frame?.Around(moved) ?? moved).ToEquatableArray());
        KernelStatement[] statements = [.. KernelTree.Statements(body)];
        HashSet<Local> inside = [.. statements.SelectMany(KernelTree.Locals)], assigned = [.. statements.OfType<AssignLocal>().Select(a => a.Local)];
        HashSet<KernelArray> declared = [.. statements.OfType<DeclareArray>().Select(d => d.Array)], written = [.. statements.SelectMany(KernelTree.Written)];
        HashSet<KernelArray> used = [.. statements.SelectMany(Used).Where(a => !declared.Contains(a))];
        HashSet<WorkspaceVariable> opened = [.. statements.OfType<EnterWorkspace>().Select(e => e.Scope)];
        WorkspaceVariable[] scopes = [.. statements.OfType<DeclareArray>().Select(d => d.Scope).OfType<WorkspaceVariable>().Where(s => !opened.Contains(s)).Distinct()];
        IEnumerable<KernelStatement> starts = statements.SelectMany(LaneDeclarations.Started).Distinct().Where(a => !declared.Contains(a)).Select(a => new DeclareStart(a));
        Local[] shared = [.. inside.Where(l => outside.Contains(l) || l.IsParameter)], updated = [.. shared.Where(assigned.Contains)];
        int number = parts.Count;
        parts.Add(null!);
        Scope inner = new(body, outside);
        KernelBlock rewritten = inner.Begun(new(body.Statements.Select(s => Rewrite(s, inner)).ToEquatableArray()));
        parts[number] = new(
            number + 1,
            Declarations.Run(new(starts.Concat(rewritten.Statements).ToEquatableArray()), outside),
            [.. shared.Where(l => !assigned.Contains(l))],
            updated,
            [.. used.Select(a => (a, written.Contains(a)))],
            scopes);

        Local[] own = [.. updated.Where(l => !l.IsParameter)];
        if (own.Length > 0) scope.Initialized.AddRange(own.Except(scope.Assigned(moved[0])));
        return new CallPart(parts[number]) { Line = moved[0].Line };
    }

    private static int Weight(KernelStatement statement) => statement.Blocks.SelectMany(b => b.Statements).Sum(Weight) + statement switch
    {
        AssignLocal { Local: { Shape: { } shape, IsSplat: false }, Value: var value } => shape.Groups * (1 + 8 * LaneFunctions.LongCalls(value)),
        WriteLanes write => write.Value.Shape!.Groups * (1 + 8 * LaneFunctions.LongCalls(write.Value)),
        _ => 1,
    };

    /// <summary>Statements that follow each other in a block.</summary>
    private sealed record Piece(List<KernelStatement> Statements, bool IsMoved, bool IsLoop);

    /// <summary>The method that parts are taken out of.</summary>
    /// <param name="External">Variables that belong to the methods around it.</param>
    private sealed record Scope(KernelBlock Whole, HashSet<Local> External)
    {
        private readonly Lazy<Dictionary<Local, int>> occurrences = new(() => KernelTree.Occurrences(Whole.Statements));

        /// <summary>True for a variable that occurs more often than so many times in this method, or in the methods around it.</summary>
        public bool OccursElsewhere(Local local, int times) => External.Contains(local) || occurrences.Value[local] > times;

        /// <summary>What needs a value from the beginning, so that it can be passed by reference.</summary>
        public List<Local> Initialized { get; } = [];

        /// <summary>The variables of some statements that occur elsewhere too.</summary>
        public HashSet<Local> Outside(List<KernelStatement> moved) =>
            [.. KernelTree.Occurrences(moved).Where(row => OccursElsewhere(row.Key, row.Value)).Select(row => row.Key)];

        /// <summary>The variables that certainly have a value when a statement runs.</summary>
        public HashSet<Local> Assigned(KernelStatement wanted)
        {
            HashSet<Local> assigned = new(External);
            Find(Whole);
            return assigned;

            bool Find(KernelBlock block)
            {
                List<Local> added = [];
                foreach (KernelStatement statement in block.Statements)
                {
                    if (ReferenceEquals(statement, wanted) || statement.Blocks.Any(Find)) return true;
                    if (statement is AssignLocal { Operator: null } assignment && assigned.Add(assignment.Local)) added.Add(assignment.Local);
                }

                assigned.ExceptWith(added);
                return false;
            }
        }

        /// <summary>The body with the values that its variables begin with.</summary>
        public KernelBlock Begun(KernelBlock body)
        {
            if (Initialized.Count == 0) return body;
            int checks = EntryChecks.Leading(body);
            IEnumerable<KernelStatement> values = Initialized.Distinct().Select(local =>
            {
                KernelExpression zero = new ConstantExpression(Atom.Zero(local.Type));
                return new AssignLocal(local, local.Shape is { } shape ? new LaneSplat(zero, shape) : zero);
            });
            return new(body.Statements.Take(checks).Concat(values).Concat(body.Statements.Skip(checks)).ToEquatableArray());
        }
    }

    /// <summary>The arrays that a statement itself has anything to do with.</summary>
    public static IEnumerable<KernelArray> Used(KernelStatement statement)
    {
        IEnumerable<KernelArray> measured = KernelTree.Nodes(statement).OfType<LengthExpression>().Select(length => length.Array);
        IEnumerable<KernelArray> tested = statement switch { CheckLanes check => [check.Array], CheckRows check => [check.Array], _ => [] };
        return KernelTree.Read(statement).Concat(KernelTree.Written(statement)).Concat(measured).Concat(tested);
    }
}
