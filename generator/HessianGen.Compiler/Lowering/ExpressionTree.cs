using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Questions to and changes of expression trees.</summary>
internal static class ExpressionTree
{
    public static bool Reads(KernelExpression expression, Local local) =>
        (expression is LocalExpression read && read.Local == local) || expression.Operands.Any(o => Reads(o, local));

    /// <summary>All nodes of the tree, the root first.</summary>
    public static IEnumerable<KernelExpression> Nodes(KernelExpression expression) =>
        expression.Operands.SelectMany(Nodes).Prepend(expression);

    /// <summary>True for a product of two expressions.</summary>
    public static bool IsProduct(KernelExpression expression) => Factors(expression) is not null;

    /// <summary>The two factors of a product; null for any other expression.</summary>
    public static EquatableArray<KernelExpression>? Factors(KernelExpression expression) =>
        expression is OperationExpression { Primitive: var primitive, Arguments: var arguments } && primitive == Primitives.Mul ? arguments : null;

    /// <summary>The opposite of a condition. A comparison of numbers that may be NaN has no opposite but for (un)equality.</summary>
    public static KernelExpression Not(KernelExpression condition) =>
        Opposite(condition) ?? new OperationExpression(Primitives.Not, new([condition]), ScalarType.Bool);

    /// <summary>The opposite where it can be said without a negation, else null.</summary>
    private static KernelExpression? Opposite(KernelExpression condition)
    {
        if (condition is ShortCircuitExpression { IsAnd: var isAnd } circuit)
        {
            return Opposite(circuit.Left) is { } left && Opposite(circuit.Right) is { } right ? new ShortCircuitExpression(!isAnd, left, right) : null;
        }

        if (condition is OperationExpression { Primitive: var p, Arguments: var arguments } operation)
        {
            if (p == Primitives.Not) return arguments[0];
            if (OppositeOf(p) is { } opposite && (p == Primitives.Eq || p == Primitives.Ne || !arguments[0].Type.IsFloat())) return operation with { Primitive = opposite };
        }

        return null;
    }

    private static Primitive? OppositeOf(Primitive comparison)
    {
        (Primitive, Primitive)[] opposites = [(Primitives.Eq, Primitives.Ne), (Primitives.Lt, Primitives.Ge), (Primitives.Gt, Primitives.Le)];
        foreach ((Primitive one, Primitive other) in opposites)
        {
            if (comparison == one) return other;
            if (comparison == other) return one;
        }

        return null;
    }

    /// <summary>The tree with every reading of one variable turned into one of another.</summary>
    public static KernelExpression Replace(KernelExpression expression, Local from, Local to) =>
        expression is LocalExpression read ? read.Local == from ? new LocalExpression(to) : read : WithOperands(expression, operand => Replace(operand, from, to));

    /// <summary>A scalar expression with each operand replaced.</summary>
    public static KernelExpression WithOperands(KernelExpression expression, Func<KernelExpression, KernelExpression> replace) => expression switch
    {
        ElementExpression element => element with { Index = replace(element.Index) },
        OperationExpression operation => operation with { Arguments = operation.Arguments.Select(replace).ToEquatableArray() },
        ConversionExpression conversion => conversion with { Operand = replace(conversion.Operand) },
        ChoiceExpression choice => new ChoiceExpression(replace(choice.Condition), replace(choice.WhenTrue), replace(choice.WhenFalse)),
        ShortCircuitExpression circuit => circuit with { Left = replace(circuit.Left), Right = replace(circuit.Right) },
        InsideIndex inside => new InsideIndex(replace(inside.Index), replace(inside.Extent)),
        _ => expression,
    };
}
