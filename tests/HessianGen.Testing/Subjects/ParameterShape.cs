namespace HessianGen.Testing.Subjects;

/// <summary>What holds the elements of a parameter.</summary>
public enum ParameterShape
{
    Scalar,
    Array,
    Span,
    ReadOnlySpan,

    /// <summary>An array of rank two or more.</summary>
    Rectangular,

    /// <summary>An array of arrays, or of arrays of arrays.</summary>
    Jagged,
}
