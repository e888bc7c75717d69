using System;
using HessianGen;

namespace Corpus;

/// <summary>A p-norm in single precision through a generic helper over <see cref="System.Numerics.IFloatingPointIeee754{TSelf}"/>.</summary>
public static partial class FloatGenericNorm
{
    [Differentiable(Every.Product)]
    public static float Norm([Variable] ReadOnlySpan<float> x, float p) => Norms.PNorm(x, p);
}
