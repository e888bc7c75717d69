using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>What the lanes of a loop share and what each has for itself (ISPC's uniform and varying), and whether the loop can run in lanes at all.</summary>
/// <remarks>
/// Grown from nothing until nothing changes: a number varies where what it is computed from varies, where a condition that varies
/// decides between several assignments, and where the loop sums it up. Integers are kept apart: most are linear in the lane.
/// </remarks>
internal sealed class Spread
{
    private readonly ForStatement loop;
    private readonly HashSet<KernelArray> privates;
    private readonly Dictionary<Local, int> assignments = [];
    private readonly Dictionary<Local, Motion> motions = [];
    private readonly HashSet<Local> varying = [];
    private readonly HashSet<KernelArray> wide = [], written = [];
    private IReadOnlyCollection<Local> steps = [];  // what lanes that are on count together, whatever switched the others off
    private bool changed;
    private ScalarType? element;

    /// <param name="outside">The variables that occur outside the loop.</param>
    public Spread(ForStatement loop, ISet<Local> outside)
    {
        (this.loop, privates) = (loop, [.. loop.Privates!]);
        foreach (KernelStatement statement in KernelTree.Statements(loop.Body))
        {
            if (statement is AssignLocal assignment) assignments[assignment.Local] = assignments.TryGetValue(assignment.Local, out int count) ? count + 1 : 1;
            if (statement is WriteElement write) written.Add(write.Array);
            if (statement is FillRange fill) written.Add(fill.Target.Array);
        }

        Sums = [.. assignments.Keys.Where(outside.Contains)];
        motions[loop.Counter] = Motion.Counter;
        foreach (Local sum in Sums) Vary(sum);
        do
        {
            changed = false;
            Visit(loop.Body, isVarying: false);
        }
        while (changed && Obstacle is null);
        Obstacle ??= element is null ? "it computes no floating-point numbers" : null;
    }

    /// <summary>Why the loop stays scalar; null where it can run in lanes.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The type of the numbers in the lanes.</summary>
    public ScalarType Element => element!.Value;

    /// <summary>What the loop sums up.</summary>
    public IReadOnlyList<Local> Sums { get; }

    /// <summary>True for a private array of which each lane needs its own.</summary>
    public bool IsWide(KernelArray array) => wide.Contains(array);

    public bool IsPrivate(KernelArray array) => privates.Contains(array);

    /// <summary>True for a number or condition of which each lane has its own.</summary>
    public bool IsVarying(Local local) => varying.Contains(local);

    /// <summary>True where the variable has several assignments, so that lanes that are switched off must keep the old value.</summary>
    public bool IsMerged(Local local) => assignments.TryGetValue(local, out int count) && count > 1;

    /// <summary>True where a variable of an inner loop is read or assigned in the rest of the body.</summary>
    public bool OccursOutside(ForStatement inner, Local local) => Sums.Contains(local) || KernelTree.LocalsOutside(loop.Body, s => ReferenceEquals(s, inner)).Contains(local);

    public bool IsAssigned(Local local) => assignments.ContainsKey(local);

    /// <summary>True for an integer that each lane keeps in memory.</summary>
    public bool IsScattered(Local local) => local.Type.IsInteger() && motions.TryGetValue(local, out Motion? motion) && motion.IsScattered;

    /// <summary>How an integer expression differs between lanes.</summary>
    public Motion MotionOf(KernelExpression expression)
    {
        switch (expression)
        {
            case ConstantExpression or LengthExpression: return Motion.Same;
            case LocalExpression { Local: var local }: return motions.TryGetValue(local, out Motion? motion) ? motion : Motion.Same;
            case ConversionExpression { Operand: var operand } when operand.Type is ScalarType.I32 or ScalarType.I64 && expression.Type is ScalarType.I32 or ScalarType.I64: return MotionOf(operand);
            case OperationExpression { Wraps: false, Type: ScalarType.I32 or ScalarType.I64, Arguments: var arguments } operation:
                if (operation.Primitive == Primitives.Add) return MotionOf(arguments[0]) + MotionOf(arguments[1]);
                if (operation.Primitive == Primitives.Sub) return MotionOf(arguments[0]) - MotionOf(arguments[1]);
                if (operation.Primitive == Primitives.Mul && MotionOf(arguments[1]).IsSame && IsFixed(arguments[1])) return MotionOf(arguments[0]).Times(arguments[1]);
                if (operation.Primitive == Primitives.Mul && MotionOf(arguments[0]).IsSame && IsFixed(arguments[0])) return MotionOf(arguments[1]).Times(arguments[0]);
                break;
        }

        return IsUniform(expression) ? Motion.Same : Motion.Scattered;
    }

    /// <summary>True where all lanes have the same.</summary>
    public bool IsUniform(KernelExpression expression) => expression switch
    {
        LocalExpression { Local: var local } => local.Type.IsInteger() ? MotionOf(expression).IsSame : !varying.Contains(local),
        ElementExpression { Array: var array, Index: var index } => MotionOf(index).IsSame && !wide.Contains(array),
        _ => expression.Operands.All(IsUniform),
    };

    private static bool IsChangedIn(ForStatement inner, KernelExpression node) => KernelTree.Statements(inner.Body).Any(s =>
        node is LocalExpression { Local: var local } && s is AssignLocal { Local: var changed } && changed == local
        || node is ElementExpression { Array: var array } && KernelTree.Written(s).Contains(array));

    /// <summary>True for a branch that some lanes take and others do not, and a loop that some lanes run more often than others.</summary>
    public bool Diverges(KernelStatement statement) => statement switch
    {
        IfStatement choice => !IsUniform(choice.Condition),
        ForStatement inner => !IsUniform(inner.Start) || !IsUniform(inner.End),
        WhileStatement inner => !IsUniform(inner.Test),
        _ => false,
    };

    /// <summary>True where nothing in the loop changes what the expression reads.</summary>
    private bool IsFixed(KernelExpression expression) =>
        ExpressionTree.Nodes(expression).All(node => node is not ElementExpression && (node is not LocalExpression { Local: var local } || !assignments.ContainsKey(local) && local.Type == ScalarType.I32));

    private void Visit(KernelBlock block, bool isVarying)
    {
        IReadOnlyCollection<Local> outer = steps;
        steps = [.. outer, .. block.Statements.OfType<WhileStatement>().SelectMany(inner => inner.Steps)];
        foreach (KernelStatement statement in block.Statements) Visit(statement, isVarying);
        steps = outer;
    }

    private void Visit(KernelStatement statement, bool isVarying)
    {
        foreach (KernelExpression expression in statement.Expressions) Require(expression);
        switch (statement)
        {
            case AssignLocal { Local: { Type: var type } local } assignment when type.IsInteger(): Move(local, assignment, isVarying && !steps.Contains(local)); break;
            case AssignLocal { Local: var local, Value: var value }:
                if (!IsUniform(value) || isVarying && IsMerged(local)) Vary(local);
                break;
            case WriteElement write: Visit(write, isVarying); break;
            case FillRange { Target: var target, Value: var value }:
                if (!target.Expressions.All(IsUniform)) Refuse("the range of a copy differs between iterations");
                if (!privates.Contains(target.Array)) Refuse("it fills an array that iterations share");
                else if (!IsUniform(value) || isVarying) Widen(target.Array);
                break;
            case CheckStatement or EnterWorkspace or DeclareArray or BreakIf: break;
            case ForStatement or WhileStatement or IfStatement:
                if (statement is ForStatement inner && Diverges(inner)) Visit(inner);
                bool diverges = Diverges(statement);
                IReadOnlyCollection<Local> outer = steps;
                if (diverges) steps = statement is WhileStatement { Steps: var own } ? own : [];
                foreach (KernelBlock block in statement.Blocks) Visit(block, isVarying || diverges);
                steps = outer;
                break;
            default: Refuse("it is in lanes inside"); break;
        }
    }

    /// <summary>A loop that not all lanes run equally often: all that do are in the same iteration.</summary>
    private void Visit(ForStatement inner)
    {
        bool isStartShared = IsUniform(inner.Start);
        if (!isStartShared && (!IsUniform(inner.End) || Math.Abs(inner.Step) != 1)) Refuse("an inner loop has other iterations in each iteration");
        if (!isStartShared && ExpressionTree.Nodes(inner.Start).Any(node => IsChangedIn(inner, node))) Refuse("an inner loop changes where it began");
        bool isTriangle = !MotionOf(isStartShared ? inner.End : inner.Start).IsScattered;
        if (isTriangle && inner is { Privates: not null, Step: 1 } && !loop.IsOverInstances) Refuse("an inner loop is longer from iteration to iteration, and better in lanes itself");
        if (inner.Counter.Type != ScalarType.I32) Refuse("a long counter");
    }

    private void Visit(WriteElement write, bool isVarying)
    {
        Motion motion = MotionOf(write.Index);
        if (privates.Contains(write.Array))
        {
            if (isVarying || !motion.IsSame || !IsUniform(write.Value)) Widen(write.Array);
        }
        else if (write.Array.Storage == ArrayStorage.Growable)
        {
            Refuse("iterations write to one array that grows");
        }
        else if (motion.IsSame && write.Operator is null)
        {
            Refuse("iterations store to the same element");
        }
        else if (write.Operator is { } sum && sum != Primitives.Add && sum != Primitives.Sub)
        {
            Refuse("an element that iterations share is scaled");
        }
    }

    /// <summary>A variable with assignments of different motion is kept lane by lane.</summary>
    private void Move(Local local, AssignLocal assignment, bool isVarying)
    {
        KernelExpression value = assignment.Operator is { } primitive ? new OperationExpression(primitive, new([new LocalExpression(local), assignment.Value]), local.Type) : assignment.Value;
        Motion motion = isVarying && (IsMerged(local) || assignment.IsOnLeaving) ? Motion.Scattered : MotionOf(value);
        if (motions.TryGetValue(local, out Motion? known) && known != motion && IsMerged(local)) motion = Motion.Scattered;
        if (known == motion || known is null && motion.IsSame) return;
        motions[local] = motion;
        changed = true;
    }

    private void Vary(Local local)
    {
        if (!varying.Add(local)) return;
        changed = true;
        if (local.Type.IsFloat()) Settle(local.Type);
        else if (local.Type.IsInteger()) Refuse("it counts in an integer");
    }

    private void Widen(KernelArray array)
    {
        changed |= wide.Add(array);
        if (array.Element.IsFloat()) Settle(array.Element);
    }

    private void Settle(ScalarType type)
    {
        if (type == ScalarType.Bool) return;
        if (element is { } known && known != type) Refuse("it mixes single and double precision");
        element = type;
    }

    /// <summary>Looks for what lanes cannot compute.</summary>
    private void Require(KernelExpression expression)
    {
        foreach (KernelExpression node in ExpressionTree.Nodes(expression))
        {
            if (IsUniform(node)) continue;
            if (node.Type.IsFloat()) Settle(node.Type);
            if (!loop.IsOverInstances && node is ElementExpression { Array: var array } && written.Contains(array) && !privates.Contains(array)) Refuse("it reads what it writes");
        }
    }

    private void Refuse(string reason) => Obstacle ??= reason;
}
