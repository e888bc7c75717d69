using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Loops that go on while a condition holds, and counting loops that may be left early.</summary>
internal sealed partial class Translator
{
    private void Run(IWhileLoopOperation loop)
    {
        LoopFacts facts = LoopFacts.Of(loop, frame);
        if (loop.ConditionIsTop && loop.Condition is { } test && LoopFacts.Of([test], frame).Assigned.Count == 0)
        {
            While(loop, CarriedBy(facts), IsTrue(test), () => Scalar(test), () => Run(loop.Body), _ => { });
        }
        else
        {
            RunWithFlag(loop, facts);
        }
    }

    /// <summary>A loop whose condition stands at the end, or does something: a flag says whether it goes on.</summary>
    private void RunWithFlag(IWhileLoopOperation loop, LoopFacts facts)
    {
        Cell goesOn = trail.NewCell(null, ScalarOperand.True);
        While(loop, CarriedBy(facts).Append(goesOn), isDefinite: true, () => Flag(goesOn), Body, left => Branch(left, loop, () => Set(Atom.OfBoolean(false)), AtEnd));

        void Body()
        {
            if (!loop.ConditionIsTop)
            {
                Run(loop.Body);
                return;
            }

            Atom holds = Scalar(loop.Condition!);
            Set(holds);
            Branch(holds, loop, () => Run(loop.Body), () => { });
        }

        void AtEnd()
        {
            if (!loop.ConditionIsTop) Set(Scalar(loop.Condition!));
        }

        void Set(Atom value) => trail.Write(goesOn, new ScalarOperand(value));
    }

    private void RunAsWhile(IForLoopOperation loop, LoopFacts facts)
    {
        bool isHarmless = loop.AtLoopBottom.All(o => IsUpdateOfOwn(o, loop));
        bool isDefinite = loop.Condition is null || IsTrue(loop.Condition);
        While(loop, CarriedBy(facts), isDefinite, () => loop.Condition is null ? Atom.OfBoolean(true) : Scalar(loop.Condition), () => Run(loop.Body), left =>
        {
            if (isHarmless) Bottom();
            else Branch(left, loop, () => { }, Bottom);
        });

        void Bottom()
        {
            foreach (IOperation statement in loop.AtLoopBottom) Run(statement);
        }
    }

    private void RunAsWhile(IForEachLoopOperation loop, LoopFacts facts, ArrayOperand array, ILocalSymbol? variable)
    {
        Cell index = trail.NewCell("k", new ScalarOperand(Atom.OfInteger(0)));
        While(loop, CarriedBy(facts).Append(index), isDefinite: false, Test, Body, _ => trail.Write(index, new ScalarOperand(ir.Apply(Primitives.Add, index.Value!.ToAtom(), Atom.OfInteger(1)))));

        Atom Test() => ir.Apply(Primitives.Lt, index.Value!.ToAtom(), array.Length);

        void Body()
        {
            BindElement(loop, variable, array, index.Value!.ToAtom());
            Run(loop.Body);
        }
    }

    /// <summary>Emits a <c>while</c>; <paramref name="atEnd"/> runs after each iteration and is told whether the loop was left in it.</summary>
    private void While(ILoopOperation origin, IEnumerable<Cell> assigned, bool isDefinite, Func<Atom> test, Action body, Action<Atom> atEnd)
    {
        int line = ir.Line;
        Cell broken = trail.NewCell(null, ScalarOperand.False);
        Carry carry = new(this, assigned.Append(broken), origin, isDefinite);

        trail.Begin();
        Open();
        carry.Enter();
        Atom goesOn = AndAlso(Not(HasLeft()), origin, test);
        Block testBlock = Close() with { Yields = new([goesOn]) };
        trail.End();

        trail.Begin();
        Open();
        carry.Enter();
        trail.Write(broken, ScalarOperand.False);
        if (Flag(frame.Returned).IsValue) trail.Write(frame.Returned, ScalarOperand.False);
        RunBody(broken, body);
        if (!isUnreachable) atEnd(HasLeft());
        Block block = Close();
        Changes changes = trail.End();

        ir.Line = line;
        isUnreachable = false;
        carry.Leave(changes);
        carry.Emit(new While(default, default, testBlock, block));
        trail.Write(broken, ScalarOperand.False);

        Atom HasLeft() => Or(Flag(broken), Flag(frame.Returned));
    }

    /// <summary>True for <c>i++</c> and the like on a number that the loop itself declares: nobody can see it after a jump.</summary>
    private static bool IsUpdateOfOwn(IOperation statement, IForLoopOperation loop)
    {
        if (statement is not IExpressionStatementOperation { Operation: var operation }) return false;
        IOperation? target = operation switch
        {
            IIncrementOrDecrementOperation increment => increment.Target,
            ICompoundAssignmentOperation { Value.ConstantValue.HasValue: true } assignment => assignment.Target,
            _ => null,
        };
        return target is ILocalReferenceOperation { Local: var local } && Types.Scalar(local.Type) is { } type && type.IsInteger() && loop.Before.Any(b => Declares(b, local));
    }

    private static bool IsTrue(IOperation condition) => condition.ConstantValue is { HasValue: true, Value: true };
}
