using System;
using HessianGen;

namespace Corpus;

/// <summary>Local functions that change the variables around them.</summary>
public static partial class CapturedAccumulator
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> weight)
    {
        double sum = 0, largest = double.MinValue;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            Add(x[i] * weight[i]);
            if (i % 2 == 0)
            {
                Add(-0.5 * x[i] * x[i]);
            }
        }

        return count == 0 ? 0 : sum / count + largest;

        void Add(double term)
        {
            sum += term;
            count++;
            Keep(term);
        }

        void Keep(double term)
        {
            if (term > largest)
            {
                largest = term;
            }
        }
    }
}
