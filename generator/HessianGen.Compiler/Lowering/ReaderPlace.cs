namespace HessianGen.Compiler.Lowering;

/// <summary>In what place a value is read.</summary>
internal enum ReaderPlace
{
    /// <summary>An operand of a statement: read once, when the statement begins.</summary>
    Operand,

    /// <summary>The initial value of a carried one.</summary>
    Initial,

    /// <summary>The end of a <c>for</c>: the C# text reads it before every iteration.</summary>
    Bound,

    /// <summary>The extent of an array, which may be declared further out.</summary>
    Extent,

    /// <summary>The condition that the test block of a <c>while</c> ends with.</summary>
    Test,

    /// <summary>What a branch or an iteration hands on, or the result of the function.</summary>
    Yield,
}
