using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>What a member's output must hold, by the output's name.</summary>
internal static class Expected
{
    private static readonly Dictionary<string, Func<HyperDualOracle, ArgumentList, double[], double[]>> Rows = new()
    {
        // o: the oracle   a: the arguments   v: the direction
        ["gradient"] = (o, a, v) => o.Gradient(a),
        ["product"]  = (o, a, v) => o.HessianVectorProduct(a, v),
        ["hessian"]  = (o, a, v) => o.Hessian(a),
        ["diagonal"] = (o, a, v) => o.HessianDiagonal(a),
    };

    public static double[] Of(ProductSpan output, HyperDualOracle oracle, ArgumentList arguments, double[] direction) =>
        Rows[output.Name](oracle, arguments, direction);
}
