using System;
using System.Diagnostics;
using HessianGen;

namespace Corpus;

/// <summary>Guards as users write them: throw helpers, interpolated messages, assertions.</summary>
public static partial class GuardedArguments
{
    [Differentiable(Every.Product)]
    public static double Entropy([Variable] double[] p, int count, double floor)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, p.Length);
        if (floor <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(floor), $"The floor must be positive, not {floor}.");
        }

        double total = 0, entropy = 0;
        for (int i = 0; i < count; i++)
        {
            Debug.Assert(p[i] > 0, "no weight is negative");
            total += p[i] + floor;
            entropy -= (p[i] + floor) * Math.Log(p[i] + floor);
        }

        return total > 0 ? entropy / total + Math.Log(total) : throw new ArgumentException("The weights add up to zero.", nameof(p));
    }
}
