using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>The width of vectors that a body is written for: a value of several lanes is as many vectors as it takes.</summary>
internal sealed record LaneTarget(int Bits)
{
    public static readonly IReadOnlyList<LaneTarget> All = [new(512), new(256)];

    /// <summary>The class of .NET with the operations.</summary>
    public string Vector => FormattableString.Invariant($"Vector{Bits}");

    /// <summary>The lanes of one vector.</summary>
    public int LanesOf(ScalarType element) => Bits / 8 / (element == ScalarType.F32 ? 4 : 8);

    /// <summary>The vectors that hold the lanes of a value.</summary>
    public int PartsOf(LaneShape shape) => shape.Lanes / LanesOf(shape.Element);

    /// <summary>The type of one vector; a condition is a vector of numbers with all bits set or none.</summary>
    public string TypeOf(LaneShape shape) => $"{Vector}<{shape.Element.Keyword()}>";
}
