using System;
using HessianGen;

namespace Corpus;

/// <summary>Logistic scores of the rows of a rectangular array in single precision.</summary>
public static partial class FloatMatrix
{
    [Differentiable(Every.Product)]
    public static float Score([Variable] float[,] rows, [Variable] float[] scale)
    {
        float score = 0f;
        for (int i = 0; i <= rows.GetUpperBound(0); i++)
        {
            score += scale[i] / (1f + MathF.Exp(-rows[i, 0] * rows[i, 1]));
        }

        return score;
    }
}
