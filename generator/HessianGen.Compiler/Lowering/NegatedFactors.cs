using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A product in a sum reads −x as the negation of x, which the fused operation has for nothing: a variable for −x is one more step to wait for.</summary>
/// <remarks>
/// <code>
/// n = -x;  ...  s += n * y;      →      n = -x;  ...  s += -x * y;
/// </code>
/// The bits are the same.
/// </remarks>
internal sealed class NegatedFactors
{
    private readonly Dictionary<Local, KernelExpression> negations = [];

    private NegatedFactors(KernelBlock body)
    {
        ILookup<Local, AssignLocal> assignments = KernelTree.Statements(body).OfType<AssignLocal>().ToLookup(a => a.Local);
        foreach (IGrouping<Local, AssignLocal> group in assignments)
        {
            if (group.Count() > 1 || group.First() is not { Operator: null, Value: OperationExpression { Primitive: var primitive, Arguments: var arguments } value } || primitive != Primitives.Neg || !value.Type.IsFloat()) continue;
            if (arguments[0] is LocalExpression { Local: var negated } && assignments[negated].Count() == (negated.IsParameter ? 0 : 1)) negations[group.Key] = value;
        }
    }

    public static KernelBlock Run(KernelBlock body)
    {
        NegatedFactors pass = new(body);
        return pass.negations.Count > 0 ? pass.Rewrite(body) : body;
    }

    private KernelBlock Rewrite(KernelBlock block) => new(block.Statements.Select(Rewrite).ToEquatableArray());

    private KernelStatement Rewrite(KernelStatement statement) => statement switch
    {
        AssignLocal assignment => assignment with { Value = assignment.Operator is null ? Of(assignment.Value) : Summand(assignment.Value) },
        WriteElement write => write with { Value = write.Operator is null ? Of(write.Value) : Summand(write.Value) },
        ReturnStatement result => result with { Value = Of(result.Value) },
        _ => KernelTree.WithBlocks(statement, Rewrite),
    };

    private KernelExpression Of(KernelExpression expression)
    {
        if (expression is not OperationExpression operation) return expression;
        bool isSum = operation.Primitive == Primitives.Add || operation.Primitive == Primitives.Sub && !operation.Arguments.All(ExpressionTree.IsProduct);
        return operation with { Arguments = operation.Arguments.Select(a => isSum ? Summand(a) : Of(a)).ToEquatableArray() };
    }

    private KernelExpression Summand(KernelExpression expression) => expression is OperationExpression product && ExpressionTree.IsProduct(product)
        ? product with { Arguments = product.Arguments.Select(a => a is LocalExpression { Local: var factor } && negations.TryGetValue(factor, out KernelExpression? negation) ? negation : Of(a)).ToEquatableArray() }
        : Of(expression);
}
