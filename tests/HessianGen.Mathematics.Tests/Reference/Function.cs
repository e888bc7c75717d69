namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>A row of <see cref="Functions"/>: a function of <see cref="VectorMath"/>, its truth, and where both are compared.</summary>
/// <param name="Name">The method of <see cref="VectorMath"/>; also that of the .NET classes it is measured beside.</param>
/// <param name="Arity">1 or 2.</param>
/// <param name="Truth">The function in double-double; of one argument, it ignores the second.</param>
/// <param name="Domains">One interval an argument in each row.</param>
/// <param name="MaxUlp">The error promised, for double and for float.</param>
/// <param name="Special">Arguments and the exact result.</param>
public sealed record Function(
    string Name, int Arity, Func<double, double, DoubleDouble> Truth, (Domain X, Domain Y)[] Domains, (double Double, double Single) MaxUlp,
    (double X, double Y, double Result)[] Special)
{
    public override string ToString() => Name;
}
