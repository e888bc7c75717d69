using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>An index as base + offset: with one base, two addresses are the same element exactly where their offsets are equal.</summary>
/// <param name="Base">A value, or the constant 0 for an index that is a constant.</param>
internal readonly record struct Address(Atom Base, long Offset)
{
    public static readonly Atom NoBase = Atom.OfInteger(0);

    public static Address Of(Atom index) => index.IsConstant ? new(NoBase, index.Integer) : new(index, 0);
}
