namespace HessianGen.Fuzz.Grammar;

/// <summary>What a name in scope stands for.</summary>
internal enum Kind
{
    Real,
    Integer,
    Condition,
    Array,
    Span,
    ReadOnlySpan,
    Indices,
    Matrix,
    Jagged,
    Pair,
    Point,
    Cell,
    Pairs,
    Points,
    Cells,

    /// <summary>Whole numbers that are no indices.</summary>
    Counts,

    /// <summary>A <c>ref</c> local, which no lambda may read.</summary>
    Reference,

    /// <summary>Of one real number.</summary>
    Function,

    /// <summary>A local function that changes what is around it.</summary>
    Action,
}
