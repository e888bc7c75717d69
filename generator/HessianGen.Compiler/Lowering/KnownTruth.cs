using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Conditions that C# would know at compile time: a branch on one is a warning, so no such branch is emitted.</summary>
internal static class KnownTruth
{
    /// <summary>What the condition always is; null where it depends on something.</summary>
    public static bool? Of(KernelExpression condition) => condition switch
    {
        ConstantExpression { Constant: var c } => c.ConstantType == ScalarType.Bool ? c.Boolean : null,
        OperationExpression { Primitive: var p } not when p == Primitives.Not => !Of(not.Arguments[0]),
        OperationExpression { Primitive.IsComparison: true } comparison => OfComparison(comparison.Primitive, comparison.Arguments[0], comparison.Arguments[1]),
        ShortCircuitExpression circuit => OfLogic(circuit.IsAnd ? Primitives.And : Primitives.Or, Of(circuit.Left), Of(circuit.Right)),
        OperationExpression { Arguments.Count: 2, Type: ScalarType.Bool } logic => OfLogic(logic.Primitive, Of(logic.Arguments[0]), Of(logic.Arguments[1])),
        _ => null,
    };

    private static bool? OfComparison(Primitive comparison, KernelExpression left, KernelExpression right)
    {
        if (!left.Type.IsFloat() && left == right) return Integers.Compare(comparison, 0, 0, ScalarType.I32);
        if (left.Type == ScalarType.Bool) return OfLogic(comparison, Of(left), Of(right));
        if (Number(left) is { } x && Number(right) is { } y) return Compare(comparison, x, y);
        if (left is ConstantExpression { Constant: var a } && right is ConstantExpression { Constant: var b }) return Integers.Compare(comparison, a.Integer, b.Integer, left.Type);
        return left == right && (comparison == Primitives.Lt || comparison == Primitives.Gt) ? false : null;
    }

    private static bool? OfLogic(Primitive primitive, bool? left, bool? right) =>
        left is null || right is null ? null
        : primitive == Primitives.And ? left & right
        : primitive == Primitives.Or ? left | right
        : primitive == Primitives.Eq ? left == right
        : primitive == Primitives.Xor || primitive == Primitives.Ne ? left != right
        : null;

    /// <summary>The value of an expression of floating-point constants; C# computes it at compile time as well.</summary>
    private static double? Number(KernelExpression expression)
    {
        switch (expression)
        {
            case ConstantExpression { Constant: var c } when c.ConstantType.IsFloat(): return c.Float;
            case OperationExpression { Primitive.Operator: not null, Type: ScalarType.F64 or ScalarType.F32 } operation:
                double[] values = new double[operation.Arguments.Count];
                for (int i = 0; i < values.Length; i++)
                {
                    if (Number(operation.Arguments[i]) is not { } value) return null;
                    values[i] = value;
                }

                double result = operation.Primitive.Meaning!(values);
                return operation.Type == ScalarType.F32 ? (float)result : result;
            default: return null;
        }
    }

    private static bool? Compare(Primitive comparison, double x, double y) => comparison.Name switch
    {
        "eq" => x == y,
        "ne" => x != y,
        "lt" => x < y,
        "le" => x <= y,
        "gt" => x > y,
        "ge" => x >= y,
        _ => null,
    };
}
