namespace HessianGen.Compiler.Tests.SpecialFunctions;

/// <summary>A row of <see cref="SpecialFunctionTable"/>: the errors promised of a function of one variable and of its derivatives.</summary>
/// <param name="Name">The function as docs/numerics.md writes it.</param>
/// <param name="Key">The name in the reference: the primitive's, and the constant operand where there is one.</param>
/// <param name="Errors">The largest relative errors of the value and of the first, second and third derivative, in units of 2⁻⁵³.</param>
internal sealed record SpecialFunction(string Name, string Key, int[] Errors)
{
    /// <summary>Where, in |x|, the derivative of an order goes through zero: the error is absolute there.</summary>
    public (int Order, double From, double To)[] Zeros { get; init; } = [];

    public bool IsAbsolute(int order, double x) => Zeros.Any(z => z.Order == order && Math.Abs(x) >= z.From && Math.Abs(x) <= z.To);

    public override string ToString() => Name;
}
