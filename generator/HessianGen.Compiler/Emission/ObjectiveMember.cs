namespace HessianGen.Compiler.Emission;

/// <summary>One row per member of the objective interfaces.</summary>
/// <param name="Interface">The interface that declares it, in the namespace HessianGen.</param>
/// <param name="Product">The product that the member calls.</param>
/// <param name="Required">The product without which there is no such member; none where the user's method will do.</param>
/// <param name="Own">The parameters after the point.</param>
internal sealed record ObjectiveMember(string Interface, Product Product, Product Required, string Result, string Name, IReadOnlyList<ObjectiveSpan> Own)
{
    private static readonly ObjectiveSpan Gradient = new("gradient", false), Direction = new("direction", true), ProductSpan = new("product", false);
    private static readonly ObjectiveSpan Hessian = new("hessian", false), Diagonal = new("diagonal", false);

    // @formatter:off
    public static readonly IReadOnlyList<ObjectiveMember> Rows =
    [
        //  interface                  calls                         needs                         result    member                  after the point
        new("IObjective",              Product.Value,                Product.None,                 "double", "Value",                []),
        new("IObjective",              Product.Gradient,             Product.Gradient,             "double", "Gradient",             [Gradient]),
        new("IHessianVectorObjective", Product.HessianVectorProduct, Product.HessianVectorProduct, "void",   "HessianVectorProduct", [Direction, ProductSpan]),
        new("IHessianObjective",       Product.Hessian,              Product.Hessian,              "double", "Hessian",              [Gradient, Hessian]),
        new("IDiagonalObjective",      Product.HessianDiagonal,      Product.HessianDiagonal,      "void",   "HessianDiagonal",      [Diagonal]),
    ];
    // @formatter:on
}
