using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Whole Hessians and diagonals out of a gradient and a Hessian-vector product: one product for each unit direction.</summary>
/// <remarks>
/// n products; any code, no structure needed. The directions are iterations that do not depend on each other: in lanes they
/// share what does not depend on the direction, which is all of the primal and of the gradient.
/// </remarks>
internal sealed class Directional
{
    private readonly Function product;
    private readonly IrBuilder builder;
    private readonly Independents independents;
    private readonly List<Parameter> parameters;

    private Directional(Function basis, Function product)
    {
        this.product = product;
        builder = new(basis);
        independents = new(basis, builder);
        parameters = [.. basis.Parameters];
    }

    /// <summary>Value, <c>gradient</c> and <c>hessian</c> (n x n, row-major, exactly symmetric).</summary>
    public static Function Hessian(Function gradient, Function product) => new Directional(gradient, product).Hessian(gradient);

    /// <summary><c>diagonal</c> (n): H[k,k] for every k.</summary>
    public static Function HessianDiagonal(Function primal, Function product) => new Directional(primal, product).Diagonal(primal);

    private Function Hessian(Function gradient)
    {
        builder.Emit(gradient.Body.Statements);
        Ir.Buffer hessian = Add("hessian", ParameterRole.Hessian);
        ForEachDirection((k, row) => builder.For(Atom.OfInteger(0), independents.Count, i =>
            builder.Store(hessian, builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, i, independents.Count), k), builder.Load(row, i))));
        SymmetricMatrix.Mirror(builder, hessian, independents.Count);
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
        BufferParameter parameter = builder.NewArray(name, role, independents.Element);
        parameters.Add(parameter);
        return parameter.Buffer;
    }

    /// <summary>Runs the product with each unit vector; <paramref name="use"/> gets the index and the product.</summary>
    private void ForEachDirection(Action<Atom, Ir.Buffer> use) => builder.For(Atom.OfInteger(0), independents.Count, k =>
    {
        Ir.Buffer row = builder.NewBuffer(independents.Element, "row");
        builder.Emit(new Alloc(row, independents.Count));
        builder.Emit(new UnitDirection(builder, k, Inlined(row, out Ir.Buffer direction), direction).Statements);
        use(k, row);
    }, "k");

    /// <summary>The product's statements, with <paramref name="row"/> for its result.</summary>
    private IEnumerable<Statement> Inlined(Ir.Buffer row, out Ir.Buffer direction)
    {
        Renaming renaming = Renaming.Import(builder, product);
        direction = builder.NewBuffer(independents.Element, "direction");
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

        return renaming.Apply(product.Body).Statements;
    }
}
