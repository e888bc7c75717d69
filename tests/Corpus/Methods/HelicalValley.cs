using System;
using HessianGen;

namespace Corpus;

/// <summary>100·((z − 10·θ)² + (r − 1)²) + z² with the polar coordinates (r, θ) of (x, y).</summary>
public static partial class HelicalValley
{
    [Differentiable(Every.Product)]
    public static double Value(double x, double y, double z)
    {
        double theta = Math.Atan2(y, x) / (2 * Math.PI);
        double radius = Math.Sqrt(x * x + y * y);
        double along = z - 10 * theta, across = radius - 1;
        return 100 * (along * along + across * across) + z * z;
    }
}
