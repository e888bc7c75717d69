using System;
using HessianGen;

namespace Corpus;

/// <summary>Every compound assignment on active scalars, a parameter assigned to, chained assignments and nested ternaries.</summary>
public static partial class CompoundAssignments
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double x, [Variable] double y, float z)
    {
        double a, b;
        a = b = x + z;
        a *= y;
        a -= x;
        b /= 2 + y * y;
        b += a;
        x++;
        y--;
        ++z;
        a = a > b ? a - b : b > y ? b - y : (a + b) * y;
        x = -x * +a;
        return Math.FusedMultiplyAdd(x, y, a) + Math.Cbrt(b * b + 1) * z;
    }
}
