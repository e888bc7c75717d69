using System;
using HessianGen;

namespace Corpus;

/// <summary>Least squares for a polynomial, evaluated by a helper of another class that runs down over its coefficients.</summary>
public static partial class HornerPolynomial
{
    [Differentiable(Every.Product)]
    public static double Misfit([Variable] ReadOnlySpan<double> coefficients, [Variable] double shift, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double misfit = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = Polynomials.Horner(coefficients, x[i] - shift) - y[i];
            misfit += residual * residual;
        }

        return misfit;
    }
}
