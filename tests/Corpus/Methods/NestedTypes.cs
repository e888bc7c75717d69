using System;
using HessianGen;

namespace Corpus;

/// <summary>A method of a class nested in a struct nested in a class, each with helpers of its own.</summary>
public static partial class NestedTypes
{
    internal partial struct Outer
    {
        private const double Weight = 0.25;

        internal static partial class Inner
        {
            private static double Bent(double x) => Math.Log(1 + Weight * x * x);

            [Differentiable(Every.Product)]
            internal static double Value(double x, double y) => Bent(x) * Bent(y) + Shift(x - y);
        }

        private static double Shift(double x) => Math.Atan(x) * Weight;
    }
}
