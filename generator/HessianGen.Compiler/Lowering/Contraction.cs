using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A product in a sum becomes one operation with it, where the machine has it: <c>x + a·b</c> is rounded once.</summary>
/// <remarks>
/// A difference of two products stays: in <c>x·x − y·y</c> one product would be rounded and the other not, and the root of it at x = y be no number
/// (Kahan, "Lecture notes on the status of IEEE 754", 1996). Strict methods are not contracted. What is in lanes was contracted there.
/// </remarks>
internal static class Contraction
{
    public static KernelBlock Run(KernelBlock block) => new(block.Statements.Select(Contracted).ToEquatableArray());

    private static KernelStatement Contracted(KernelStatement statement) => statement switch
    {
        AssignLocal { Operator: { } primitive, Local: { Shape: null } local } assignment when IsSum(primitive) && local.Type.IsFloat() && Of(assignment.Value) is var value =>
            Combined(primitive, new LocalExpression(local), value) is { } whole ? assignment with { Operator = null, Value = whole } : assignment with { Value = value },
        AssignLocal assignment => assignment with { Value = Of(assignment.Value) },
        WriteElement write => write with { Index = Of(write.Index), Value = Of(write.Value) },
        ForStatement loop => loop with { Body = Run(loop.Body) },
        WhileStatement loop => loop with { Condition = loop.Condition is null ? null : Of(loop.Condition), Body = Run(loop.Body) },
        IfStatement choice => choice with { Condition = Of(choice.Condition), Then = Run(choice.Then), Else = Run(choice.Else) },
        BreakIf exit => exit with { Condition = Of(exit.Condition) },
        CheckStatement check => check with { Condition = Of(check.Condition) },
        ReturnStatement result => result with { Value = Of(result.Value) },
        _ => statement,
    };

    private static KernelExpression Of(KernelExpression expression)
    {
        if (expression.Shape is not null) return expression;
        switch (expression)
        {
            case OperationExpression operation:
                KernelExpression[] arguments = [.. operation.Arguments.Select(Of)];
                return arguments.Length == 2 && operation.Type.IsFloat() && IsSum(operation.Primitive) && Combined(operation.Primitive, arguments[0], arguments[1]) is { } whole ? whole : operation with { Arguments = new(arguments) };
            case ElementExpression element: return element with { Index = Of(element.Index) };
            case ConversionExpression conversion: return conversion with { Operand = Of(conversion.Operand) };
            case ChoiceExpression choice: return new ChoiceExpression(Of(choice.Condition), Of(choice.WhenTrue), Of(choice.WhenFalse));
            case ShortCircuitExpression circuit: return circuit with { Left = Of(circuit.Left), Right = Of(circuit.Right) };
            default: return expression;
        }
    }

    private static bool IsSum(Primitive primitive) => primitive == Primitives.Add || primitive == Primitives.Sub;

    /// <summary>The sum or difference as one operation with a product in it; null where there is none.</summary>
    private static KernelExpression? Combined(Primitive primitive, KernelExpression x, KernelExpression y)
    {
        bool isSum = primitive == Primitives.Add;
        if (!isSum && IsProduct(x) && IsProduct(y)) return null;
        if (IsProduct(y) && y is OperationExpression { Arguments: var right }) return new ContractedExpression(isSum ? right[0] : Negated(right[0]), right[1], x);
        return IsProduct(x) && x is OperationExpression { Arguments: var left } ? new ContractedExpression(left[0], left[1], isSum ? y : Negated(y)) : null;
    }

    private static bool IsProduct(KernelExpression expression) => expression is OperationExpression { Primitive: var primitive } && primitive == Primitives.Mul;

    private static KernelExpression Negated(KernelExpression x) => x switch
    {
        OperationExpression { Primitive: var p, Arguments: var arguments } when p == Primitives.Neg => arguments[0],
        ConstantExpression { Constant: var constant } => new ConstantExpression(Atom.OfFloat(-constant.Float, constant.ConstantType)),
        _ => new OperationExpression(Primitives.Neg, new([x]), x.Type),
    };
}
