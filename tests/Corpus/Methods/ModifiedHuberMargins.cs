using System;
using HessianGen;

namespace Corpus;

/// <summary>A classification loss, linear for gross errors and quadratic near the margin: <c>foreach</c> over an array, with nested <c>if</c>.</summary>
public static partial class ModifiedHuberMargins
{
    [Differentiable(Every.Product)]
    public static double Loss(double[] margins)
    {
        double loss = 0;
        int wrong = 0;
        foreach (double margin in margins)
        {
            if (margin < 1)
            {
                double missing = 1 - margin;
                if (margin < -1)
                {
                    wrong++;
                    loss += -4 * margin;
                }
                else
                {
                    loss += missing * missing;
                    if (wrong > 1)
                    {
                        loss += 0.01 * wrong * missing * missing * missing;
                    }
                }
            }
        }

        return loss;
    }
}
