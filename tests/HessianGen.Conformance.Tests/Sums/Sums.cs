using HessianGen.Compiler;

namespace HessianGen.Conformance.Tests.Sums;

/// <summary>What the compiler says of the one differentiable method in some sources: that it is a sum of terms, or why it is none.</summary>
internal static class Sums
{
    /// <summary>Null where the method is a sum of terms.</summary>
    public static string? ReasonAgainst(params string[] sources)
    {
        (SumSource? sum, string? reason) = CompilerPipeline.SumOf(ParsedSource.Of(sources), default);
        Assert.True(sum is null ^ reason is null);
        return reason;
    }
}
