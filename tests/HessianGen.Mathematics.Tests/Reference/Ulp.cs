namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>Distances in units in the last place of the exact value.</summary>
public static class Ulp
{
    /// <summary>|value − truth| in ULP of double; 0 where the truth overflows and the value is that infinity.</summary>
    public static double Error(double value, DoubleDouble truth) => Error(value, truth, minExponent: -1022, bits: 52, double.MaxValue);

    /// <summary>|value − truth| in ULP of float; 0 where the truth overflows and the value is that infinity.</summary>
    public static double Error(float value, DoubleDouble truth) => Error(value, truth, minExponent: -126, bits: 23, float.MaxValue);

    private static double Error(double value, DoubleDouble truth, int minExponent, int bits, double largest)
    {
        if (double.IsNaN(value) || double.IsNaN(truth.High)) return double.PositiveInfinity;
        if (Math.Abs(truth.High) > largest) truth = Math.CopySign(double.PositiveInfinity, truth.High);
        if (value == truth.High && truth.Low == 0) return 0;
        if (double.IsInfinity(truth.High)) truth = Math.CopySign(largest, truth.High);
        if (double.IsInfinity(value)) value = Math.CopySign(largest, value);
        int exponent = Math.Max(truth.High == 0 ? minExponent : Math.ILogB(truth.High), minExponent) - bits;
        double difference = value - truth.High - truth.Low;
        return Math.Abs(Math.ScaleB(Math.ScaleB(difference, -exponent / 2), -exponent + exponent / 2));
    }
}
