using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A term of a number that all iterations add to one element: what they share is taken out of the sum over them.</summary>
/// <param name="Factor">What all lanes share; null for one.</param>
internal sealed record LaneTerm(KernelExpression? Factor, KernelExpression Value, bool IsNegative)
{
    /// <summary>The terms that add up to a number.</summary>
    public static IEnumerable<LaneTerm> Of(KernelExpression value, Spread spread, bool isNegative = false)
    {
        if (value is OperationExpression { Primitive: var primitive, Arguments: var arguments } && !spread.IsUniform(value))
        {
            if (primitive == Primitives.Neg) return Of(arguments[0], spread, !isNegative);
            if (primitive == Primitives.Add) return Of(arguments[0], spread, isNegative).Concat(Of(arguments[1], spread, isNegative));
            if (primitive == Primitives.Sub) return Of(arguments[0], spread, isNegative).Concat(Of(arguments[1], spread, !isNegative));
            if (primitive == Primitives.Mul && spread.IsUniform(arguments[0])) return [new(arguments[0], arguments[1], isNegative)];
            if (primitive == Primitives.Mul && spread.IsUniform(arguments[1])) return [new(arguments[1], arguments[0], isNegative)];
        }

        return [new(null, value, isNegative)];
    }

    /// <summary>What of a number is added up over the iterations as it is, but for what they share.</summary>
    public static IEnumerable<KernelExpression> Summed(KernelExpression value, Spread spread) =>
        Of(value, spread).SelectMany(term => term.Factor is not null || term.Value != value ? Summed(term.Value, spread) : [value]);
}
