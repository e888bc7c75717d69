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

    /// <summary>The tree with every reading of one variable turned into one of another.</summary>
    public static KernelExpression Replace(KernelExpression expression, Local from, Local to) => expression switch
    {
        LocalExpression read => read.Local == from ? new LocalExpression(to) : read,
        ElementExpression element => element with { Index = Replace(element.Index, from, to) },
        OperationExpression operation => operation with { Arguments = operation.Arguments.Select(a => Replace(a, from, to)).ToEquatableArray() },
        ConversionExpression conversion => conversion with { Operand = Replace(conversion.Operand, from, to) },
        ChoiceExpression choice => new ChoiceExpression(Replace(choice.Condition, from, to), Replace(choice.WhenTrue, from, to), Replace(choice.WhenFalse, from, to)),
        ShortCircuitExpression circuit => circuit with { Left = Replace(circuit.Left, from, to), Right = Replace(circuit.Right, from, to) },
        _ => expression,
    };
}
