using System;
using HessianGen;

namespace Corpus;

/// <summary>The functions of <see cref="Math"/> that are neither a formula nor an elementary function.</summary>
public static partial class FrameworkFunctions
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, double bound)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double clamped = Math.Clamp(x[i], -bound, bound);
            double signed = clamped * Math.Abs(clamped) + Math.Sign(x[i]) * x[i];
            double before = i > 0 ? x[i - 1] : 1;
            double length = double.Hypot(x[i], before);
            sum = Math.FusedMultiplyAdd(signed, length, 0.5 * sum);
            sum += Math.Cbrt(2 + x[i]) + Math.Floor(3 * bound) * Math.Log2(length) + Math.Max(x[i], 3 * before);
        }

        return sum;
    }
}
