using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class LaneBody
{
    /// <summary>An expression that all lanes share, or the first lane's integer where they differ by a stride.</summary>
    private KernelExpression Scalar(KernelExpression expression) => expression switch
    {
        LocalExpression { Local: var local } => new LocalExpression(Renamed(local)),
        ElementExpression element => new ElementExpression(Renamed(element.Array), Scalar(element.Index)),
        _ => ExpressionTree.WithOperands(expression, Scalar),
    };

    /// <summary>An expression as a vector; what must be done before is written to the output.</summary>
    private KernelExpression Vector(KernelExpression expression)
    {
        if (spread.IsUniform(expression)) return Splat(Scalar(expression));
        switch (expression)
        {
            case LocalExpression { Local: var local } when !local.Type.IsInteger():
                return new LocalExpression(locals.TryGetValue(local, out Local? wide) ? wide : locals[local] = Wide(local));
            case ElementExpression read when panels.TryGetValue(read, out (LanePanel Panel, KernelExpression Place) packed):
                KernelExpression place = Index(Times(Scalar(packed.Place), shape.Lanes));
                return Read(read.Array, new(Packed[packed.Panel], place, Motion.Constant(1), null, shape));
            case ElementExpression { Array: var array, Index: var index } when spread.IsPrivate(array) && spread.MotionOf(index).IsSame && array.Element == shape.Element:
                return Read(array, new(Renamed(array), IndexOf(array, index), Motion.Constant(1), null, shape));
            case ElementExpression { Array: var array, Index: var index } when !spread.IsPrivate(array) && array.Element == shape.Element && array.Storage != ArrayStorage.Growable && spread.MotionOf(index).Stride is { } stride:
                (KernelExpression at, KernelExpression? active) = stride == Motion.Constant(1) ? Checked(array, index) : (Index(Scalar(index)), Active);
                return Read(array, new(array, at, Scalar(stride), active, shape));
            case ConversionExpression { Operand: { Type: ScalarType.I32 } operand } when expression.Type == shape.Element && spread.MotionOf(operand).Stride is { } stride:
                return Held(new LaneNumbers(Scalar(operand), Scalar(stride), shape), "number");
            case ConversionExpression { Operand: var operand } when operand.Type == expression.Type: return Vector(operand);
            case OperationExpression operation when IsDirect(operation): return Direct(operation);
            case OperationExpression { Primitive.IsComparison: true } comparison when comparison.Arguments.All(IsNumberOfLane):
                return comparison with { Arguments = comparison.Arguments.Select(a => Vector(new ConversionExpression(a, shape.Element))).ToEquatableArray() };
            case ChoiceExpression choice: return Chosen(choice);
            case ShortCircuitExpression { Left: var left, Right: var right } circuit when !HasLoads(right):
                return new OperationExpression(circuit.IsAnd ? Primitives.And : Primitives.Or, new([Vector(left), Vector(right)]), ScalarType.Bool);
            default: return Gathered(expression);
        }
    }

    /// <summary>True for an integer that is linear in the lane, and that the lanes hold exactly.</summary>
    private bool IsNumberOfLane(KernelExpression expression) =>
        shape.Element == ScalarType.F64 && expression.Type == ScalarType.I32 && (spread.IsUniform(expression) || spread.MotionOf(expression).Stride is not null);

    private bool IsDirect(OperationExpression operation) =>
        LaneFunctions.Of(operation.Primitive) is not null
        && operation.Arguments.All(a => a.Type == shape.Element || a.Type == ScalarType.Bool)
        && (operation.Type == shape.Element || operation.Type == ScalarType.Bool)
        && (operation.Arguments[0].Type != ScalarType.Bool || operation.Primitive == Primitives.And || operation.Primitive == Primitives.Or || operation.Primitive == Primitives.Xor
            || operation.Primitive == Primitives.Not || operation.Primitive == Primitives.Select_);

    private KernelExpression Direct(OperationExpression operation)
    {
        KernelExpression[] arguments = [.. operation.Arguments.Select(Vector)];
        if (!inlines && LaneFunctions.IsLong(operation.Primitive)) return Mapped(operation.Primitive, arguments);
        return arguments.Length == 2 && operation.Type.IsFloat() ? Contracted(operation.Primitive, arguments[0], arguments[1]) : new OperationExpression(operation.Primitive, new(arguments), operation.Type);
    }

    /// <summary>An operation on two vectors; a product in a sum becomes one operation with it, but for a difference of two (see <see cref="Contraction"/>).</summary>
    private KernelExpression Contracted(Primitive primitive, KernelExpression x, KernelExpression y)
    {
        bool isSum = primitive == Primitives.Add, isDifference = primitive == Primitives.Sub;
        if (isSum || isDifference && !(ExpressionTree.Factors(x) is not null && ExpressionTree.Factors(y) is not null))
        {
            if (ExpressionTree.Factors(y) is { } right) return Fused(isSum ? right[0] : Negated(right[0]), right[1], x);
            if (ExpressionTree.Factors(x) is { } left) return Fused(left[0], left[1], isSum ? y : Negated(y));
        }

        return new OperationExpression(primitive, new([x, y]), x.Type);
    }

    private static OperationExpression Fused(KernelExpression x, KernelExpression y, KernelExpression z) => new(Primitives.Fma, new([x, y, z]), x.Type);

    private static KernelExpression Negated(KernelExpression x) => x switch
    {
        OperationExpression { Primitive: var p, Arguments: var arguments } when p == Primitives.Neg => arguments[0],
        LaneSplat { Value: ConstantExpression { Constant: var constant } } splat => splat with { Value = new ConstantExpression(Atom.OfFloat(-constant.Float, constant.ConstantType)) },
        _ => new OperationExpression(Primitives.Neg, new([x]), x.Type),
    };

    /// <summary>A choice of which both sides are computed; a side that loads is a branch, so that it loads only for lanes that choose it.</summary>
    private KernelExpression Chosen(ChoiceExpression choice)
    {
        bool isUniform = spread.IsUniform(choice.Condition);
        if (isUniform || HasLoads(choice.WhenTrue) || HasLoads(choice.WhenFalse))
        {
            Local result = Fresh(choice.Type, "chosen", isWide: true);
            if (isUniform)
            {
                List<KernelStatement> Arm(KernelExpression value) => Collect(() => output.Add(new AssignLocal(result, Vector(value))));
                output.Add(new IfStatement(Scalar(choice.Condition), BlockOf(Arm(choice.WhenTrue)), BlockOf(Arm(choice.WhenFalse))));
                return new LocalExpression(result);
            }

            output.Add(new AssignLocal(result, Zero(choice.Type)));
            Local condition = Fresh(ScalarType.Bool, "isChosen", isWide: true);
            output.Add(new AssignLocal(condition, Vector(choice.Condition)));
            Side(choice.WhenTrue, new LocalExpression(condition), result);
            Side(choice.WhenFalse, new OperationExpression(Primitives.Not, new([new LocalExpression(condition)]), ScalarType.Bool), result);
            return new LocalExpression(result);
        }

        return new OperationExpression(Primitives.Select_, new([Vector(choice.Condition), Vector(choice.WhenTrue), Vector(choice.WhenFalse)]), choice.Type);
    }

    private void Side(KernelExpression value, KernelExpression condition, Local result) =>
        Under(condition, () => output.Add(new AssignLocal(result, Selected(Vector(value), new LocalExpression(result)))));

    private static bool HasLoads(KernelExpression expression) => ExpressionTree.Nodes(expression).Any(n => n is ElementExpression || n is OperationExpression { Primitive: var p } && n.Type.IsInteger() && (p == Primitives.Div || p == Primitives.Rem));

    /// <summary>The number in all lanes; one that has to be computed gets a name, so that it is computed once.</summary>
    private KernelExpression Splat(KernelExpression value) => Splat(value, shape);

    private KernelExpression Splat(KernelExpression value, LaneShape lanes)
    {
        if (bits is null && value is LocalExpression { Local: var number } && !locals.ContainsValue(number) && Header.SplatOf(number, lanes) is { } splat) return splat;
        if (value is ConstantExpression or LocalExpression) return new LaneSplat(value, lanes);
        Local local = new(value.Type, null, NameOf(value)) { Shape = lanes, IsSplat = true };
        output.Add(new AssignLocal(local, new LaneSplat(value, lanes)) { Line = line });
        return new LocalExpression(local);
    }

    /// <summary>The value under a name of its own, unless it has one.</summary>
    private KernelExpression Held(KernelExpression value, string name)
    {
        if (value is ConstantExpression or LocalExpression) return value;
        Local local = new(value.Type, null, name) { Shape = value.Shape };
        if (value.Shape == shape) temporaries.Add(local);
        output.Add(new AssignLocal(local, value) { Line = line });
        return new LocalExpression(local);
    }

    private static string ElementName(KernelArray array) => (array.Preferred ?? "") + "Element";

    private static string NameOf(KernelExpression value) => value switch
    {
        ElementExpression { Array.Preferred: { } name } => name + "Element",
        _ => "shared",
    };

    /// <summary>What lanes have no form for: computed lane by lane into a buffer, and read back.</summary>
    private KernelExpression Gathered(KernelExpression expression)
    {
        KernelArray buffer = buffers.Rent(shape.Element, shape, "lanes");
        bool isCondition = expression.Type == ScalarType.Bool;
        ByLane([expression], lane =>
        {
            KernelExpression value = ScalarIn(expression, lane);
            if (isCondition) value = new ChoiceExpression(value, new ConstantExpression(Atom.OfFloat(1, shape.Element)), new ConstantExpression(Atom.OfFloat(0, shape.Element)));
            else if (expression.Type != shape.Element) throw new CompilerException("lanes", $"a number of type {expression.Type} among {shape.Element}");
            return new WriteElement(buffer, lane, value);
        });
        KernelExpression result = Held(new LaneElement(buffer, Motion.Constant(0), Motion.Constant(1), null, shape), "gathered");
        buffers.Return(buffer, shape);
        return isCondition ? Held(new OperationExpression(Primitives.Ne, new([result, Zero(shape.Element)]), ScalarType.Bool), "isTrue") : result;
    }

    /// <summary>A loop over the lanes that are on; vectors that it reads are put into memory first.</summary>
    private void ByLane(KernelExpression[] reads, Func<KernelExpression, KernelStatement> write)
    {
        foreach (Local local in reads.SelectMany(Reads).Distinct().ToArray()) Spill(local);
        Local lane = new(ScalarType.I32, null, "lane");
        KernelStatement statement = write(new LocalExpression(lane));
        if (bits is not null) statement = new IfStatement(new LaneBit(new LocalExpression(bits), new LocalExpression(lane)), BlockOf([statement]), KernelBlock.Empty);
        output.Add(new ForStatement(lane, Motion.Constant(0), Motion.Constant(shape.Lanes), 1, BlockOf([statement])));
        foreach (KernelArray buffer in spilled.Values) buffers.Return(buffer, shape);
        spilled.Clear();
    }

    /// <summary>The vectors that an expression reads.</summary>
    private IEnumerable<Local> Reads(KernelExpression expression) =>
        ExpressionTree.Nodes(expression).OfType<LocalExpression>().Select(read => read.Local).Where(spread.IsVarying);

    private void Spill(Local local)
    {
        KernelArray buffer = spilled[local] = buffers.Rent(shape.Element, shape, "lanes");
        KernelExpression value = new LocalExpression(locals[local]);
        if (local.Type == ScalarType.Bool) value = new OperationExpression(Primitives.Select_, new([value, new LaneSplat(new ConstantExpression(Atom.OfFloat(1, shape.Element)), shape), Zero(shape.Element)]), shape.Element);
        output.Add(new WriteLanes(buffer, Motion.Constant(0), Motion.Constant(1), value, false, null));
    }

    /// <summary>The index of one lane's element.</summary>
    private KernelExpression IndexIn(KernelArray array, KernelExpression index, KernelExpression lane)
    {
        KernelExpression own = ScalarIn(index, lane);
        return spread.IsWide(array) ? Motion.Apply(Primitives.Add, Times(Inside(array, index, own), shape.Lanes), lane) : own;
    }

    /// <summary>An expression as one lane sees it.</summary>
    private KernelExpression ScalarIn(KernelExpression expression, KernelExpression lane)
    {
        switch (expression)
        {
            case LocalExpression { Local: var local } when spread.IsVarying(local):
                KernelExpression own = new ElementExpression(spilled[local], lane);
                return local.Type == ScalarType.Bool ? new OperationExpression(Primitives.Ne, new([own, new ConstantExpression(Atom.Zero(shape.Element))]), ScalarType.Bool) : own;
            case LocalExpression { Local: var local } when local.Type.IsInteger():
                if (spread.IsScattered(local)) return new ElementExpression(MemoryOf(local), lane);
                KernelExpression offset = Motion.Apply(Primitives.Mul, Scalar(spread.MotionOf(expression).Stride!), lane);
                return Motion.Apply(Primitives.Add, Scalar(expression), offset);
            case LocalExpression: return Scalar(expression);
            case ElementExpression element: return new ElementExpression(Renamed(element.Array), IndexIn(element.Array, element.Index, lane));
            default: return ExpressionTree.WithOperands(expression, operand => ScalarIn(operand, lane));
        }
    }
}
