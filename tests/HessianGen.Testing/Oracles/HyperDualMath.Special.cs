namespace HessianGen.Testing.Oracles;

/// <summary><see cref="SpecialFunctions"/>: the values are its own, the derivatives the formulas of a textbook, which need not be stable in the tails.</summary>
public static partial class HyperDualMath
{
    private static readonly double TwoOverSqrtPi = 2 / Math.Sqrt(Math.PI);

    // x: argument   y: the function's own result
    //                                                            value                         dy/dx                              d²y/dx²
    public static HyperDual Sigmoid(HyperDual x)      => Of(x, SpecialFunctions.Sigmoid,      (x, y) => Bell(x),                   (x, y) => -Bell(x) * Math.Tanh(x / 2));
    public static HyperDual Softplus(HyperDual x)     => Of(x, SpecialFunctions.Softplus,     (x, y) => Logistic(x),               (x, y) => Bell(x));
    public static HyperDual LogSigmoid(HyperDual x)   => Of(x, SpecialFunctions.LogSigmoid,   (x, y) => Logistic(-x),              (x, y) => -Bell(x));
    public static HyperDual Silu(HyperDual x)         => Of(x, SpecialFunctions.Silu,         (x, y) => Logistic(x) + x * Bell(x), (x, y) => Bell(x) * (2 - x * Math.Tanh(x / 2)));
    public static HyperDual Gaussian(HyperDual x)     => Of(x, SpecialFunctions.Gaussian,     (x, y) => -2 * x * y,                (x, y) => (4 * x * x - 2) * y);
    public static HyperDual Erf(HyperDual x)          => Of(x, SpecialFunctions.Erf,          (x, y) => ErfSlope(x),               (x, y) => -2 * x * ErfSlope(x));
    public static HyperDual Erfc(HyperDual x)         => Of(x, SpecialFunctions.Erfc,         (x, y) => -ErfSlope(x),              (x, y) => 2 * x * ErfSlope(x));
    public static HyperDual NormalPdf(HyperDual x)    => Of(x, SpecialFunctions.NormalPdf,    (x, y) => -x * y,                    (x, y) => (x * x - 1) * y);
    public static HyperDual NormalCdf(HyperDual x)    => Of(x, SpecialFunctions.NormalCdf,    (x, y) => Density(x),                (x, y) => -x * Density(x));
    public static HyperDual Gelu(HyperDual x)         => Of(x, SpecialFunctions.Gelu,         (x, y) => SpecialFunctions.NormalCdf(x) + x * Density(x), (x, y) => (2 - x * x) * Density(x));
    public static HyperDual Gamma(HyperDual x)        => Of(x, SpecialFunctions.Gamma,        (x, y) => y * Psi(0, x),             (x, y) => y * (Squared(Psi(0, x)) + Psi(1, x)));
    public static HyperDual LogGamma(HyperDual x)     => Of(x, SpecialFunctions.LogGamma,     (x, y) => Psi(0, x),                 (x, y) => Psi(1, x));
    public static HyperDual Digamma(HyperDual x)      => Of(x, SpecialFunctions.Digamma,      (x, y) => Psi(1, x),                 (x, y) => Psi(2, x));
    public static HyperDual Trigamma(HyperDual x)     => Of(x, SpecialFunctions.Trigamma,     (x, y) => Psi(2, x),                 (x, y) => Psi(3, x));
    public static HyperDual Log1P(HyperDual x)        => Of(x, SpecialFunctions.Log1P,        (x, y) => 1 / (1 + x),               (x, y) => -1 / Squared(1 + x));

    /// <summary>log Φ: the slope m is φ/Φ, and m′ = −m·(x + m).</summary>
    public static HyperDual LogNormalCdf(HyperDual x) =>
        Of(x, SpecialFunctions.LogNormalCdf, (x, y) => SpecialFunctions.InverseMillsRatio(x), (x, y) => MillsSlope(x, SpecialFunctions.InverseMillsRatio(x)));

    public static HyperDual InverseMillsRatio(HyperDual x) =>
        Of(x, SpecialFunctions.InverseMillsRatio, MillsSlope, (x, y) => -LogMills(3, -x));

    public static HyperDual LogMillsRatio(HyperDual order, HyperDual t) =>
        Of(t, t => SpecialFunctions.LogMillsRatio(order.Value, t), (t, y) => LogMills((int)order.Value + 1, t), (t, y) => LogMills((int)order.Value + 2, t));

