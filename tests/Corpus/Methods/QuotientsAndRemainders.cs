using System;
using HessianGen;

namespace Corpus;

/// <summary>A strided walk over a tensor: <c>Math.DivRem</c>, hexadecimal and binary literals, shifts and masks.</summary>
public static partial class QuotientsAndRemainders
{
    [Differentiable(Every.Product)]
    public static double Walk([Variable] ReadOnlySpan<double> tensor, int steps)
    {
        double sum = 0;
        int at = 0b0101;
        for (int i = 0; i < steps; i++)
        {
            (int row, int column) = Math.DivRem(at, 4);
            int plane = Math.DivRem(at, 0x3, out int rest);
            sum += tensor[(row * 4 + column) % 12] * tensor[(plane + rest) % 12];
            at = (at * 7 + (at >>> 2) + (i & 1)) % 12;
            at ^= at > 7 ? 0 : 1;
            sum += Math.Tanh(tensor[at % 12]) / (1 << (i & 3));
        }

        return sum;
    }
}
