using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Forward mode: a function that also computes the derivative of everything along a direction.</summary>
/// <remarks>
/// Adds the parameter <c>direction</c> (n, the tangent of the independent vector) and, where the function writes a
/// gradient, <c>product</c> (n, its tangent); the results are followed by their tangents. Every varied value keeps its
/// tangent beside it, every varied buffer has a tangent buffer of the same layout, control flow stays as it is:
/// at most twice the statements and two to three times the work. Applied to a gradient it gives the Hessian-vector
/// product (Pearlmutter, "Fast exact multiplication by the Hessian", 1994).
/// Along several directions at once there is a direction, a product and a tangent of everything for each of them, and what they are computed
/// from only once (vector forward mode: Griewank and Walther, "Evaluating derivatives", 2008, section 4.5).
/// </remarks>
internal sealed class Jvp
{
    private readonly Function function;
    private readonly Activity activity;
    private readonly IrBuilder builder;
    private readonly Tangents[] directions;

    private Jvp(Function function, int count)
    {
        this.function = function;
        activity = Activity.Of(function);
        builder = new(function);
        directions = [.. Enumerable.Range(0, count).Select(_ => new Tangents())];
    }

    /// <summary>What is known along one direction.</summary>
    private sealed class Tangents
    {
        public Dictionary<Value, Atom> Values { get; } = [];

        public Dictionary<Ir.Buffer, View> Views { get; } = [];
    }

    /// <param name="count">How many directions at once.</param>
    public static Function Run(Function function, int count = 1) => new Jvp(function, count).Run();

    private Function Run()
    {
        List<Parameter> parameters = [.. function.Parameters];
        Independents independents = new(function, builder);
        foreach (Tangents along in directions)
        {
            Ir.Buffer direction = AddParameter(parameters, "direction", ParameterRole.Direction, independents.Element);
            foreach (Parameter parameter in function.Parameters.Where(p => p.IsVariable))
            {
                Atom offset = independents.Offset(parameter);
                if (parameter is BufferParameter buffer) along.Views[buffer.Buffer] = new(direction, offset);
                if (parameter is ScalarParameter scalar) along.Values[scalar.Value] = Named(builder.Load(direction, offset), scalar.Name);
            }
        }

        foreach (BufferParameter gradient in function.Parameters.OfType<BufferParameter>().Where(p => p.Role == ParameterRole.Gradient))
        {
            foreach (Tangents along in directions)
            {
                Ir.Buffer product = AddParameter(parameters, "product", ParameterRole.Product, independents.Element);
                along.Views[gradient.Buffer] = new(product, Atom.OfInteger(0));
                if (!activity.IsVaried(gradient.Buffer)) builder.For(Atom.OfInteger(0), independents.Count, k => builder.Store(product, k, Atom.Zero(independents.Element)), "k");
            }
        }

        Visit(function.Body.Statements);
        IEnumerable<Atom> results = function.Body.Yields;
        return builder.ToFunction(function.Name, parameters, [.. results, .. directions.SelectMany(along => results.Select(r => TangentOrZero(along, r)))]);
    }

    private Ir.Buffer AddParameter(List<Parameter> parameters, string name, ParameterRole role, ScalarType element)
    {
        BufferParameter parameter = builder.NewArray(name, role, element);
        parameters.Add(parameter);
        return parameter.Buffer;
    }