    public static HyperDual Polygamma(HyperDual order, HyperDual x) =>
        Of(x, x => SpecialFunctions.Polygamma(order.Value, x), (x, y) => Psi((int)order.Value + 1, x), (x, y) => Psi((int)order.Value + 2, x));

    public static HyperDual Huber(HyperDual x, HyperDual delta)
    {
        double value = SpecialFunctions.Huber(x.Value, delta.Value);
        return Abs(x) <= delta ? Valued(value, 0.5 * x * x) : Valued(value, delta * (Abs(x) - 0.5 * delta));
    }

    /// <summary>Shifted by the largest, with the derivatives written out: those of the weights exp(xᵢ − y).</summary>
    public static HyperDual LogSumExp(ReadOnlySpan<HyperDual> x)
    {
        double[] values = new double[x.Length];
        for (int i = 0; i < x.Length; i++) values[i] = x[i].Value;
        double y = SpecialFunctions.LogSumExp(values);
        double first = 0, second = 0, mixed = 0;
        foreach (HyperDual item in x)
        {
            double weight = Math.Exp(item.Value - y);
            first += weight * item.First;
            second += weight * item.Second;
            mixed += weight * (item.Mixed + item.First * item.Second);
        }

        return new(y, first, second, mixed - first * second);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Bell(double x) => 0.25 / Squared(Math.Cosh(x / 2));

    private static double ErfSlope(double x) => TwoOverSqrtPi * Math.Exp(-x * x);

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double MillsSlope(double x, double m) => -m * (x + m);

    /// <summary>(log R)⁽ⁿ⁾ for n ≥ 1: with p = R′/R by p′ = 1 + t·p − p² up to 20, by the asymptotic series of log (t·R) beyond, by m′ = −m·(x + m) below 0.</summary>
    private static double LogMills(int n, double t)
    {
        double m = SpecialFunctions.InverseMillsRatio(-t);
        double[] derivatives = new double[n];
        if (t < 20)
        {
            derivatives[0] = t < 0 ? m : t - m;
            for (int k = 1; k < n; k++)
            {
                double square = 0;
                for (int j = 0; j < k; j++) square += Choose(k - 1, j) * derivatives[j] * derivatives[k - 1 - j];
                double product = t * derivatives[k - 1] + (t < 0 ? 1 - k : k - 1) * (k > 1 ? derivatives[k - 2] : 0);
                derivatives[k] = t < 0 ? product - square : product - square + (k == 1 ? 1 : 0);
            }

            double last = derivatives[n - 1];
            return t >= 0 ? last : n == 1 ? t - last : n == 2 ? 1 + last : n % 2 == 0 ? last : -last;
        }

        double sign = n % 2 == 0 ? 1 : -1;
        double sum = sign * Rising(1, n - 1) * Math.Pow(t, -n);
        double[] series = [-1, 5.0 / 2, -37.0 / 3, 353.0 / 4];
        for (int k = 1; k <= series.Length; k++) sum += sign * series[k - 1] * Rising(2 * k, n) * Math.Pow(t, -2 * k - n);
        return sum;
    }

    private static double Rising(double x, int n) => n == 0 ? 1 : x * Rising(x + 1, n - 1);

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n - 1, k - 1) * n / k;

    /// <summary>ψ⁽ⁿ⁾ by its recurrence up to 20 and the derivatives of log x − 1/(2x) − Σ B₂ⱼ / (2j·x²ʲ).</summary>
    private static double Psi(int n, double x)
    {
        double sign = n % 2 == 0 ? -1 : 1, factorial = 1, sum = 0;
        for (int k = 2; k <= n; k++) factorial *= k;
        for (; x < 20; x++) sum += factorial * Math.Pow(x, -n - 1);
        double t = n == 0 ? -Math.Log(x) : factorial / n * Math.Pow(x, -n);
        t += 0.5 * factorial * Math.Pow(x, -n - 1);
        double[] bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730];
        for (int j = 1; j <= bernoulli.Length; j++)
        {
            double rising = 1;
            for (int k = 1; k < n; k++) rising *= 2 * j + k;
            t += bernoulli[j - 1] * (n == 0 ? 1.0 / (2 * j) : rising) * Math.Pow(x, -2 * j - n);
        }

        return sign * (sum + t);
    }
}
