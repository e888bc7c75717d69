using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// A function of one point made one of many, each element of an instance standing beside that of the next instance:
/// <code>
/// v = f(s, x)  { ... x[i] ... gradient[k] = a ... }
///      →
/// batch(count, stride, s, x)  { for p in 0..count { ... x[i·stride + p] ... gradients[k·stride + p] = a ... values[p] = v } }
/// </code>
/// </summary>
/// <remarks>
/// Takes whatever function there is for a product, and knows nothing of how it was derived. Consecutive instances are consecutive in memory,
/// so that lanes over p load and store whole vectors. An index of one instance that is out of range stays so: it is bounded by the number of rows
/// wherever facts do not bound it, since a product with the stride that wraps might hit another element.
/// </remarks>
internal sealed class Instances : IrRewriter
{
    private readonly Function function;
    private readonly IrBuilder builder;
    private readonly IndexFacts facts;
    private readonly Dictionary<Ir.Buffer, (Atom Count, Polynomial Bound)> rows = [];
    private readonly List<Parameter> parameters = [];
    private readonly List<Load> numbers = [];
    private readonly Value count, stride, instance;

    private Instances(Function function)
    {
        this.function = function;
        (builder, facts) = (new(function), new(function));
        count = builder.NewValue(ScalarType.I32, "count");
        stride = builder.NewValue(ScalarType.I32, "stride");
        instance = builder.NewValue(ScalarType.I32, "p");
        parameters.Add(new ScalarParameter("count", ParameterRole.Count, false, count));
        parameters.Add(new ScalarParameter("stride", ParameterRole.Stride, false, stride));
    }

    /// <param name="isOwn">True for a parameter of which each instance has its own; all instances share the others.</param>
    public static Function Run(Function function, Func<Parameter, bool> isOwn) => new Instances(function).Batch(isOwn);

    private Function Batch(Func<Parameter, bool> isOwn)
    {
        Independents independents = new(function, builder);
        Polynomial n = function.Parameters.Where(p => p.IsVariable).Aggregate(Polynomial.Zero, (sum, p) => sum + (p is BufferParameter array ? facts.Of(array.Length) : Polynomial.One));
        foreach (Parameter parameter in function.Parameters)
        {
            switch (parameter)
            {
                case BufferParameter { Role: ParameterRole.User } array when isOwn(array): AddRows(array, array.Length, facts.Of(array.Length)); break;
                case BufferParameter { Role: ParameterRole.Hessian } hessian: AddRows(hessian with { Name = "hessians" }, builder.Apply(Primitives.Mul, independents.Count, independents.Count), n * n); break;
                case BufferParameter { Role: not ParameterRole.User } own: AddRows(own with { Name = own.Name + "s" }, independents.Count, n); break;
                case ScalarParameter scalar when isOwn(scalar): AddElements(scalar); break;
                default: parameters.Add(parameter); break;
            }
        }

        builder.Open();
        builder.Emit(numbers);
        Block body = RewriteBlock(function.Body);
        builder.Emit(body.Statements);
        if (body.Yields.Count == 1) builder.Store(AddValues(independents.Element), instance, body.Yields[0]);
        Block each = builder.Close();
        builder.Emit(new For(EquatableArray<Value>.Empty, instance, Atom.OfInteger(0), count, 1, EquatableArray<Carried>.Empty, each) { IsOverInstances = true });
        return builder.ToFunction(function.Name, parameters);
    }

    private void AddRows(BufferParameter array, Atom rowCount, Polynomial bound)
    {
        parameters.Add(array with { Layout = InstanceLayout.Rows, LeastRows = array.Role == ParameterRole.User ? LeastRows(array) : 0 });
        rows.Add(array.Buffer, (rowCount, bound));
    }

    /// <summary>A number becomes an array with one for each instance.</summary>
    private void AddElements(ScalarParameter scalar)
    {
        Ir.Buffer buffer = builder.NewBuffer(function.TypeOf(scalar.Value), scalar.Name);
        Value length = builder.NewValue(ScalarType.I32, scalar.Name + ".Length");
        parameters.Add(new BufferParameter(scalar.Name, scalar.Role, scalar.IsVariable, buffer, length) { Layout = InstanceLayout.Elements });
        numbers.Add(new(scalar.Value, buffer, instance));
    }

    /// <summary>The values stand before the other outputs.</summary>
    private Ir.Buffer AddValues(ScalarType element)
    {
        BufferParameter values = builder.NewArray("values", ParameterRole.Value, element) with { Layout = InstanceLayout.Elements };
        int first = parameters.FindIndex(p => p is { Role: ParameterRole.Gradient or ParameterRole.Product or ParameterRole.Diagonal or ParameterRole.Hessian });
        parameters.Insert(first < 0 ? parameters.Count : first, values);
        return values.Buffer;
    }

    /// <summary>How many rows there must be for the elements that every instance reads.</summary>
    private long LeastRows(BufferParameter array)
    {
        long least = function.Body.Statements.OfType<Load>().Where(l => l.Buffer == array.Buffer && l.Index.IsConstant).Select(l => l.Index.Integer + 1).Append(0).Max();
        facts.Learn(array.Length, least);
        return least;
    }

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case Load load when rows.ContainsKey(load.Buffer): output.Add(load with { Index = At(load.Buffer, load.Index, output) }); break;
            case Store store when rows.ContainsKey(store.Buffer): output.Add(store with { Index = At(store.Buffer, store.Index, output) }); break;
            case Accumulate sum when rows.ContainsKey(sum.Buffer): output.Add(sum with { Index = At(sum.Buffer, sum.Index, output) }); break;
            case For loop:
                long? before = facts.Enter(loop);
                base.RewriteStatement(loop, output);
                facts.Leave(loop, before);
                break;
            default: base.RewriteStatement(statement, output); break;
        }
    }

    /// <summary>Where an element of the instance is.</summary>
    private Atom At(Ir.Buffer buffer, Atom index, List<Statement> output)
    {
        builder.Open();
        Atom row = IsInside(buffer, index) ? index : Bounded(buffer, index);
        Atom at = builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, builder.Convert(row, ScalarType.I32), stride), instance);
        output.AddRange(builder.Close().Statements);
        return at;
    }

    private bool IsInside(Ir.Buffer buffer, Atom index)
    {
        Polynomial at = facts.Of(index);
        return facts.IsNonNegative(at) && facts.IsNonNegative(rows[buffer].Bound - at - Polynomial.One);
    }

    /// <summary>The index, or −1 or the number of rows where it is outside: the element is outside as well.</summary>
    private Atom Bounded(Ir.Buffer buffer, Atom index)
    {
        if (builder.TypeOf(index) is ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16) index = builder.Convert(index, ScalarType.I32);
        ScalarType type = builder.TypeOf(index);
        Atom below = builder.Apply(Primitives.Min, index, builder.Convert(rows[buffer].Count, type));
        return type is ScalarType.I32 or ScalarType.I64 ? builder.Apply(Primitives.Max, below, Atom.OfInteger(-1, type)) : below;
    }
}
