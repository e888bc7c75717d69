using HessianGen.Conformance.Tests.Lanes;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>A method whose Hessian has few diagonals.</summary>
/// <param name="Method">The method and its arguments.</param>
/// <param name="Distances">How far these are from the main one.</param>
public sealed record SparseRow(LaneRow Method, params int[] Distances)
{
    /// <summary>The C# text of the method's file.</summary>
    public string Source => Method.Asking("Derivatives.SparseHessian");

    public override string ToString() => Method.Name;
}
