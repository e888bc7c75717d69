using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class LaneBody
{
    private readonly List<KernelStatement> leaving = [];
    private bool isLeft;  // whether lanes leave the while around one by one

    private void Visit(ForStatement loop)
    {
        if (spread.Diverges(loop))
        {
            VisitVarying(loop);
            return;
        }

        KernelExpression start = Scalar(loop.Start), end = Scalar(loop.End);
        Write(loop, start, end, () => Visit(loop.Body));
    }

    private void Write(ForStatement loop, KernelExpression start, KernelExpression end, Action body)
    {
        Local inner = locals[loop.Counter] = loop.Counter.Copy();
        FoldBefore(loop);
        path.Push(loop);
        output.Add(new ForStatement(inner, start, end, loop.Step, BlockOf(Collect(body))) { Line = loop.Line });
        path.Pop();
    }

    /// <summary>From the first iteration that any lane has to the last one, each for the lanes that have it.</summary>
    private void VisitVarying(ForStatement loop)
    {
        Prepare(loop.Body);
        bool isUp = loop.Step > 0, isStartShared = spread.IsUniform(loop.Start);
        KernelExpression start = isStartShared ? Scalar(loop.Start) : Extreme(loop.Start, Scalar(loop.End), isUp ? Primitives.Min : Primitives.Max, "first");
        KernelExpression end = isStartShared ? Extreme(loop.End, start, isUp ? Primitives.Max : Primitives.Min, "last") : Scalar(loop.End);
        Primitive test = isStartShared ? isUp ? Primitives.Lt : Primitives.Gt : isUp ? Primitives.Ge : Primitives.Le;
        KernelExpression counter = new LocalExpression(loop.Counter), bound = isStartShared ? loop.End : loop.Start;
        KernelExpression? numbers = shape.Element == ScalarType.F64 ? Vector(new ConversionExpression(bound, ScalarType.F64)) : null;
        Write(loop, start, end, () =>
        {
            KernelExpression isOn = numbers is null
                ? Vector(new OperationExpression(test, new([counter, bound]), ScalarType.Bool))
                : new OperationExpression(test, new([Vector(new ConversionExpression(counter, ScalarType.F64)), numbers]), ScalarType.Bool);
            Under(isOn, () => Visit(loop.Body));
        });
    }

    /// <summary>The least or greatest of a bound over the lanes that are on.</summary>
    private LocalExpression Extreme(KernelExpression bound, KernelExpression other, Primitive primitive, string name)
    {
        Local extreme = Fresh(ScalarType.I32, name, isWide: false);
        output.Add(new AssignLocal(extreme, other));
        ByLane([bound], lane => new AssignLocal(extreme, new OperationExpression(primitive, new([new LocalExpression(extreme), ScalarIn(bound, lane)]), ScalarType.I32)));
        return new(extreme);
    }

    /// <summary>Runs until no lane is left in it.</summary>
    private void Visit(WhileStatement loop)
    {
        (bool outer, Local? outerMask, Local? outerBits) = (isLeft, mask, bits);
        isLeft = spread.Diverges(loop);
        FoldBefore(loop);
        if (isLeft)
        {
            Prepare(loop.Body);
            (Local? all, mask, bits) = (mask, Fresh(ScalarType.Bool, "isRunning", isWide: true), Fresh(ScalarType.U64, "lanes", isWide: false));
            output.Add(new AssignLocal(mask, all is null ? new LaneSplat(new ConstantExpression(Atom.OfBoolean(true)), shape) : new LocalExpression(all)));
            output.Add(new AssignLocal(bits, new LaneMaskBits(new LocalExpression(mask))));
        }

        output.Add(new WhileStatement(null, BlockOf(Collect(() => Visit(loop.Body)))) { Line = loop.Line });
        (isLeft, mask, bits) = (outer, outerMask, outerBits);
    }

    /// <summary>Switches the lanes off that leave the loop; the last one ends it.</summary>
    private void Visit(BreakIf exit)
    {
        if (!isLeft)
        {
            output.Add(new BreakIf(Scalar(exit.Condition)));
            return;
        }

        KernelStatement[] last = [.. leaving];
        leaving.Clear();
        KernelExpression isOn = new LocalExpression(mask!), stays = Vector(ExpressionTree.Not(exit.Condition));
        if (last.Length > 0)
        {
            Local goesOn = Fresh(ScalarType.Bool, "goesOn", isWide: true);
            output.Add(new AssignLocal(goesOn, stays));
            stays = new LocalExpression(goesOn);
            Under(new OperationExpression(Primitives.Not, new([stays]), ScalarType.Bool), () =>
            {
                foreach (KernelStatement statement in last) Visit(statement);
            });
        }

        output.Add(new AssignLocal(mask!, new OperationExpression(Primitives.And, new([isOn, stays]), ScalarType.Bool)));
        output.Add(new AssignLocal(bits!, new LaneMaskBits(isOn)));
        output.Add(new BreakIf(new OperationExpression(Primitives.Eq, new([new LocalExpression(bits!), new ConstantExpression(Atom.Zero(ScalarType.U64))]), ScalarType.Bool)));
    }
}
