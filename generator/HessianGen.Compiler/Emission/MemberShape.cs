using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>One row per product: the member that it adds. <c>{0}</c> stands for the user's method.</summary>
/// <param name="Suffix">What follows the method's name.</param>
/// <param name="ReturnsValue">True where the member returns the value of the method.</param>
internal sealed record MemberShape(Product Product, string Suffix, bool ReturnsValue, string Summary, string Strategy)
{
    private const string OverInstances = " Lanes over the instances.";

    // @formatter:off
    private static readonly IReadOnlyList<MemberShape> Rows =
    [
        //  product                       suffix                  value  summary                                                                       strategy
        new(Product.Value,                "Value",                true,  "Computes the value of {0}, compiled like its derivatives.",                  "The method itself."),
        new(Product.Gradient,             "Gradient",             true,  "Computes the gradient of {0} and returns its value.",                        "Reverse mode."),
        new(Product.HessianVectorProduct, "HessianVectorProduct", false, "Computes product = ∇²{0}·direction, without forming the Hessian.",           "Forward over reverse."),
        new(Product.HessianVectorProducts, "HessianVectorProducts", false, "Computes products = ∇²{0}·directions, without forming the Hessian.",        "Forward over reverse, along four directions at once, which share one evaluation of the gradient. For each four:"),
        new(Product.Hessian,              "Hessian",              true,  "Computes the gradient and the dense Hessian of {0} and returns its value.",  "Forward over reverse, one direction after another."),
        new(Product.SparseHessian,        "SparseHessian",        true,  "Computes the gradient and the sparse Hessian of {0} and returns its value.", "Element by element."),
        new(Product.HessianDiagonal,      "HessianDiagonal",      false, "Computes the exact diagonal of the Hessian of {0}.",                         "Forward over reverse, one direction after another."),
    ];

    private static readonly Dictionary<ParameterRole, string> Descriptions = new()
    {
        [ParameterRole.Direction] = "The vector to multiply with; length n.",
        [ParameterRole.Gradient]  = "Overwritten with the n first derivatives.",
        [ParameterRole.Product]   = "Overwritten with the product; length n.",
        [ParameterRole.Diagonal]  = "Overwritten with the n second derivatives in one variable each.",
        [ParameterRole.Hessian]   = "Overwritten with the n×n second derivatives, row by row, both triangles.",
        [ParameterRole.Pattern]   = "The places of the entries, as the method's HessianPattern member gives them for as many variables.",
        [ParameterRole.Entries]   = "Overwritten with the second derivatives at the places of the pattern, which are in the lower triangle.",
        [ParameterRole.First]     = "The first term of the range.",
        [ParameterRole.Last]      = "Where the range ends: the term after its last one.",
    };

    private static readonly Dictionary<ParameterRole, string> BatchDescriptions = new()
    {
        [ParameterRole.Count]     = "How many instances there are.",
        [ParameterRole.Stride]    = "How many elements a row has: at least count. What is beyond is neither read nor written.",
        [ParameterRole.Direction] = "The vectors to multiply with: n rows.",
        [ParameterRole.Value]     = "Overwritten with the values: one row.",
        [ParameterRole.Gradient]  = "Overwritten with the first derivatives: n rows.",
        [ParameterRole.Product]   = "Overwritten with the products: n rows.",
        [ParameterRole.Diagonal]  = "Overwritten with the second derivatives in one variable each: n rows.",
        [ParameterRole.Hessian]   = "Overwritten with the second derivatives: n·n rows, that of entry (i, j) being number i·n + j.",
    };
    // @formatter:on

    /// <summary>The same member, computed in another way.</summary>
    public MemberShape By(string strategy) => this with { Strategy = strategy + (IsBatch ? OverInstances : "") };

    /// <summary>True where the member works on many instances.</summary>
    public bool IsBatch => (Product & Product.Batch) != 0;

    /// <summary>The row of a product; of a batch of it one that follows from that.</summary>
    public static MemberShape Of(Product product)
    {
        Product one = product & ~Product.Batch;
        MemberShape row = Rows.FirstOrDefault(r => r.Product == one) ?? throw new CompilerException("emission", $"{product} has no member shape");
        return one == product ? row : row with
        {
            Product = product,
            Suffix = row.Suffix + "Batch",
            ReturnsValue = false,
            Summary = $"For each of many instances: {char.ToLowerInvariant(row.Summary[0])}{row.Summary.Substring(1).Replace(" and returns its value", " and its value")}",
            Strategy = row.Strategy + OverInstances,
        };
    }

    /// <summary>What a parameter beyond the user's is for.</summary>
    public string Describe(ParameterRole role) => (IsBatch ? BatchDescriptions : Descriptions)[role];

    /// <summary>The type of a parameter beyond the user's: read-only where it is an input.</summary>
    public static string TypeOf(ParameterRole role, ScalarType element) => role is ParameterRole.First or ParameterRole.Last or ParameterRole.Count or ParameterRole.Stride
        ? "int"
        : role == ParameterRole.Pattern ? "global::HessianGen.SparsityPattern"
        : $"global::System.{(role == ParameterRole.Direction ? "ReadOnlySpan" : "Span")}<{element.Keyword()}>";
}
