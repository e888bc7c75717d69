using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;

namespace HessianGen.Generator.Frontend;

/// <summary>What became of a method: a function, or the reasons why there is none.</summary>
internal sealed record Translation(Function? Function, IReadOnlyList<Finding> Refusals, IReadOnlyList<Suspicion> Suspicions)
{
    /// <summary>The user's own derivatives that the function refers to.</summary>
    public CustomRules Rules { get; init; } = new();
}
