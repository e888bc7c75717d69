using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;

namespace HessianGen.Generator.Frontend;

/// <summary>What became of a method: a function, or the reasons why there is none.</summary>
internal sealed record Translation(Function? Function, IReadOnlyList<Finding> Refusals, IReadOnlyList<Suspicion> Suspicions);
