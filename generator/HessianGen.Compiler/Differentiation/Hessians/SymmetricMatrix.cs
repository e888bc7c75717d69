using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Square matrices in row-major buffers of which one half is computed.</summary>
internal static class SymmetricMatrix
{
    /// <summary>Copies what is below the diagonal to above it.</summary>
    public static void Mirror(IrBuilder builder, Ir.Buffer matrix, Atom order) => builder.For(Atom.OfInteger(0), order, i =>
        builder.For(Atom.OfInteger(0), i, j =>
        {
            Atom entry = builder.Load(matrix, builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, i, order), j));
            builder.Store(matrix, builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, j, order), i), entry);
        }, "j"), "i");
}
