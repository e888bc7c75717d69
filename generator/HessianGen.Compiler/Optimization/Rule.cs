namespace HessianGen.Compiler.Optimization;

/// <summary>A rewrite: where the pattern stands and the licence is granted, the replacement may stand.</summary>
/// <remarks>Directional, and never dearer: applied only where the replacement has no more operations than the rewrite frees.</remarks>
internal sealed record Rule(string Name, Pattern Pattern, Pattern Replacement, Licence Licence)
{
    /// <summary>The operation that the pattern starts from.</summary>
    public PatternOperation Root => (PatternOperation)Pattern;

    /// <summary>The cost of the replacement in operations.</summary>
    public int Operations { get; } = Replacement.Operations;
}
