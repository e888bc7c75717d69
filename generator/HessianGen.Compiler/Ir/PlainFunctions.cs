namespace HessianGen.Compiler.Ir;

/// <summary><c>HessianGen.SpecialFunctions</c> by the formulas of a textbook, to about 12 digits: reference meanings where the library cannot be referred to.</summary>
/// <remarks>Equation numbers are those of M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions. Arguments are inside the domain.</remarks>
internal static class PlainFunctions
{
    private const double HalfLogTwoPi = 0.918938533204672742, Sqrt2 = 1.41421356237309505;

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));
    public static double LogSigmoid(double x) => -Softplus(-x);
    public static double Silu(double x) => x * Sigmoid(x);
    public static double ExpM1(double x) => x < -40 ? -1 : 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);
    public static double Gaussian(double x) => Math.Exp(-x * x);
    public static double Erf(double x) => Math.Abs(x) < 1 ? 2 * NormalPdf(x * Sqrt2) * CentralSeries(x * Sqrt2) : x > 0 ? 1 - Erfc(x) : Erfc(-x) - 1;
    public static double Erfc(double x) => 2 * NormalCdf(-x * Sqrt2);
    public static double NormalPdf(double x) => Math.Exp(-x * x / 2 - HalfLogTwoPi);
    public static double NormalCdf(double x) => x < 0 ? NormalPdf(x) * MillsRatio(-x) : 1 - NormalPdf(x) * MillsRatio(x);
    public static double LogNormalCdf(double x) => x > 0 ? Log1P(-NormalCdf(-x)) : Math.Log(MillsRatio(-x)) - x * x / 2 - HalfLogTwoPi;
    public static double InverseMillsRatio(double x) => x < 0 ? 1 / MillsRatio(-x) : NormalPdf(x) / NormalCdf(x);
    public static double Gelu(double x) => x * NormalCdf(x);
    public static double Gamma(double x) => x < 0.5 ? Math.PI / (Math.Sin(Math.PI * x) * Gamma(1 - x)) : Math.Exp(LogGamma(x));
    public static double Digamma(double x) => Polygamma(0, x);
    public static double Trigamma(double x) => Polygamma(1, x);
    public static double Huber(double x, double delta) => Math.Abs(x) <= delta ? x * x / 2 : delta * (Math.Abs(x) - delta / 2);

    /// <summary>log(1 + x) = log u·x / (u − 1) with u = 1 + x rounded, whose errors cancel.</summary>
    public static double Log1P(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsInfinity(u) ? x : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>The derivatives p, p′ ... of log R by p′ = 1 + t·p − p²; each loses as many digits as t has.</summary>
    public static double LogMillsRatio(double order, double t)
    {
        if (!IsOrder(order)) return double.NaN;
        int n = (int)order;
        if (n == 0) return t > 0 ? Math.Log(MillsRatio(t)) : t * t / 2 + HalfLogTwoPi + LogNormalCdf(-t);
        double[] p = new double[n];
        p[0] = t < 2 ? t - InverseMillsRatio(-t) : -RatioBeyond(t);
        for (int k = 1; k < n; k++)
        {
            p[k] = (k == 1 ? 1 : (k - 1) * p[k - 2]) + t * p[k - 1];
            double binomial = 1;
            for (int j = 0; j < k; j++)
            {
                p[k] -= binomial * p[j] * p[k - 1 - j];
                binomial = binomial * (k - 1 - j) / (j + 1);
            }
        }

        return p[n - 1];
    }

    /// <summary>Stirling's series (6.1.41) from 15 on, below by log Γ(x) = log Γ(x + 1) − log x, from ½ down by reflection (6.1.17).</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5) return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        double product = 1;
        for (; x < 15; x++) product *= x;
        double t = 1 / (x * x);
        double series = (1.0 / 12 - t * (1.0 / 360 - t * (1.0 / 1260 - t * (1.0 / 1680 - t / 1188)))) / x;
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + series - Math.Log(product);
    }

    /// <summary>The asymptotic series (6.4.11) from 20 on, below by the recurrence (6.4.6), which is followed from −10⁵ on.</summary>
    public static double Polygamma(double order, double x)
    {
        if (!IsOrder(order) || !(x > -1e5)) return double.NaN;
        int n = (int)order;
        double factorial = 1, sum = 0;
        for (int k = 2; k <= n; k++) factorial *= k;
        for (; x < 20; x++) sum += factorial * Math.Pow(x, -n - 1);
        sum += (n == 0 ? -Math.Log(x) : factorial / n * Math.Pow(x, -n)) + factorial / 2 * Math.Pow(x, -n - 1);
        double[] bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6];
        for (int j = 1; j <= bernoulli.Length; j++)
        {
            double rising = n == 0 ? 1.0 / (2 * j) : 1;
            for (int k = 1; k < n; k++) rising *= 2 * j + k;
            sum += bernoulli[j - 1] * rising * Math.Pow(x, -2 * j - n);
        }

        return n % 2 == 0 ? -sum : sum;
    }

    private static bool IsOrder(double order) => order >= 0 && order <= 100 && order == Math.Floor(order);

    /// <summary>R(t) = (1 − Φ(t))/φ(t).</summary>
    private static double MillsRatio(double t) => t <= -2 ? 1 / NormalPdf(t) - MillsRatio(-t) : t < 2 ? 0.5 / NormalPdf(t) - CentralSeries(t) : 1 / (t + RatioBeyond(t));

    /// <summary>(Φ(t) − ½)/φ(t) = Σ t²ⁿ⁺¹ / (1·3·5···(2n + 1)): (26.2.11).</summary>
    private static double CentralSeries(double t)
    {
        double sum = 0, term = t;
        for (int k = 3; sum + term != sum; k += 2)
        {
            sum += term;
            term *= t * t / k;
        }

        return sum;
    }

    /// <summary>The continued fraction 1/(t + 2/(t + 3/(t + ...))) from 2 on: (26.2.14).</summary>
    private static double RatioBeyond(double t)
    {
        double ratio = 0;
        for (int k = (int)(13 + 480 / (t * t)); k > 0; k--) ratio = 1 / (t + (k + 1) * ratio);
        return ratio;
    }
}
