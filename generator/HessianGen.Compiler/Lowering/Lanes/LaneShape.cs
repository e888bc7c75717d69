using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>How many iterations run side by side, and the type of the numbers that they compute.</summary>
/// <param name="Groups">Vectors of 512 bits for each value; how many a narrower machine needs, emission decides.</param>
internal sealed record LaneShape(ScalarType Element, int Groups)
{
    /// <summary>The lanes of one group: 512 bits, whatever the machine has, so that sums are the same on all.</summary>
    public int GroupLanes => Element == ScalarType.F32 ? 16 : 8;

    public int Lanes => Groups * GroupLanes;
}
