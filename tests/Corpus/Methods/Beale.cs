using HessianGen;

namespace Corpus;

/// <summary>Beale's function; the coefficients are constants of the class and of the method.</summary>
public static partial class Beale
{
    private const double First = 1.5;
    private const double Second = First * First;

    [Differentiable(Every.Product)]
    public static double Value(double x, double y)
    {
        const double third = 2.625;
        double y2 = y * y, y3 = y2 * y;
        double a = First - x * (1 - y), b = Second - x * (1 - y2), c = third - x * (1 - y3);
        return a * a + b * b + c * c;
    }
}
