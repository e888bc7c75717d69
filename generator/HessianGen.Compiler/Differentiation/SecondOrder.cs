using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Whole Hessians and diagonals out of a gradient and a Hessian-vector product: one product for each unit direction.</summary>
/// <remarks>n products, so n times the cost of one; any code, no structure needed.</remarks>
internal sealed class SecondOrder
{
    private readonly Function product;
    private readonly IrBuilder builder;
    private readonly Independents independents;
    private readonly List<Parameter> parameters;

    private SecondOrder(Function basis, Function product)
    {
        this.product = product;
        builder = new(basis);
        independents = new(basis, builder);
        parameters = [.. basis.Parameters];
    }

    /// <summary>Value, <c>gradient</c> and <c>hessian</c> (n x n, row-major, exactly symmetric).</summary>
    public static Function Hessian(Function gradient, Function product) => new SecondOrder(gradient, product).Hessian(gradient);

    /// <summary><c>diagonal</c> (n): H[k,k] for every k.</summary>
    public static Function HessianDiagonal(Function primal, Function product) => new SecondOrder(primal, product).Diagonal(primal);

    private Function Hessian(Function gradient)
    {
        builder.Emit(gradient.Body.Statements);
        Ir.Buffer hessian = Add("hessian", ParameterRole.Hessian);
        ForEachDirection((k, row) =>
        {
            Atom start = builder.Apply(Primitives.Mul, k, independents.Count);
            builder.For(Atom.OfInteger(0), builder.Apply(Primitives.Add, k, Atom.OfInteger(1)), j =>
            {
                Atom entry = builder.Load(row, j);
                builder.Store(hessian, builder.Apply(Primitives.Add, start, j), entry);
                builder.Store(hessian, builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, j, independents.Count), k), entry);
            }, "j");
        });
        return builder.ToFunction(gradient.Name, parameters, [.. gradient.Body.Yields]);
    }

    private Function Diagonal(Function primal)
    {
        Ir.Buffer diagonal = Add("diagonal", ParameterRole.Diagonal);
        ForEachDirection((k, row) => builder.Store(diagonal, k, builder.Load(row, k)));
        return builder.ToFunction(primal.Name, parameters);
    }

    private Ir.Buffer Add(string name, ParameterRole role)
    {
        Ir.Buffer buffer = builder.NewBuffer(independents.Element, name);
        parameters.Add(new BufferParameter(name, role, false, buffer, builder.NewValue(ScalarType.I32, name + ".Length")));
        return buffer;
    }

    /// <summary>Runs the product with each unit vector in turn; <paramref name="use"/> gets the index and the product.</summary>
    private void ForEachDirection(Action<Atom, Ir.Buffer> use)
    {
        Ir.Buffer direction = builder.NewBuffer(independents.Element, "direction"), row = builder.NewBuffer(independents.Element, "row");
        builder.Emit(new Alloc(direction, independents.Count));
        builder.Emit(new Alloc(row, independents.Count));
        builder.For(Atom.OfInteger(0), independents.Count, k =>
        {
            builder.Store(direction, k, Atom.OfFloat(1, independents.Element));
            Inline(direction, row);
            builder.Store(direction, k, Atom.Zero(independents.Element));
            use(k, row);
        }, "k");
    }

    private void Inline(Ir.Buffer direction, Ir.Buffer row)
    {
        Renaming renaming = Renaming.Import(builder, product);
        for (int i = 0; i < product.Parameters.Count; i++)
        {
            switch (product.Parameters[i], i < parameters.Count ? parameters[i] : null)
            {
                case (BufferParameter { Role: ParameterRole.Direction } seed, _):
                    renaming.Buffers[seed.Buffer] = direction;
                    break;
                case (BufferParameter { Role: ParameterRole.Product } result, _):
                    renaming.Buffers[result.Buffer] = row;
                    break;
                case (BufferParameter from, BufferParameter to):
                    renaming.Buffers[from.Buffer] = to.Buffer;
                    renaming.Values[from.Length] = to.Length;
                    break;
                case (ScalarParameter from, ScalarParameter to):
                    renaming.Values[from.Value] = to.Value;
                    break;
            }
        }

        builder.Emit(renaming.Apply(product.Body).Statements);
    }
}
