using System;
using HessianGen;

namespace Corpus;

/// <summary>Patterns on tuples, relational and logical patterns, guards, and a <c>switch</c> that returns tuples.</summary>
public static partial class PhaseDiagram
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] double x, [Variable] double y, int phase)
    {
        (double scale, double shift) = (phase, x > y) switch
        {
            (0, _) => (1.0, x),
            (1, true) => (x, y * y),
            (1, false) => (Math.Exp(y), -x),
            var (p, up) when p > 1 && up => (2.0, x * y),
            _ => (3.0, 0.5),
        };
        double bent = x switch
        {
            < -1 => -x,
            >= -1 and <= 1 => x * x / 2 + 0.5,
            _ => x,
        };
        return y is > 0 or < -1 ? scale * bent + shift : scale - shift * bent;
    }
}
