using System;
using HessianGen;

namespace Corpus;

/// <summary>A weighted power spectrum by a radix-2 transform in place, on real and imaginary parts side by side.</summary>
public static partial class FourierPower
{
    [Differentiable(Every.Product)]
    public static double Power([Variable] ReadOnlySpan<double> signal, ReadOnlySpan<double> weight)
    {
        int n = weight.Length;
        double[] z = signal.ToArray();
        for (int i = 0, j = 0; i < n; i++)
        {
            if (i < j)
            {
                (z[2 * i], z[2 * j]) = (z[2 * j], z[2 * i]);
                (z[2 * i + 1], z[2 * j + 1]) = (z[2 * j + 1], z[2 * i + 1]);
            }

            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j ^= bit;
        }

        for (int half = 1; half < n; half <<= 1)
        {
            for (int start = 0; start < n; start += 2 * half)
            {
                for (int k = 0; k < half; k++)
                {
                    (double sin, double cos) = Math.SinCos(-Math.PI * k / half);
                    int a = 2 * (start + k), b = a + 2 * half;
                    double re = cos * z[b] - sin * z[b + 1], im = sin * z[b] + cos * z[b + 1];
                    z[b] = z[a] - re;
                    z[b + 1] = z[a + 1] - im;
                    z[a] += re;
                    z[a + 1] += im;
                }
            }
        }

        double power = 0;
        for (int i = 0; i < n; i++)
        {
            double square = z[2 * i] * z[2 * i] + z[2 * i + 1] * z[2 * i + 1];
            power += weight[i] * square + 0.1 * square * square;
        }

        return power;
    }
}
