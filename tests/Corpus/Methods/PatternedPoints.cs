using System;
using HessianGen;

namespace Corpus;

/// <summary>Positional and property patterns on a record struct, quadrant by quadrant.</summary>
public static partial class PatternedPoints
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            Site site = new(x[i], x[i + 1], i % 3);
            sum += site switch
            {
                { Kind: 1 } => site.X * site.X,
                ( > 0, > 0, _) => site.X * site.Y,
                ( < 0, _, 0 or 2) => Math.Exp(site.X) + site.Y,
                { X: >= 0 } => Math.Sin(site.Y),
                _ => 1,
            };
            if (site is { Kind: 0, Y: > 1 })
            {
                sum -= site.Y;
            }
        }

        return sum;
    }

    private readonly record struct Site(double X, double Y, int Kind);
}
