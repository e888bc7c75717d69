namespace HessianGen.Testing.Subjects;

/// <summary>The member that the generator adds for one product, as its users call it.</summary>
/// <param name="Product">The flag that asks for it.</param>
/// <param name="Suffix">What follows the method's name in the member's.</param>
/// <param name="ReturnsValue">Whether it returns the method's value; else nothing.</param>
/// <param name="Spans">The spans after the method's own parameters.</param>
public sealed record ProductMember(Derivatives Product, string Suffix, bool ReturnsValue, params ProductSpan[] Spans)
{
    /// <summary>All members that the tests know how to call.</summary>
    public static IReadOnlyList<ProductMember> Rows { get; } =
    [
        //  product                             suffix                  value  spans
        new(Derivatives.Value,                "Value",                true),
        new(Derivatives.Gradient,             "Gradient",             true,  Output("gradient", 1)),
        new(Derivatives.HessianVectorProduct, "HessianVectorProduct", false, Input("direction", 1), Output("product", 1)),
        new(Derivatives.Hessian,              "Hessian",              true,  Output("gradient", 1), Output("hessian", 2)),
        new(Derivatives.HessianDiagonal,      "HessianDiagonal",      false, Output("diagonal", 1)),
    ];

    /// <summary>The spans of the member for a batch: values, where the member for one point returns one, then its own, with a row for each of their elements.</summary>
    public IReadOnlyList<ProductSpan> BatchSpans => [.. ReturnsValue ? [Output("values", 0)] : Array.Empty<ProductSpan>(), .. Spans.Select(span => span with { Name = span.Name + "s" })];

    /// <summary>The row of that product.</summary>
    public static ProductMember Of(Derivatives product) => Rows.Single(row => row.Product == product);

    public override string ToString() => Suffix;

    private static ProductSpan Input(string name, int order) => new(name, IsInput: true, order);

    private static ProductSpan Output(string name, int order) => new(name, IsInput: false, order);
}
