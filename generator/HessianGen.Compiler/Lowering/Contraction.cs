using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A product in a sum becomes one operation with it, where the machine has it: <c>x + a·b</c> is rounded once.</summary>
/// <remarks>
/// A difference of two products stays: in <c>x·x − y·y</c> one product would be rounded and the other not, and the root of it at x = y be no number
/// (Kahan, "Lecture notes on the status of IEEE 754", 1996). Strict methods are not contracted. What is in lanes was contracted there.
/// </remarks>
internal sealed class Contraction
{
    private readonly Latencies latencies;

    private Contraction(Latencies latencies) => this.latencies = latencies;

    public static KernelBlock Run(KernelBlock block) => new Contraction(new()).Rewrite(block);

    private KernelBlock Rewrite(KernelBlock block)
    {
        List<KernelStatement> statements = [];
        foreach (KernelStatement statement in block.Statements)
        {
            KernelStatement contracted = WithBegun(statement, statements) ?? Contracted(statement);
            if (contracted is AssignLocal { Local: { Shape: null } local, Operator: null, Value: var value }) latencies.Assign(local, value);
            statements.Add(contracted);
        }

        return new(statements.ToEquatableArray());
    }

    private KernelStatement Contracted(KernelStatement statement) => statement switch
    {
        AssignLocal { Operator: { } primitive, Local: { Shape: null } local } assignment when IsSum(primitive) && local.Type.IsFloat() && Of(assignment.Value) is var value =>
            Combined(primitive, new LocalExpression(local), value) is { } whole ? assignment with { Operator = null, Value = whole } : assignment with { Value = value },
        AssignLocal assignment => assignment with { Value = Of(assignment.Value) },
        WriteElement write => write with { Index = Of(write.Index), Value = Of(write.Value) },
        ForStatement loop => loop with { Body = Inside(loop.Body) },
        WhileStatement loop => loop with { Condition = loop.Condition is null ? null : Of(loop.Condition), Body = Inside(loop.Body) },
        IfStatement choice => choice with { Condition = Of(choice.Condition), Then = Rewrite(choice.Then), Else = Rewrite(choice.Else) },
        BreakIf exit => exit with { Condition = Of(exit.Condition) },
        CheckStatement check => check with { Condition = Of(check.Condition) },
        ReturnStatement result => result with { Value = Of(result.Value) },
        _ => statement,
    };

    private KernelBlock Inside(KernelBlock body) => new Contraction(latencies.Inside(body)).Rewrite(body);

    /// <summary>
    /// A sum of two products in two statements, of which the first product comes later than the second:
    /// <code>
    /// s = a * b;  ...  s += c * d;      →      ...  s = MultiplyAdd(a, b, c * d);
    /// </code>
    /// Null for anything else. The first statement is taken away.
    /// </summary>
    private AssignLocal? WithBegun(KernelStatement statement, List<KernelStatement> before)
    {
        if (statement is not AssignLocal { Operator: { } primitive, Local: { Shape: null } local } update || primitive != Primitives.Add || !local.Type.IsFloat()) return null;
        KernelExpression second = Of(update.Value);
        int begun = before.FindLastIndex(s => s is AssignLocal assignment && assignment.Local == local);
        if (!ExpressionTree.IsProduct(second) || begun < 0 || before[begun] is not AssignLocal { Operator: null, Value: OperationExpression { Arguments: var factors } first }) return null;
        if (!ExpressionTree.IsProduct(first) || !ExpressionTree.Nodes(first).All(n => n is LocalExpression or ConstantExpression or OperationExpression) || latencies.Of(first) <= latencies.Of(second)) return null;
        if (ExpressionTree.Reads(second, local) || before.Skip(begun + 1).SelectMany(KernelTree.Statements).Any(s => Reads(s, local) || s is AssignLocal { Local: var changed } && (changed == local || ExpressionTree.Reads(first, changed)))) return null;
        before.RemoveAt(begun);
        return update with { Operator = null, Value = new ContractedExpression(factors[0], factors[1], second) };

        static bool Reads(KernelStatement statement, Local local) => statement.Expressions.Any(e => ExpressionTree.Reads(e, local));
    }

    private KernelExpression Of(KernelExpression expression)
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

    /// <summary>The sum or difference as one operation with a product in it, of two products the later one; null where there is none.</summary>
    private KernelExpression? Combined(Primitive primitive, KernelExpression x, KernelExpression y)
    {
        bool isSum = primitive == Primitives.Add;
        if (isSum && ExpressionTree.IsProduct(x) && ExpressionTree.IsProduct(y) && latencies.Of(x) > latencies.Of(y)) (x, y) = (y, x);
        if (!isSum && ExpressionTree.IsProduct(x) && ExpressionTree.IsProduct(y)) return null;
        if (ExpressionTree.Factors(y) is { } right) return new ContractedExpression(isSum ? right[0] : Negated(right[0]), right[1], x);
        return ExpressionTree.Factors(x) is { } left ? new ContractedExpression(left[0], left[1], isSum ? y : Negated(y)) : null;
    }

    private static KernelExpression Negated(KernelExpression x) => x switch
    {
        OperationExpression { Primitive: var p, Arguments: var arguments } when p == Primitives.Neg => arguments[0],
        ConstantExpression { Constant: var constant } => new ConstantExpression(Atom.OfFloat(-constant.Float, constant.ConstantType)),
        _ => new OperationExpression(Primitives.Neg, new([x]), x.Type),
    };
}
