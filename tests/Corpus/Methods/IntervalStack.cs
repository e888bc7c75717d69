using System;
using HessianGen;

namespace Corpus;

/// <summary>Halving of intervals with an explicit stack of integers in place of recursion.</summary>
public static partial class IntervalStack
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        int[] stack = new int[64];
        int top = 0;
        double sum = 0;
        stack[top++] = 0;
        stack[top++] = x.Length;
        while (top > 0)
        {
            int high = stack[--top], low = stack[--top];
            if (high - low < 1)
            {
                continue;
            }

            if (high - low == 1)
            {
                sum = sum * 0.5 + x[low] * x[low];
                continue;
            }

            int middle = (low + high) / 2;
            sum += x[middle] * x[low];
            stack[top++] = low;
            stack[top++] = middle;
            stack[top++] = middle;
            stack[top++] = high;
        }

        return sum;
    }
}
