namespace HessianGen.Testing.Oracles;

/// <summary>Relative rounding errors to disturb a computation with.</summary>
/// <param name="random">Chooses them.</param>
/// <param name="functions">The largest error of a function's value.</param>
/// <param name="arithmetic">The largest error of a sum, difference, product or quotient.</param>
public sealed class Noise(Random random, double functions, double arithmetic)
{
    internal double OfFunction(double value) => Disturbed(value, functions);

    /// <summary>A derivative computed from the function's value, as in <c>tanh' = 1 - y²</c>, is known to an absolute error only.</summary>
    internal double OfDerivative(double value) => value + functions * Math.Max(1, Math.Abs(value)) * (2 * random.NextDouble() - 1);

    internal double OfArithmetic(double value) => arithmetic == 0 ? value : Disturbed(value, arithmetic);

    private double Disturbed(double value, double error) => value * (1 + error * (2 * random.NextDouble() - 1));
}
