using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Writes the laid-out function as a tree of C# statements; variables are assigned here and declared by <see cref="Declarations"/>.</summary>
internal sealed partial class TreeBuilder
{
    private readonly Layout layout;
    private readonly Liveness liveness;
    private readonly Coalescing coalescing;
    private readonly WorkspacePlan workspace;
    private readonly IntegerFacts integers;
    private readonly Independence independence;
    private readonly LengthFacts lengthFacts;
    private readonly Dictionary<IReadOnlyList<Value>, Local> locals = [];
    private readonly Dictionary<Ir.Buffer, KernelArray> arrays = [];
    private readonly Dictionary<Value, KernelExpression> lengths = [];

    public TreeBuilder(Layout layout, Liveness liveness, Coalescing coalescing, WorkspacePlan workspace)
    {
        (this.layout, this.liveness, this.coalescing, this.workspace) = (layout, liveness, coalescing, workspace);
        (integers, lengthFacts, independence) = (new(layout), new(layout), new(new(layout.Function.Body)));
        foreach (Parameter parameter in Function.Parameters) Parameters.Add(Bind(parameter));
    }

    /// <summary>The function's parameters, as C# variables.</summary>
    public List<KernelParameter> Parameters { get; } = [];

    private Function Function => layout.Function;

    /// <summary>The statements of the body, without entry checks and without the return.</summary>
    public List<KernelStatement> Build() => Visit(layout.Body);

    /// <summary>The expression of an atom, everything that is folded into it included.</summary>
    public KernelExpression Expression(Atom atom)
    {
        if (atom.IsConstant) return new ConstantExpression(atom);
        if (lengths.TryGetValue(atom.Value, out KernelExpression? length)) return Convert(length, Function.TypeOf(atom));
        return layout.Definer(atom.Value) is { IsFolded: true } node ? Tree(node, atom.Value) : new LocalExpression(LocalOf(atom.Value));
    }

    private KernelParameter Bind(Parameter parameter)
    {
        if (parameter is ScalarParameter scalar) return new(parameter.Name, parameter.Role, LocalOf(scalar.Value, parameter.Name), null) { IsVariable = parameter.IsVariable };
        BufferParameter buffer = (BufferParameter)parameter;
        KernelArray array = new(Function.Buffers[buffer.Buffer.Id].Element, parameter.Name, ArrayStorage.Parameter);
        arrays.Add(buffer.Buffer, array);
        Local? rows = buffer is { Role: ParameterRole.User, Layout: InstanceLayout.Rows } ? new(ScalarType.I32, null, parameter.Name + "Length") : null;
        lengths.Add(buffer.Length, rows is null ? new LengthExpression(array) : new LocalExpression(rows));
        return new(parameter.Name, parameter.Role, null, array) { IsVariable = parameter.IsVariable, Layout = buffer.Layout, Rows = rows, LeastRows = buffer.LeastRows, Distance = buffer.Distance };
    }

    private Local LocalOf(Value value, string? parameterName = null)
    {
        IReadOnlyList<Value> group = coalescing.Group(value);
        if (locals.TryGetValue(group, out Local? local)) return local;
        string? name = parameterName ?? group.Select(v => Function.Values[v.Id].Name).FirstOrDefault(n => n is not null);
        local = new(Function.TypeOf(value), name, name is null ? TemporaryNames.Of(group, layout) : name, parameterName is not null);
        locals.Add(group, local);
        return local;
    }

    /// <summary>The expression that a statement computes for one of its results.</summary>
    private KernelExpression Tree(Node node, Value result)
    {
        switch (node.Statement)
        {
            case Let let: return Tree(let);
            case Load load: return new ElementExpression(arrays[load.Buffer], Expression(load.Index));
            case If choice:
                int index = choice.Outputs.TakeWhile(o => o != result).Count();
                return Choice(Expression(choice.Condition), choice.Then.Yields[index], choice.Else.Yields[index]);
            default: throw new InvalidOperationException($"A {node.Statement.GetType().Name} is no expression.");
        }
    }

    private KernelExpression Tree(Let let)
    {
        Primitive primitive = let.Primitive;
        ScalarType type = Function.TypeOf(let.Result);
        KernelExpression[] operands = [.. let.Arguments.Select(Expression)];
        if (primitive == Primitives.Convert) return Convert(operands[0], type);
        if (primitive == Primitives.Select_) return Choice(operands[0], let.Arguments[1], let.Arguments[2]);
        if (primitive == Primitives.Abs && IsUnsigned(type)) return operands[0];
        if (type == ScalarType.Bool && primitive == Primitives.And) return Logic(isAnd: true, operands[0], operands[1]);
        if (type == ScalarType.Bool && primitive == Primitives.Or) return Logic(isAnd: false, operands[0], operands[1]);
        if (IsNumberTest(let)) return ExpressionTree.Not(new OperationExpression(Primitives.Ne, new(operands), type));
        bool wraps = type.IsInteger() && CanOverflow(primitive) && !integers.IsIndexArithmetic(let.Result);
        OperationExpression operation = new(primitive, new(operands), type, wraps);
        return type == ScalarType.Bool && KnownTruth.Of(operation) is { } known ? new ConstantExpression(Atom.OfBoolean(known)) : operation;
    }

    private static bool IsUnsigned(ScalarType type) => type is ScalarType.U8 or ScalarType.U16 or ScalarType.U32 or ScalarType.U64;

    private KernelExpression Choice(KernelExpression condition, Atom whenTrue, Atom whenFalse)
    {
        if (KnownTruth.Of(condition) is { } known) return Expression(known ? whenTrue : whenFalse);
        if (whenFalse == Atom.OfBoolean(false)) return Logic(isAnd: true, condition, Expression(whenTrue));
        if (whenTrue == Atom.OfBoolean(true)) return Logic(isAnd: false, condition, Expression(whenFalse));
        return new ChoiceExpression(condition, Expression(whenTrue), Expression(whenFalse));
    }

    /// <summary>Both or either; the right one need not be evaluated, since it is pure.</summary>
    private static KernelExpression Logic(bool isAnd, KernelExpression left, KernelExpression right)
    {
        if (KnownTruth.Of(left) is { } known) return known == isAnd ? right : left;
        if (KnownTruth.Of(right) is { } other) return other == isAnd ? left : right;
        return new ShortCircuitExpression(isAnd, left, right);
    }

    /// <summary><c>x &lt;= x</c>: true unless x is NaN.</summary>
    private bool IsNumberTest(Let let) =>
        (let.Primitive == Primitives.Le || let.Primitive == Primitives.Ge) && let.Arguments[0] == let.Arguments[1] && Function.TypeOf(let.Arguments[0]).IsFloat();

    private static bool CanOverflow(Primitive primitive) =>
        primitive == Primitives.Add || primitive == Primitives.Sub || primitive == Primitives.Mul || primitive == Primitives.Neg;

    private static KernelExpression Convert(KernelExpression operand, ScalarType type) =>
        operand.Type == type ? operand : new ConversionExpression(operand, type);
}
