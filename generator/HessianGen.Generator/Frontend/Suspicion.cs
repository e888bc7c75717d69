using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;

namespace HessianGen.Generator.Frontend;

/// <summary>A finding that holds only if one of these atoms turns out to depend on the independent variables.</summary>
internal sealed record Suspicion(Atom[] Operands, Finding Finding);
