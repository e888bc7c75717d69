using System;
using HessianGen;

namespace Corpus;

/// <summary><c>in</c> and <c>ref readonly</c> parameters, <c>scoped</c> spans and an <c>in</c> parameter of the method itself.</summary>
public static partial class InParameters
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] scoped ReadOnlySpan<double> x, [Variable] in double scale)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Bent(in x[i], in scale) + Other(ref sum, scale);
        }

        return sum;
    }

    private static double Bent(in double x, ref readonly double scale) => Math.Tanh(x * scale);

    private static double Other(scoped ref double sum, double scale)
    {
        double before = sum;
        sum *= 0.5;
        return scale * before * before;
    }
}
