#if NETSTANDARD2_0
namespace HessianGen.Compiler.Ir;

/// <summary>Stands for <c>HessianGen.SpecialFunctions</c> in the generator's own build, which cannot refer to it and evaluates nothing (see <see cref="M"/>).</summary>
internal static class S
{
    public static double Sigmoid(double x) => throw Nothing();
    public static double Softplus(double x) => throw Nothing();
    public static double LogSigmoid(double x) => throw Nothing();
    public static double Silu(double x) => throw Nothing();
    public static double Gaussian(double x) => throw Nothing();
    public static double Erf(double x) => throw Nothing();
    public static double Erfc(double x) => throw Nothing();
    public static double NormalPdf(double x) => throw Nothing();
    public static double NormalCdf(double x) => throw Nothing();
    public static double Gelu(double x) => throw Nothing();
    public static double InverseMillsRatio(double x) => throw Nothing();
    public static double LogNormalCdf(double x) => throw Nothing();
    public static double Trigamma(double x) => throw Nothing();
    public static double Digamma(double x) => throw Nothing();
    public static double LogGamma(double x) => throw Nothing();
    public static double Gamma(double x) => throw Nothing();
    public static double ExpM1(double x) => throw Nothing();
    public static double Log1P(double x) => throw Nothing();
    public static double LogMillsRatio(double order, double t) => throw Nothing();
    public static double Polygamma(double order, double x) => throw Nothing();
    public static double Huber(double x, double delta) => throw Nothing();

    private static NotSupportedException Nothing() => new("The generator evaluates nothing.");
}
#else
// The reference meanings are the functions themselves: each formula stands once.
global using S = HessianGen.SpecialFunctions;
#endif
