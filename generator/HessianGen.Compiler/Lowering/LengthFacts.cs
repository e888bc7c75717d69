using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Which integers are the lengths of which arrays; the lengths of outputs follow from their roles, since they are checked at entry.</summary>
internal sealed class LengthFacts
{
    private readonly Layout layout;
    private readonly Dictionary<Ir.Buffer, Polynomial> lengths = [];

    public LengthFacts(Layout layout)
    {
        this.layout = layout;
        Polynomial count = layout.Function.Parameters.Where(p => p.IsVariable)
            .Aggregate(Polynomial.Zero, (sum, p) => sum + (p is BufferParameter array ? Polynomial.Variable(array.Length.Id) : Polynomial.One));
        foreach (BufferParameter array in layout.Function.Parameters.OfType<BufferParameter>().Where(p => p.Layout != InstanceLayout.Rows))
        {
            lengths[array.Buffer] = array.Role switch
            {
                ParameterRole.User or ParameterRole.Value => Polynomial.Variable(array.Length.Id),
                ParameterRole.Hessian => count * count,
                ParameterRole.Band => count - Polynomial.Constant(array.Distance),
                _ => count,
            };
        }

        foreach (Alloc alloc in layout.AllNodes().Select(n => n.Statement).OfType<Alloc>()) lengths[alloc.Buffer] = Of(alloc.Extent);
    }

    /// <summary>True where the array has exactly that many elements.</summary>
    public bool IsLengthOf(Ir.Buffer buffer, Atom count) => lengths.TryGetValue(buffer, out Polynomial? length) && (length - Of(count)).IsZero;

    private Polynomial Of(Atom atom) => Polynomial.Of(atom, value => layout.Definer(value)?.Statement);
}
