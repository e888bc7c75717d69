using System;
using HessianGen;

namespace Corpus;

/// <summary>Names that are keywords, Greek, or those that generated code would like to use.</summary>
public static partial class VerbatimNames
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double @in, [Variable] double Δ, [Variable] ReadOnlySpan<double> gradient)
    {
        double @out = @in * Δ, product = 1, direction = Δ, hessian = 0;
        for (int @for = 0; @for < gradient.Length; @for++)
        {
            double xBar = gradient[@for] * @out, xDot = xBar * direction;
            product += Math.Sin(xDot) * @in;
            hessian += product * gradient[@for];
        }

        return @out + product * hessian;
    }
}
