namespace HessianGen.Compiler.Lowering;

/// <summary>Where the form of a primitive for lanes comes from.</summary>
internal enum LaneLibrary
{
    /// <summary>An operator of .NET's vectors between two operands.</summary>
    Operator,

    /// <summary>An operator before its operand.</summary>
    Prefix,

    /// <summary>A static method of .NET's vectors.</summary>
    Vector,

    /// <summary>The opposite of a static method of .NET's vectors.</summary>
    Negated,

    /// <summary>The run-time library's vector mathematics.</summary>
    Mathematics,
}