    private void Visit(EquatableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            builder.Line = statement.Line;
            switch (statement)
            {
                case Let let: Visit(let); break;
                case Load load: Visit(load); break;
                case Store store:
                    builder.Emit(store);
                    foreach ((Tangents along, View view) in TangentBuffers(store.Buffer)) builder.Store(view.Buffer, view.Index(builder, store.Index), TangentOrZero(along, store.Operand));
                    break;
                case Accumulate accumulate:
                    builder.Emit(accumulate);
                    if (!activity.IsVaried(accumulate.Operand)) break;
                    foreach ((Tangents along, View view) in TangentBuffers(accumulate.Buffer)) builder.Accumulate(view.Buffer, view.Index(builder, accumulate.Index), TangentOrZero(along, accumulate.Operand));
                    break;
                case Alloc alloc:
                    builder.Emit(alloc);
                    if (activity.IsVaried(alloc.Buffer)) builder.Emit(directions.Select(along => alloc with { Buffer = NewTangentBuffer(along, alloc.Buffer) }));
                    break;
                case For loop: Visit(loop); break;
                case While loop: Visit(loop); break;
                case If choice: Visit(choice); break;
                default: builder.Emit(statement); break;
            }
        }
    }

    private void Visit(Let let)
    {
        builder.Emit(let);
        if (!activity.IsVaried(let.Result)) return;
        Term[] operands = [.. let.Arguments.Select(a => new Term(builder, a))];
        ScalarType type = builder.TypeOf(let.Result);
        foreach (Tangents along in directions)
        {
            Term sum = 0;
            for (int i = 0; i < operands.Length; i++)
            {
                if (let.Primitive.Propagations[i] is { } propagate && let.Arguments[i].IsValue && along.Values.TryGetValue(let.Arguments[i].Value, out Atom tangent))
                {
                    sum += propagate(operands, new(builder, let.Result), new(builder, tangent));
                }
            }

            if (!sum.IsZero) SetTangent(along, let.Result, builder.Convert(sum.Atom(type), type));
        }
    }

    private void Visit(Load load)
    {
        builder.Emit(load);
        foreach ((Tangents along, View view) in TangentBuffers(load.Buffer)) SetTangent(along, load.Result, builder.Load(view.Buffer, view.Index(builder, load.Index)));
    }

    private void Visit(For loop)
    {
        (Carried[] carries, int[] varied) = TangentCarries(loop.Carries);
        Block body = Visit(loop.Body, varied);
        builder.Emit(loop with { Carries = new(carries), Body = body, Outputs = TangentOutputs(loop.Outputs, varied) });
    }

    private void Visit(While loop)
    {
        (Carried[] carries, int[] varied) = TangentCarries(loop.Carries);
        Block test = Visit(loop.Test, []);
        Block body = Visit(loop.Body, varied);
        builder.Emit(loop with { Carries = new(carries), Test = test, Body = body, Outputs = TangentOutputs(loop.Outputs, varied) });
    }

    private void Visit(If choice)
    {
        int[] varied = [.. Enumerable.Range(0, choice.Outputs.Count).Where(i => activity.IsVaried(choice.Outputs[i]))];
        Block then = Visit(choice.Then, varied), otherwise = Visit(choice.Else, varied);
        builder.Emit(choice with { Then = then, Else = otherwise, Outputs = TangentOutputs(choice.Outputs, varied) });
    }

    private Block Visit(Block block, int[] varied)
    {
        builder.Open();
        Visit(block.Statements);
        return builder.Close([.. block.Yields, .. directions.SelectMany(along => varied.Select(i => TangentOrZero(along, block.Yields[i])))]);
    }

    /// <summary>The carried values, then along each direction a tangent for each varied one; and which those are.</summary>
    private (Carried[] Carries, int[] Varied) TangentCarries(EquatableArray<Carried> carries)
    {
        int[] varied = [.. Enumerable.Range(0, carries.Count).Where(i => activity.IsVaried(carries[i].Value))];
        List<Carried> all = [.. carries];
        foreach (Tangents along in directions)
        {
            foreach (int i in varied)
            {
                Atom initial = TangentOrZero(along, carries[i].Initial);
                all.Add(new(NewTangent(along, carries[i].Value), initial));
            }
        }

        return ([.. all], varied);
    }

    private EquatableArray<Value> TangentOutputs(EquatableArray<Value> outputs, int[] varied) =>
        outputs.Concat([.. directions.SelectMany(along => varied.Select(i => NewTangent(along, outputs[i])))]).ToEquatableArray();

    private Value NewTangent(Tangents along, Value value)
    {
        Value tangent = builder.NewValue(builder.TypeOf(value), TangentName(builder.Info(value).Name));
        along.Values[value] = tangent;
        return tangent;
    }

    private Ir.Buffer NewTangentBuffer(Tangents along, Ir.Buffer buffer)
    {
        Ir.Buffer tangent = builder.NewBuffer(builder.Info(buffer).Element, TangentName(builder.Info(buffer).Name));
        along.Views[buffer] = new(tangent, Atom.OfInteger(0));
        return tangent;
    }

    private IEnumerable<(Tangents Along, View View)> TangentBuffers(Ir.Buffer buffer) =>
        activity.IsVaried(buffer) ? directions.Select(along => (along, along.Views[buffer])) : [];

    private void SetTangent(Tangents along, Value value, Atom tangent) => along.Values[value] = Named(tangent, builder.Info(value).Name);

    private Atom TangentOrZero(Tangents along, Atom atom) =>
        atom.IsValue && along.Values.TryGetValue(atom.Value, out Atom tangent) ? tangent : Atom.Zero(builder.TypeOf(atom));

    private Atom Named(Atom atom, string? primal)
    {
        if (atom.IsValue && TangentName(primal) is { } name) builder.Rename(atom.Value, name);
        return atom;
    }

    private static string? TangentName(string? name) => name is null ? null : name + "Dot";
}
