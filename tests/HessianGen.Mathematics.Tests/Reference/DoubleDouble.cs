namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>A number as the unevaluated sum of two doubles, about 106 bits: T. J. Dekker, Numer. Math. 18 (1971).</summary>
/// <remarks>The relative error of an operation is a few times 2⁻¹⁰⁴ unless the lower word underflows. Infinities and NaN are not kept.</remarks>
public readonly record struct DoubleDouble(double High, double Low)
{
    public static readonly DoubleDouble Pi = new(3.141592653589793, 1.2246467991473532e-16);
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double x) => new(x, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = Sum(a.High, b.High), low = Sum(a.Low, b.Low);
        DoubleDouble partial = Ordered(high.High, high.Low + low.High);
        return Ordered(partial.High, partial.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double high = a.High * b.High;
        double low = Math.FusedMultiplyAdd(a.High, b.High, -high);
        return Ordered(high, low + (a.High * b.Low + a.Low * b.High));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - b * first;
        double second = rest.High / b.High;
        rest -= b * second;
        return Ordered(first, second) + rest.High / b.High;
    }

    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (a.High == 0) return a;
        double root = Math.Sqrt(a.High);
        DoubleDouble rest = a - Product(root, root);
        return Ordered(root, rest.High / (2 * root));
    }

    /// <summary>The exact sum.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double other = sum - a;
        return new(sum, a - (sum - other) + (b - other));
    }

    /// <summary>The exact product.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double product = a * b;
        return new(product, Math.FusedMultiplyAdd(a, b, -product));
    }

    public DoubleDouble Abs() => High < 0 || (High == 0 && Low < 0) ? -this : this;

    /// <summary>Times 2ⁿ: exact, unless it underflows.</summary>
    public DoubleDouble Scale(int n) => new(Math.ScaleB(High, n), Math.ScaleB(Low, n));

    /// <summary>The exact sum where |a| ≥ |b|.</summary>
    private static DoubleDouble Ordered(double a, double b)
    {
        double sum = a + b;
        return new(sum, b - (sum - a));
    }
}
