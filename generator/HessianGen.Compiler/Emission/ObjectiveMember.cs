namespace HessianGen.Compiler.Emission;

/// <summary>One row per member of the objective interfaces.</summary>
/// <param name="Interface">The interface that declares it, in the namespace HessianGen.</param>
/// <param name="Part">Whether the member computes the whole or a part of it.</param>
/// <param name="Product">The product that the member calls.</param>
/// <param name="Required">The product without which there is no such member; none where the user's method will do.</param>
/// <param name="Own">The parameters after the point and the range.</param>
internal sealed record ObjectiveMember(string Interface, SumPart Part, Product Product, Product Required, string Result, string Name, IReadOnlyList<ObjectiveSpan> Own)
{
    private const Product Hvp = Product.HessianVectorProduct;
    private static readonly ObjectiveSpan Gradient = new("gradient", false), Direction = new("direction", true), ProductSpan = new("product", false);
    private static readonly ObjectiveSpan Hessian = new("hessian", false), Diagonal = new("diagonal", false);

    // @formatter:off
    public static readonly IReadOnlyList<ObjectiveMember> Rows =
    [
        //  interface                     part               calls                    needs                    result    member                           after the point
        new("IObjective",                 SumPart.Whole,     Product.Value,           Product.None,            "double", "Value",                         []),
        new("IObjective",                 SumPart.Whole,     Product.Gradient,        Product.Gradient,        "double", "Gradient",                      [Gradient]),
        new("IHessianVectorObjective",    SumPart.Whole,     Hvp,                     Hvp,                     "void",   "HessianVectorProduct",          [Direction, ProductSpan]),
        new("IHessianObjective",          SumPart.Whole,     Product.Hessian,         Product.Hessian,         "double", "Hessian",                       [Gradient, Hessian]),
        new("IDiagonalObjective",         SumPart.Whole,     Product.HessianDiagonal, Product.HessianDiagonal, "void",   "HessianDiagonal",               [Diagonal]),
        new("ISumObjective",              SumPart.TermCount, Product.Value,           Product.Gradient,        "int",    "TermCount",                     []),
        new("ISumObjective",              SumPart.Terms,     Product.Value,           Product.Gradient,        "double", "Value",                         []),
        new("ISumObjective",              SumPart.Terms,     Product.Gradient,        Product.Gradient,        "double", "Gradient",                      [Gradient]),
        new("ISumObjective",              SumPart.Rest,      Product.Value,           Product.Gradient,        "double", "RemainderValue",                []),
        new("ISumObjective",              SumPart.Rest,      Product.Gradient,        Product.Gradient,        "double", "RemainderGradient",             [Gradient]),
        new("IHessianVectorSumObjective", SumPart.Terms,     Hvp,                     Hvp,                     "void",   "HessianVectorProduct",          [Direction, ProductSpan]),
        new("IHessianVectorSumObjective", SumPart.Rest,      Hvp,                     Hvp,                     "void",   "RemainderHessianVectorProduct", [Direction, ProductSpan]),
    ];
    // @formatter:on

    /// <summary>True where a method with these products has the member.</summary>
    /// <param name="isSum">Whether the method is a sum of terms.</param>
    public bool Applies(Product products, bool isSum) => (Required == Product.None || (products & Required) != 0) && (isSum || Part == SumPart.Whole);
}
