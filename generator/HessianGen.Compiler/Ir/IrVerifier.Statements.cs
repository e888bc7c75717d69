namespace HessianGen.Compiler.Ir;

internal sealed partial class IrVerifier
{
    private void Check(Statement statement)
    {
        bool usable = true;
        foreach (Atom operand in statement.Operands) usable &= Use(operand);
        switch (statement)
        {
            case Let let: if (usable) Check(let); break;
            case Load load: CheckAccess(load.Buffer, load.Index, load.Result, usable); break;
            case Store store: CheckAccess(store.Buffer, store.Index, store.Operand, usable); break;
            case Accumulate accumulate: Check(accumulate, usable); break;
            case Alloc alloc: Check(alloc, usable); break;
            case Check check: if (usable) Require(TypeOf(check.Condition) == ScalarType.Bool, IrLaw.BooleanCondition, check.Condition); break;
            case For loop: Check(loop, usable); break;
            case If choice: Check(choice, usable); break;
            case While loop: Check(loop); break;
            default: throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}.");
        }

        foreach (Value result in statement.Results) Define(result);
    }

    private void Check(Let let)
    {
        string text = IrPrinter.Print(let, function).TrimEnd();
        if (!Require(let.Arguments.Count == let.Primitive.Arity, IrLaw.Arity, text) || !IsKnown(let.Result)) return;
        ScalarType[] operands = [.. let.Arguments.Select(TypeOf)];
        if (!Require(Typing.Accepts(let.Primitive, operands), IrLaw.OperandTypes, text)) return;
        ScalarType result = TypeOf(let.Result);
        Require(Typing.Gives(let.Primitive, operands, result), IrLaw.ResultType, text);
    }

    private void CheckAccess(Buffer buffer, Atom index, Atom element, bool usable)
    {
        if (!Use(buffer) || !usable || !IsKnown(element)) return;
        Require(TypeOf(index).IsInteger(), IrLaw.IntegerIndex, $"{buffer}[{index}]");
        Require(TypeOf(element) == function.Buffers[buffer.Id].Element, IrLaw.ElementType, $"{buffer}[{index}] and {element}");
    }

    private void Check(Accumulate accumulate, bool usable)
    {
        CheckAccess(accumulate.Buffer, accumulate.Index, accumulate.Operand, usable);
        if (usable) Require(TypeOf(accumulate.Operand) != ScalarType.Bool, IrLaw.NoBooleanSum, accumulate.Operand);
    }

    private void Check(Alloc alloc, bool usable)
    {
        Allocate(alloc.Buffer);
        if (usable) Require(TypeOf(alloc.Extent).IsInteger(), IrLaw.IntegerIndex, $"alloc {alloc.Buffer}[{alloc.Extent}]");
    }

    private void Check(For loop, bool usable)
    {
        Require(loop.Step != 0, IrLaw.NonzeroStep, loop.Counter);
        if (usable && IsKnown(loop.Counter))
        {
            ScalarType type = TypeOf(loop.Counter);
            Require(type.IsInteger() && TypeOf(loop.Start) == type && TypeOf(loop.End) == type, IrLaw.IntegerCounter, loop.Counter);
        }

        InScope([loop.Counter, .. loop.Carries.Select(c => c.Value)], () => Check(loop.Body));
        CheckCarries(loop.Carries, loop.Body.Yields, loop.Outputs);
    }

    private void Check(While loop)
    {
        InScope([.. loop.Carries.Select(c => c.Value)], () =>
        {
            Check(loop.Test, () =>
            {
                bool isOne = Require(loop.Test.Yields.Count == 1, IrLaw.TestYieldsOneBool, "while");
                if (isOne && IsKnown(loop.Test.Yields[0])) Require(TypeOf(loop.Test.Yields[0]) == ScalarType.Bool, IrLaw.TestYieldsOneBool, loop.Test.Yields[0]);
            });
            Check(loop.Body);
        });
        CheckCarries(loop.Carries, loop.Body.Yields, loop.Outputs);
    }

    private void Check(If choice, bool usable)
    {
        if (usable) Require(TypeOf(choice.Condition) == ScalarType.Bool, IrLaw.BooleanCondition, choice.Condition);
        foreach (Block branch in choice.Blocks)
        {
            Check(branch);
            if (!Require(branch.Yields.Count == choice.Outputs.Count, IrLaw.BranchArity, $"if {choice.Condition}")) continue;
            for (int i = 0; i < choice.Outputs.Count; i++) RequireSameType(IrLaw.BranchType, choice.Outputs[i], branch.Yields[i]);
        }
    }

    private void CheckCarries(EquatableArray<Carried> carries, EquatableArray<Atom> yields, EquatableArray<Value> outputs)
    {
        if (!Require(yields.Count == carries.Count && outputs.Count == carries.Count, IrLaw.CarriedArity, string.Join(" ", carries))) return;
        for (int i = 0; i < carries.Count; i++) RequireSameType(IrLaw.CarriedType, carries[i].Value, carries[i].Initial, yields[i], outputs[i]);
    }

    private void RequireSameType(IrLaw law, params Atom[] atoms)
    {
        if (atoms.All(IsKnown)) Require(atoms.Select(TypeOf).Distinct().Count() == 1, law, string.Join(" ", atoms));
    }

    private void InScope(IReadOnlyList<Value> defined, Action check)
    {
        List<Value> before = open;
        open = [];
        foreach (Value value in defined) Define(value);
        check();
        foreach (Value value in open) values.Remove(value);
        open = before;
    }
}
