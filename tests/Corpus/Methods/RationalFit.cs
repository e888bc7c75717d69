using HessianGen;

namespace Corpus;

/// <summary>Squared error of a ratio of polynomials, both by the shared Horner's rule in a file of its own; the constant one of the denominator comes by a collection expression.</summary>
public static partial class RationalFit
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] double[] upper, [Variable] double[] lower, double[] x, double[] y)
    {
        double[] denominator = [1, .. lower];
        double error = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double residual = Polynomials.Horner(upper, x[i]) / Polynomials.Horner(denominator, x[i]) - y[i];
            error += residual * residual;
        }

        return error;
    }
}
