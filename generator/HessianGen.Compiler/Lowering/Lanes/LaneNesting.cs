namespace HessianGen.Compiler.Lowering;

/// <summary>What stands around a loop in lanes.</summary>
internal enum LaneNesting
{
    /// <summary>Nothing: it runs once in a call.</summary>
    None,

    /// <summary>A loop: memory is given back after each of its iterations.</summary>
    Loop,

    /// <summary>A loop, in a method with an array that grows, which would not survive that: no memory is taken.</summary>
    BesideGrowing,
}
