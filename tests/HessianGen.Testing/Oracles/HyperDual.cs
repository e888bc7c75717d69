namespace HessianGen.Testing.Oracles;

/// <summary>
/// The number <c>a + a₁·ε₁ + a₂·ε₂ + a₁₂·ε₁ε₂</c> with <c>ε₁² = ε₂² = 0</c>. A program run on it carries the exact
/// derivatives along two directions and the exact mixed second derivative: no step size, no truncation error.
/// </summary>
/// <remarks>
/// It behaves as a <see cref="double"/> wherever a program can tell: comparisons and conversions look at the value alone,
/// and the value is computed by the very operation that the program wrote.
/// </remarks>
public readonly partial struct HyperDual(double value, double first, double second, double mixed)
    : IComparable<HyperDual>, IEquatable<HyperDual>, IFormattable
{
    /// <summary>The value <c>a</c>, bit for bit what the same program computes in <see cref="double"/>.</summary>
    public double Value { get; } = value;

    /// <summary><c>a₁</c>: the derivative along the first direction.</summary>
    public double First { get; } = first;

    /// <summary><c>a₂</c>: the derivative along the second direction.</summary>
    public double Second { get; } = second;

    /// <summary><c>a₁₂</c>: the second derivative along both directions.</summary>
    public double Mixed { get; } = mixed;

    /// <summary>Whether nothing that this number depends on is a variable.</summary>
    public bool IsConstant => First == 0 && Second == 0 && Mixed == 0;

    public static implicit operator HyperDual(double value) => new(value, 0, 0, 0);

    public static explicit operator double(HyperDual a) => a.Value;

    public static HyperDual operator +(HyperDual a) => a;

    public static HyperDual operator -(HyperDual a) => new(-a.Value, -a.First, -a.Second, -a.Mixed);

    public static HyperDual operator ++(HyperDual a) => new(a.Value + 1, a.First, a.Second, a.Mixed);

    public static HyperDual operator --(HyperDual a) => new(a.Value - 1, a.First, a.Second, a.Mixed);

    public static HyperDual operator +(HyperDual a, HyperDual b) =>
        new(HyperDualMath.Rounded(a.Value + b.Value), a.First + b.First, a.Second + b.Second, a.Mixed + b.Mixed);

    public static HyperDual operator -(HyperDual a, HyperDual b) =>
        new(HyperDualMath.Rounded(a.Value - b.Value), a.First - b.First, a.Second - b.Second, a.Mixed - b.Mixed);

    public static HyperDual operator *(HyperDual a, HyperDual b) =>
        Chain.Binary(a, b, HyperDualMath.Rounded(a.Value * b.Value), dx: b.Value, dy: a.Value, dxx: 0, dxy: 1, dyy: 0);

    public static HyperDual operator /(HyperDual a, HyperDual b)
    {
        double quotient = HyperDualMath.Rounded(a.Value / b.Value);
        double inverse = 1 / b.Value;
        return Chain.Binary(
            a, b, quotient,
            dx: inverse, dy: -quotient * inverse,
            dxx: 0, dxy: -inverse * inverse, dyy: 2 * quotient * inverse * inverse);
    }

    public static HyperDual operator %(HyperDual a, HyperDual b) =>
        Chain.Binary(a, b, a.Value % b.Value, dx: 1, dy: -Math.Truncate(a.Value / b.Value), dxx: 0, dxy: 0, dyy: 0);

    public static bool operator ==(HyperDual a, HyperDual b) => a.Value == b.Value;

    public static bool operator !=(HyperDual a, HyperDual b) => a.Value != b.Value;

    public static bool operator <(HyperDual a, HyperDual b) => a.Value < b.Value;

    public static bool operator >(HyperDual a, HyperDual b) => a.Value > b.Value;

    public static bool operator <=(HyperDual a, HyperDual b) => a.Value <= b.Value;

    public static bool operator >=(HyperDual a, HyperDual b) => a.Value >= b.Value;

    public int CompareTo(HyperDual other) => Value.CompareTo(other.Value);

    public bool Equals(HyperDual other) => Value.Equals(other.Value);

    public override bool Equals(object? obj) => obj is HyperDual other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => $"{Value} + {First}·ε₁ + {Second}·ε₂ + {Mixed}·ε₁ε₂";

    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);
}
