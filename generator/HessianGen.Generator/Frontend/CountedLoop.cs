using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>A <c>for</c> statement that counts: <c>for (i = a; i &lt; b; i += c)</c> in any of its spellings.</summary>
/// <param name="Counter">The variable that counts; nothing but <paramref name="Update"/> assigns it.</param>
/// <param name="Bound">What it is compared with.</param>
/// <param name="Shift">A constant that is added to the counter before it is compared.</param>
/// <param name="IsInclusive">True for &lt;= and &gt;=.</param>
/// <param name="Type">The type in which counter and bound are compared.</param>
internal sealed record CountedLoop(ILocalSymbol Counter, IOperation Update, IOperation Bound, long Shift, bool IsInclusive, long Step, ScalarType Type)
{
    /// <summary>The parts of a counting loop, or null where the loop is not evidently one. The caller sees to it that the bound stays the same.</summary>
    public static CountedLoop? Match(IForLoopOperation loop, LoopFacts body)
    {
        if (loop.Condition is not IBinaryOperation { OperatorMethod: null } test || Types.Scalar(test.LeftOperand.Type) is not { } type || !type.IsInteger()) return null;
        BinaryOperatorKind relation = test.OperatorKind;
        IOperation left = test.LeftOperand, bound = test.RightOperand;
        if (CounterOf(left, loop, body) is null) (left, bound, relation) = (bound, left, Flipped(relation));
        if (CounterOf(left, loop, body) is not ({ } counter, { } shift)) return null;
        IOperation[] updates = [.. loop.AtLoopBottom.Where(o => StepOf(o, counter) is not null)];
        if (updates.Length != 1) return null;
        long step = StepOf(updates[0], counter)!.Value;
        bool isUp = relation is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        bool isDown = relation is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        if (!(isUp && step > 0 || isDown && step < 0)) return null;
        bool isInclusive = relation is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual;
        return new(counter, updates[0], bound, shift, isInclusive, step, type);
    }

    /// <summary>The counter in <c>i</c>, <c>i + 2</c> or <c>i - 2</c>, and the constant.</summary>
    private static (ILocalSymbol Counter, long Shift)? CounterOf(IOperation operand, IForLoopOperation loop, LoopFacts body)
    {
        switch (operand)
        {
            case IConversionOperation { OperatorMethod: null, IsChecked: false, Operand: var inner } when Types.Scalar(inner.Type) is { } type && type.IsInteger():
                return CounterOf(inner, loop, body) is { Shift: 0 } found ? found : null;
            case ILocalReferenceOperation { Local: var local } when !body.Assigned.Contains(local) && loop.AtLoopBottom.Any(o => StepOf(o, local) is not null):
                return (local, 0);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, IsChecked: false } sum
                when Constant(sum.RightOperand) is { } shift && CounterOf(sum.LeftOperand, loop, body) is ({ } local, 0) && Types.Scalar(local.Type) == Types.Scalar(sum.Type):
                return (local, sum.OperatorKind == BinaryOperatorKind.Add ? shift : -shift);
            default:
                return null;
        }
    }

    /// <summary>How far a statement moves the counter, or null where it is not an update of it by a constant.</summary>
    private static long? StepOf(IOperation statement, ILocalSymbol counter)
    {
        if (statement is IExpressionStatementOperation { Operation: var operation }) statement = operation;
        long? step = statement switch
        {
            IIncrementOrDecrementOperation { IsChecked: false } o when IsCounter(o.Target, counter) => o.Kind == OperationKind.Increment ? 1 : -1,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, IsChecked: false } o when IsCounter(o.Target, counter) => Constant(o.Value),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, IsChecked: false } o when IsCounter(o.Target, counter) => -Constant(o.Value),
            ISimpleAssignmentOperation { Value: IBinaryOperation { IsChecked: false } sum } o when IsCounter(o.Target, counter) && IsCounter(sum.LeftOperand, counter) => sum.OperatorKind switch
            {
                BinaryOperatorKind.Add => Constant(sum.RightOperand),
                BinaryOperatorKind.Subtract => -Constant(sum.RightOperand),
                _ => null,
            },
            _ => null,
        };
        return step == 0 ? null : step;
    }

    private static bool IsCounter(IOperation operation, ILocalSymbol counter) =>
        operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, counter);

    private static long? Constant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value } && Types.Scalar(operation.Type) is { } type && type.IsInteger() ? Types.Constant(value, type).Integer : null;

    private static BinaryOperatorKind Flipped(BinaryOperatorKind relation) => relation switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => relation,
    };
}
