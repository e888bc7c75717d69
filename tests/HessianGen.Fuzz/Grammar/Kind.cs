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
    Function,
}
