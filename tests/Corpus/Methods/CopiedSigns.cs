using System;
using HessianGen;

namespace Corpus;

/// <summary>The stable roots of x² + 2bx + c, which take the sign of b by <see cref="Math.CopySign(double, double)"/>.</summary>
public static partial class CopiedSigns
{
    [Differentiable(Every.Product)]
    public static double Roots(double b, double c)
    {
        double far = -(b + Math.CopySign(Math.Sqrt(b * b + c * c), b));
        return far - c * c / far;
    }
}
