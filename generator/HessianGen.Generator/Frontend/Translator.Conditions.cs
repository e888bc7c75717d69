using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Conditions, and choices between values.</summary>
internal sealed partial class Translator
{
    /// <summary>A right side of more statements than this is not evaluated in vain.</summary>
    private const int CheapStatements = 8;

    private Atom Not(Atom condition)
    {
        if (condition.IsConstant) return Atom.OfBoolean(!condition.Boolean);
        return ir.Apply(Primitives.Not, condition);
    }

    private Atom And(Atom x, Atom y)
    {
        if (x.IsConstant) return x.Boolean ? y : x;
        if (y.IsConstant) return y.Boolean ? x : y;
        return ir.Apply(Primitives.And, x, y);
    }

    private Atom Or(Atom x, Atom y)
    {
        if (x.IsConstant) return x.Boolean ? x : y;
        if (y.IsConstant) return y.Boolean ? y : x;
        return ir.Apply(Primitives.Or, x, y);
    }

    /// <summary><c>&amp;&amp;</c>: the right side is evaluated only where the left one holds, unless evaluating it is free of harm.</summary>
    private Atom AndAlso(Atom left, Func<Atom> right) => left.IsConstant
        ? left.Boolean ? right() : left
        : Choose(left, () => new ScalarOperand(right()), () => ScalarOperand.False).ToAtom();

    /// <summary><c>||</c>: the right side is evaluated only where the left one does not hold, unless evaluating it is free of harm.</summary>
    private Atom OrElse(Atom left, Func<Atom> right) => left.IsConstant
        ? left.Boolean ? left : right()
        : Choose(left, () => ScalarOperand.True, () => new ScalarOperand(right())).ToAtom();

    /// <summary>One of two values: as a selection where both may be evaluated, else as a branch.</summary>
    private Operand Choose(Atom condition, Func<Operand> whenTrue, Func<Operand> whenFalse)
    {
        if (condition.IsConstant) return condition.Boolean ? whenTrue() : whenFalse();
        int line = ir.Line, firstValue = ir.ValueCount, firstCell = trail.CellCount;
        Arm then = Translate(whenTrue), otherwise = Translate(whenFalse);
        ir.Line = line;
        if (IsHarmless(then, firstCell) && IsHarmless(otherwise, firstCell) && then.Result is ScalarOperand x && otherwise.Result is ScalarOperand y)
        {
            EmitInPlace(then);
            EmitInPlace(otherwise);
            return new ScalarOperand(Select(condition, x.Value, y.Value));
        }

        return Join(condition, firstValue, trail.CellCount, then, otherwise)!;
    }

    private Atom Select(Atom condition, Atom x, Atom y)
    {
        if (x == y) return x;
        if (x.IsConstant && ir.TypeOf(x) == ScalarType.Bool) return x.Boolean ? Or(condition, y) : And(Not(condition), y);
        if (y.IsConstant && ir.TypeOf(y) == ScalarType.Bool) return y.Boolean ? Or(Not(condition), x) : And(condition, x);
        return ir.Apply(Primitives.Select_, condition, x, y);
    }

    /// <summary>True where evaluating the branch in vain costs little, cannot throw, and cannot make a NaN of a zero adjoint.</summary>
    private bool IsHarmless(Arm arm, int firstCell) =>
        arm.Changes.Cells.All(c => c.Number >= firstCell) && !arm.IsUnreachable && arm.Block.Statements.Count <= CheapStatements && arm.Block.Statements.All(IsHarmless);

    /// <summary>What was translated as a branch, as part of the current block.</summary>
    private void EmitInPlace(Arm arm)
    {
        ir.Emit(arm.Block.Statements);
        foreach (Cell cell in arm.Changes.Cells) trail.Write(cell, arm.Changes.ValueOf(cell));
    }

    private bool IsHarmless(Statement statement)
    {
        if (statement is not Let { Primitive: var primitive } let) return false;
        if (ir.TypeOf(let.Result).IsFloat())
        {
            bool isLinear = primitive == Primitives.Add || primitive == Primitives.Sub || primitive == Primitives.Neg || primitive == Primitives.Convert;
            return isLinear || primitive == Primitives.Mul && let.Arguments.Any(a => a.IsConstant) || primitive == Primitives.Select_;
        }

        return primitive != Primitives.Div && primitive != Primitives.Rem && primitive != Primitives.Abs;
    }

    private Operand Evaluate(IConditionalOperation choice)
    {
        Atom condition = Scalar(choice.Condition);
        if (TryAllocateEither(condition, choice) is { } array) return array;
        return Choose(condition, () => Evaluate(choice.WhenTrue), () => Evaluate(choice.WhenFalse!));
    }
}
