namespace HessianGen.Conformance.Tests.Sums;

/// <summary>A method that is a sum of terms, or is none.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Reason">Why it is no sum of terms; null where it is one.</param>
/// <param name="Body">The body of a method of the variables w and the data x.</param>
public sealed record SumRow(string Name, string? Reason, string Body)
{
    /// <summary>What the attribute asks for beside the products.</summary>
    public string Options { get; init; } = "";

    /// <summary>The C# text of the method's file.</summary>
    public string Source => $$"""
        using System;
        using HessianGen;

        public static partial class Subject
        {
            [Differentiable(Derivatives.Default{{Options}})]
            public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, int count, Span<double> work)
            {
                {{Body}}
            }
        }
        """;

    public override string ToString() => Name;
}
