using System;
using HessianGen;

namespace Corpus;

/// <summary>A sum of functions that have derivatives of the user's own: of each other, with an integer argument, and with a loop in the rule.</summary>
public static partial class CustomDerivatives
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, [Variable] double rate)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Softened(x[i] * x[i], 2, rate) * Wave.Cube(x[i]) + Wave.Sine(x[i]);
        }

        return sum * sum;
    }

    internal static double Softened(double a, int sharpness, double rate) => Math.Log(1 + Math.Exp(sharpness * a)) * rate;

    [DerivativeOf(typeof(CustomDerivatives), nameof(Softened))]
    private static void SoftenedPartials(double a, int sharpness, double rate, double result, out double da, out double drate)
    {
        double decay = Math.Exp(-sharpness * a);
        da = sharpness * rate / (1 + decay);
        drate = rate != 0 ? result / rate : Math.Log(1 + Math.Exp(sharpness * a));
    }

    [DerivativeOf(typeof(Wave), nameof(Wave.Cube))]
    private static void CubePartials(double x, double result, out double dx)
    {
        dx = 0;
        for (int k = 0; k < 3; k++)
        {
            dx += x * x;
        }
    }

    [DerivativeOf(typeof(Wave), nameof(Wave.Sine))]
    private static void SinePartials(double x, double result, out double dx) => dx = Wave.Cosine(x);

    [DerivativeOf(typeof(Wave), nameof(Wave.Cosine))]
    private static void CosinePartials(double x, double result, out double dx) => dx = -Wave.Sine(x);

    internal static class Wave
    {
        public static double Cube(double x) => x * x * x;

        public static double Sine(double x) => Math.Sin(x);

        public static double Cosine(double x) => Math.Cos(x);
    }
}
