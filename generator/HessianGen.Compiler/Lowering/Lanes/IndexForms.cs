using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The indices of a loop's body as polynomials in counters and in what the loop does not change.</summary>
internal sealed class IndexForms
{
    private readonly Dictionary<Local, KernelExpression?> definitions = [];
    private readonly Dictionary<KernelExpression, int> ids = [];
    private readonly List<KernelExpression> variables = [];
    private readonly HashSet<Local> assigned = [];

    /// <param name="outer">What variables from before the loop stand for.</param>
    public IndexForms(ForStatement loop, IReadOnlyDictionary<Local, KernelExpression>? outer = null)
    {
        foreach (KeyValuePair<Local, KernelExpression> definition in outer ?? new Dictionary<Local, KernelExpression>()) definitions[definition.Key] = definition.Value;
        assigned.Add(loop.Counter);
        foreach (KernelStatement statement in KernelTree.Statements(loop.Body))
        {
            if (statement is ForStatement inner) assigned.Add(inner.Counter);
            if (statement is not AssignLocal assignment) continue;
            if (assignment.Local.Type == ScalarType.I32) definitions[assignment.Local] = assigned.Contains(assignment.Local) || assignment.Operator is not null ? null : assignment.Value;
            assigned.Add(assignment.Local);
        }
    }

    /// <summary>The expression, the only assignments of its variables put in for them.</summary>
    public Polynomial Of(KernelExpression expression)
    {
        switch (expression)
        {
            case ConstantExpression { Constant: var constant } when constant.ConstantType.IsInteger(): return Polynomial.Constant(constant.Integer);
            case ConversionExpression { Type: ScalarType.I32 or ScalarType.I64, Operand: { Type: ScalarType.I32 } operand }: return Of(operand);
            case LocalExpression { Local: var local } when definitions.TryGetValue(local, out KernelExpression? definition) && definition is not null: return Of(definition);
            case OperationExpression { Wraps: false, Primitive: var primitive, Arguments: { Count: 2 } arguments } when expression.Type.IsInteger():
                if (primitive == Primitives.Add) return Of(arguments[0]) + Of(arguments[1]);
                if (primitive == Primitives.Sub) return Of(arguments[0]) - Of(arguments[1]);
                if (primitive == Primitives.Mul) return Of(arguments[0]) * Of(arguments[1]);
                break;
        }

        return Polynomial.Variable(Id(expression));
    }

    /// <summary>The end of a loop, or a bound of it that the loop around does not change: of a smaller of two, one.</summary>
    public Polynomial Bound(ForStatement inner)
    {
        Polynomial end = Of(inner.End);
        if (IsFixed(end) || inner.End is not OperationExpression { Primitive: var primitive, Arguments: var arguments } || primitive != Primitives.Min) return end;
        return arguments.Select(Of).FirstOrDefault(IsFixed) ?? end;
    }

    /// <summary>The variable that stands for a counter.</summary>
    public int Id(Local counter) => Id(new LocalExpression(counter));

    /// <summary>True for the variable that stands for the length of an array.</summary>
    public bool IsLength(int id) => variables[id] is LengthExpression;

    /// <summary>True where the loop does not change it.</summary>
    public bool IsFixed(Polynomial polynomial) => polynomial.Variables.All(id => ExpressionTree.Nodes(variables[id]).All(node =>
        node is LengthExpression or ConstantExpression || node is LocalExpression { Local: var local } && !assigned.Contains(local) || node is OperationExpression && node.Type.IsInteger() && !IsDivision(node)));

    /// <summary>True for what may throw where it is computed.</summary>
    private static bool IsDivision(KernelExpression node) =>
        node is OperationExpression { Primitive: var p, Arguments: var arguments } && (p == Primitives.Div || p == Primitives.Rem) && arguments[1] is not ConstantExpression { Constant.Integer: not 0 };

    /// <summary>The polynomial as an expression.</summary>
    public KernelExpression Expression(Polynomial polynomial)
    {
        KernelExpression sum = Motion.Constant(0);
        foreach ((long coefficient, int[] factors) in polynomial.Terms.OrderByDescending(t => t.Factors.Length))
        {
            KernelExpression product = Motion.Constant(Math.Abs(coefficient));
            foreach (int factor in factors) product = Motion.Apply(Primitives.Mul, variables[factor], product);
            sum = coefficient < 0 ? Motion.Apply(Primitives.Sub, sum, product) : Motion.Apply(Primitives.Add, sum, product);
        }

        return sum;
    }

    private int Id(KernelExpression expression)
    {
        if (ids.TryGetValue(expression, out int id)) return id;
        variables.Add(expression);
        return ids[expression] = variables.Count - 1;
    }
}
