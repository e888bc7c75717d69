using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The diagonals of a sparse Hessian. In the signature they are one array, and a pattern that tells the places of its elements.</summary>
internal static class Bands
{
    /// <summary>The parameters, and where some are diagonals also those that stand for these in the signature: the pattern before all outputs, the values after them.</summary>
    public static IReadOnlyList<KernelParameter> WithSignature(IReadOnlyList<KernelParameter> parameters)
    {
        if (Of(parameters).FirstOrDefault() is not { Array.Element: var element }) return parameters;
        KernelParameter pattern = new("pattern", ParameterRole.Pattern, null, new(ScalarType.I32, "pattern", ArrayStorage.Parameter));
        KernelParameter values = new("values", ParameterRole.Entries, null, new(element, "values", ArrayStorage.Parameter));
        return
        [
            .. parameters.Where(p => p.Role == ParameterRole.User),
            pattern,
            .. parameters.Where(p => p.Role is not (ParameterRole.User or ParameterRole.Band)),
            values,
            .. Of(parameters),
        ];
    }

    /// <summary>Checks pattern and values, and declares the diagonals.</summary>
    /// <param name="n">The number of independent variables.</param>
    public static IEnumerable<KernelStatement> Checks(IReadOnlyList<KernelParameter> parameters, KernelExpression n)
    {
        KernelParameter[] bands = [.. Of(parameters)];
        if (bands.Length == 0) yield break;
        KernelArray pattern = parameters.Single(p => p.Role == ParameterRole.Pattern).Array!, values = parameters.Single(p => p.Role == ParameterRole.Entries).Array!;
        yield return new RequirePattern(pattern, values, n, new([.. bands.Select(b => b.Distance)]));
        foreach (KernelParameter band in bands)
        {
            KernelExpression length = band.Distance == 0 ? n : new OperationExpression(Primitives.Sub, new([n, new ConstantExpression(Atom.OfInteger(band.Distance))]), ScalarType.I32);
            yield return new DeclareBand(band.Array!, pattern, values, band.Distance, length);
        }
    }

    private static IEnumerable<KernelParameter> Of(IReadOnlyList<KernelParameter> parameters) => parameters.Where(p => p.Role == ParameterRole.Band);
}
