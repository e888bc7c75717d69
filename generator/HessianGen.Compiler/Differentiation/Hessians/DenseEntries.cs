using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The whole matrix, row-major, with both triangles.</summary>
internal abstract class DenseEntries : HessianEntries
{
    private readonly BufferParameter parameter;

    protected DenseEntries(IrBuilder builder, Independents independents)
        : base(builder, independents) => parameter = builder.NewArray("hessian", ParameterRole.Hessian, independents.Element);

    public override IEnumerable<BufferParameter> Outputs => [parameter];

    protected Ir.Buffer Matrix => parameter.Buffer;

    public override void Start() =>
        Builder.For(Atom.OfInteger(0), Builder.Apply(Primitives.Mul, Independents.Count, Independents.Count), k => Builder.Store(Matrix, k, Atom.Zero(Independents.Element)), "k");

    protected Atom Index(Atom row, Atom column) => Builder.Apply(Primitives.Add, Builder.Apply(Primitives.Mul, row, Independents.Count), column);
}
