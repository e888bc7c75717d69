using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>How much work a method does, as formulas in the lengths and parameters.</summary>
/// <param name="Flops">Operations of floating point, divisions and square roots among them.</param>
/// <param name="IsBound">True where a branch or a bound that moves made it an upper bound.</param>
/// <param name="HasUnknownTrips">True where <c>trips</c> stands for how often a loop runs that does not say so beforehand.</param>
internal sealed record OperationCount(Formula Flops, Formula Transcendentals, Formula WorkspaceBytes, bool IsBound, bool HasUnknownTrips)
{
    public static OperationCount Of(Layout layout, WorkspacePlan workspace) => new OperationCounter(layout, workspace).Count();
}
