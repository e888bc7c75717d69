using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>A function of all elements: each is mapped, the results are joined, and something is done with the whole.</summary>
internal sealed record TensorReduction(int Operands, Func<IrBuilder, Atom[], Atom> Of, Primitive Join, Func<IrBuilder, Atom, Atom>? Then = null);
