namespace HessianGen.Testing.Subjects;

/// <summary>What holds the elements of a parameter.</summary>
public enum ParameterShape
{
    Scalar,
    Array,
    Span,
    ReadOnlySpan,
}
