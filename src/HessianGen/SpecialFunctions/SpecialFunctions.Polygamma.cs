namespace HessianGen;

public static partial class SpecialFunctions
{
    // B₂ⱼ / (2j)! from j = 1 on.
    private static ReadOnlySpan<double> BernoulliOverFactorial =>
    [
        1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691 / 1307674368000.0, 1 / 74724249600.0, -3617 / 10670622842880000.0,
    ];

    /// <summary>The derivative of that order of <see cref="Digamma(double)">ψ</see>.</summary>
    /// <param name="order">A whole number from 0 to 100, else the result is NaN; in differentiated code a constant.</param>
    /// <param name="x">The argument.</param>
    /// <remarks>
    /// All reals but the poles; 0 and negative integers ↦ +∞ for odd orders and NaN for even ones, +∞ ↦ 0, −∞ and NaN ↦ NaN. Derivative the
    /// next order. Above 0 (−1)ⁿ⁺¹·n!·ζ(n + 1, x), the zeta function by the Euler-Maclaurin formula (F. Johansson, Numer. Algorithms 69
    /// (2015), equation (5)); below by the derivatives of π·cot πx (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions,
    /// 6.4.7), where the error is absolute near the zeros. Error 7 for order 1, growing by about 2 an order. 12 + order divisions.
    /// </remarks>
    public static double Polygamma(double order, double x)
    {
        if (!IsOrder(order) || double.IsNaN(x) || double.IsNegativeInfinity(x)) return double.NaN;
        int n = (int)order;
        if (n == 0) return Digamma(x);
        bool isOdd = n % 2 != 0;
        if (x > 0) return isOdd ? PolygammaSize(n, x) : -PolygammaSize(n, x);
        if (x == Math.Floor(x)) return isOdd ? double.PositiveInfinity : double.NaN;
        return -CotangentDerivative(n, x) - PolygammaSize(n, 1 - x);
    }

    /// <summary>n!·ζ(n + 1, x) for x above 0.</summary>
    private static double PolygammaSize(int n, double x)
    {
        double sum = 0, factorial = 1;
        for (int k = 2; k <= n; k++) factorial *= k;
        for (; x < 13 + n; x++) sum += Power(1 / x, n + 1);
        double t = 1 / x, square = t * t, rising = n + 1, tail = 0.5 * t;
        double power = square;
        for (int j = 0; j < BernoulliOverFactorial.Length; j++)
        {
            tail += BernoulliOverFactorial[j] * rising * power;
            rising *= (n + 2 * j + 2.0) * (n + 2 * j + 3.0);
            power *= square;
        }

        return factorial * (sum + Power(t, n) * (1.0 / n + tail));
    }

    /// <summary>The n-th derivative of π·cot πx, a polynomial in c = cot πx, since c′ = −π·(1 + c²).</summary>
    private static double CotangentDerivative(int n, double x)
    {
        Span<double> p = stackalloc double[n + 2], next = stackalloc double[n + 2];
        p.Clear();
        p[1] = 1;
        double c = 1 / double.TanPi(x), scale = Math.PI;
        for (int k = 1; k <= n; k++)
        {
            next.Clear();
            for (int j = 1; j <= k; j++)
            {
                next[j - 1] -= j * p[j];
                next[j + 1] -= j * p[j];
            }

            next.CopyTo(p);
            scale *= Math.PI;
        }

        double value = 0;
        for (int j = n + 1; j >= 0; j--) value = value * c + p[j];
        return scale * value;
    }

    private static double Power(double x, int n)
    {
        double power = 1;
        for (; n > 0; n >>= 1, x *= x)
        {
            if ((n & 1) != 0) power *= x;
        }

        return power;
    }
}
