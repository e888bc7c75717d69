using Corpus;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>A method whose loop is to run several iterations side by side, and its arguments at each size.</summary>
/// <param name="Name">The class that holds it.</param>
/// <param name="Text">The method, from its return type on, and what it calls.</param>
/// <param name="Arguments">Draws all arguments: the size is how often the loop runs.</param>
public sealed record LaneRow(string Name, string Text, Func<Sampler, int, object[]> Arguments)
{
    /// <summary>The products that are quick at any size, which the rows without lanes have, too.</summary>
    public static IReadOnlyList<ProductMember> Linear { get; } =
        [.. new[] { Derivatives.Value, Derivatives.Gradient, Derivatives.HessianVectorProduct }.Select(ProductMember.Of)];

    /// <summary>Around every number of lanes: 8, 16, 32, and 64 in single precision; with a rest and without.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40, 65];

    /// <summary>A size with many strips, of which the Hessian would be too large.</summary>
    public int LargeSize { get; init; } = 1003;

    /// <summary>The error allowed in an entry, relative to 1 + the largest entry.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Why the loop has to run one iteration at a time; null where it runs in lanes.</summary>
    public string? Scalar { get; init; }

    /// <summary>The members that the attribute asks for.</summary>
    public IReadOnlyList<ProductMember> Members { get; init; } = [.. Linear, ProductMember.Of(Derivatives.HessianDiagonal)];

    /// <summary>What the attribute has besides the products.</summary>
    public string Options { get; init; } = "";

    /// <summary>The C# text of the method's file.</summary>
    public string Source => Asking(string.Join(" | ", Members.Select(member => $"Derivatives.{member.Product}")));

    /// <summary>The same with another request.</summary>
    public string Asking(string products) => $$"""
        using System;
        using HessianGen;

        public static partial class {{Name}}
        {
            [Differentiable({{products}}{{Options}})]
            public static {{Text}}
        }
        """;

    /// <summary>The same method without lanes, and with the linear products alone.</summary>
    public LaneRow Strict => this with { Name = Name + "Strict", Members = Linear, Options = ", FloatingPoint = FloatingPointMode.Strict", Scalar = "its operations keep their order" };

    /// <summary>Fresh arguments: the same for the same seed and size.</summary>
    public object[] Sample(int seed, int size) => Arguments(new Sampler(1000 * seed + size), size);

    public override string ToString() => Name;
}
