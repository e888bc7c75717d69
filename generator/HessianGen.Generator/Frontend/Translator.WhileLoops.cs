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
        if (loop.ConditionIsTop && loop.Condition is { } test && IsPure(test))
        {
            While(loop, facts, [], IsTrue(test), () => Scalar(test), () => Run(loop.Body), _ => { });
        }
        else if (loop.ConditionIsTop)
        {
            RunWithFlag(loop, facts, loop.Condition!, () => Run(loop.Body), _ => { });
        }
        else
        {
            Cell goesOn = trail.NewCell(null, ScalarOperand.True);
            While(loop, facts, [goesOn], isDefinite: true, () => Flag(goesOn), () => Run(loop.Body), left =>
                Branch(left, () => trail.Write(goesOn, ScalarOperand.False), () => trail.Write(goesOn, new ScalarOperand(Scalar(loop.Condition!)))));
        }
    }

    private void RunAsWhile(IForLoopOperation loop, LoopFacts facts)
    {
        bool isHarmless = loop.AtLoopBottom.All(o => IsUpdateOfOwn(o, loop));
        if (loop.Condition is { } test && !IsPure(test)) RunWithFlag(loop, facts, test, () => Run(loop.Body), AtEnd);
        else While(loop, facts, [], loop.Condition is null || IsTrue(loop.Condition), () => loop.Condition is null ? Atom.OfBoolean(true) : Scalar(loop.Condition), () => Run(loop.Body), AtEnd);

        void AtEnd(Atom left)
        {
            if (isHarmless) Bottom();
            else Branch(left, () => { }, Bottom);
        }

        void Bottom()
        {
            foreach (IOperation statement in loop.AtLoopBottom) Run(statement);
        }
    }

    /// <summary>A loop whose condition does something: it is evaluated in the body, and a flag says whether to go on.</summary>
    private void RunWithFlag(ILoopOperation loop, LoopFacts facts, IOperation test, Action body, Action<Atom> atEnd)
    {
        Cell goesOn = trail.NewCell(null, ScalarOperand.True);
        While(loop, facts, [goesOn], isDefinite: true, () => Flag(goesOn), () =>
        {
            Atom holds = Scalar(test);
            trail.Write(goesOn, new ScalarOperand(holds));
            Branch(holds, body, () => { });
        }, left => Branch(Flag(goesOn), () => atEnd(left), () => { }));
    }

    /// <summary>True where evaluating the condition changes no variable.</summary>
    private bool IsPure(IOperation condition) => LoopFacts.Of([condition], frame).Assigned.Count == 0;

    private void RunAsWhile(IForEachLoopOperation loop, LoopFacts facts, SequenceOperand array, ILocalSymbol? variable)
    {
        Cell index = trail.NewCell("k", new ScalarOperand(Atom.OfInteger(0)));
        While(loop, facts, [index], isDefinite: false, Test, Body, _ => trail.Write(index, new ScalarOperand(ir.Apply(Primitives.Add, index.Value!.ToAtom(), Atom.OfInteger(1)))));

        Atom Test() => ir.Apply(Primitives.Lt, index.Value!.ToAtom(), array.Length);

        void Body()
        {
            BindElement(loop, variable, array, index.Value!.ToAtom());
            Run(loop.Body);
        }
    }

    /// <summary>Emits a <c>while</c> that carries the cells in <paramref name="own"/> too; <paramref name="atEnd"/> runs after each iteration and is told whether the loop was left in it.</summary>
    private void While(ILoopOperation origin, LoopFacts facts, Cell[] own, bool isDefinite, Func<Atom> test, Action body, Action<Atom> atEnd)
    {
        int line = ir.Line;
        Cell broken = trail.NewCell(null, ScalarOperand.False);
        trail.Begin();
        Open(isLoop: true);
        Carry carry = new(this, CarriedBy(facts).Concat(facts.HasBreak ? own.Append(broken) : own), origin, isDefinite);
        carry.Enter();
        Atom goesOn = AndAlso(Not(HasLeft()), test);
        Block testBlock = Close() with { Yields = new([goesOn]) };
        trail.End();

        trail.Begin();
        Open(isLoop: true);
        carry.Enter();
        if (Flag(broken).IsValue) trail.Write(broken, ScalarOperand.False);
        if (Flag(frame.Returned).IsValue) trail.Write(frame.Returned, ScalarOperand.False);
        RunBody(broken, body);
        if (!isUnreachable) atEnd(HasLeft());
        Block block = Close();
        Changes changes = trail.End();

        ir.Line = line;
        isUnreachable = false;
        carry.Leave(changes);
        carry.Emit(new While(default, default, testBlock, block));
        Atom HasLeft() => Or(Flag(broken), Flag(frame.Returned));
    }

    /// <summary>True for <c>i++</c> and the like on a number that the loop itself declares: nobody can see it after a jump.</summary>
    private bool IsUpdateOfOwn(IOperation statement, IForLoopOperation loop)
    {
        if (statement is not IExpressionStatementOperation { Operation: var operation }) return false;
        IOperation? target = operation switch
        {
            IIncrementOrDecrementOperation increment => increment.Target,
            ICompoundAssignmentOperation { Value.ConstantValue.HasValue: true } assignment => assignment.Target,
            _ => null,
        };
        return target is ILocalReferenceOperation { Local: var local } && ScalarOf(local.Type) is { } type && type.IsInteger() && loop.Before.Any(b => Declares(b, local));
    }

    private static bool IsTrue(IOperation condition) => condition.ConstantValue is { HasValue: true, Value: true };
}
