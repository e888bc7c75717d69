namespace HessianGen.Testing.Oracles;

public static partial class HyperDualMath
{
    public static HyperDual Abs(HyperDual x) => Of(x, Math.Abs, (x, y) => Slope(x), (x, y) => 0);

    public static HyperDual CopySign(HyperDual x, HyperDual sign) =>
        Of(x, x => Math.CopySign(x, sign.Value), (x, y) => Slope(x) * Math.CopySign(1, sign.Value), (x, y) => 0);

    // Of two, the one whose derivatives count: the first where the test holds or the first is NaN.
    public static HyperDual Max(HyperDual x, HyperDual y) => Pick(x, y, Math.Max(x.Value, y.Value), x >= y);
    public static HyperDual Min(HyperDual x, HyperDual y) => Pick(x, y, Math.Min(x.Value, y.Value), x <= y);
    public static HyperDual MaxMagnitude(HyperDual x, HyperDual y) => Pick(x, y, Math.MaxMagnitude(x.Value, y.Value), Abs(x) >= Abs(y));
    public static HyperDual MinMagnitude(HyperDual x, HyperDual y) => Pick(x, y, Math.MinMagnitude(x.Value, y.Value), Abs(x) <= Abs(y));
    public static HyperDual MaxNative(HyperDual x, HyperDual y) => Pick(x, y, double.MaxNative(x.Value, y.Value), x >= y);
    public static HyperDual MinNative(HyperDual x, HyperDual y) => Pick(x, y, double.MinNative(x.Value, y.Value), x <= y);
    public static HyperDual MaxNumber(HyperDual x, HyperDual y) => PickNumber(x, y, double.MaxNumber(x.Value, y.Value), x >= y);
    public static HyperDual MinNumber(HyperDual x, HyperDual y) => PickNumber(x, y, double.MinNumber(x.Value, y.Value), x <= y);
    public static HyperDual MaxMagnitudeNumber(HyperDual x, HyperDual y) => PickNumber(x, y, double.MaxMagnitudeNumber(x.Value, y.Value), Abs(x) >= Abs(y));
    public static HyperDual MinMagnitudeNumber(HyperDual x, HyperDual y) => PickNumber(x, y, double.MinMagnitudeNumber(x.Value, y.Value), Abs(x) <= Abs(y));

    public static HyperDual Clamp(HyperDual x, HyperDual min, HyperDual max) =>
        Clamped(x, min, max, Math.Clamp(x.Value, min.Value, max.Value));

    public static HyperDual ClampNative(HyperDual x, HyperDual min, HyperDual max) =>
        Clamped(x, min, max, double.ClampNative(x.Value, min.Value, max.Value));

    public static int Sign(HyperDual x) => Math.Sign(x.Value);
    public static int ILogB(HyperDual x) => Math.ILogB(x.Value);

    // Steps: derivative zero.
    public static HyperDual Floor(HyperDual x) => Math.Floor(x.Value);
    public static HyperDual Ceiling(HyperDual x) => Math.Ceiling(x.Value);
    public static HyperDual Truncate(HyperDual x) => Math.Truncate(x.Value);
    public static HyperDual Round(HyperDual x) => Math.Round(x.Value);
    public static HyperDual Round(HyperDual x, int digits) => Math.Round(x.Value, digits);
    public static HyperDual Round(HyperDual x, MidpointRounding mode) => Math.Round(x.Value, mode);
    public static HyperDual Round(HyperDual x, int digits, MidpointRounding mode) => Math.Round(x.Value, digits, mode);

    public static HyperDual BitIncrement(HyperDual x) => Valued(Math.BitIncrement(x.Value), x);
    public static HyperDual BitDecrement(HyperDual x) => Valued(Math.BitDecrement(x.Value), x);

    public static HyperDual FusedMultiplyAdd(HyperDual x, HyperDual y, HyperDual z) =>
        Valued(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value), x * y + z);

    public static HyperDual MultiplyAddEstimate(HyperDual x, HyperDual y, HyperDual z) =>
        Valued(double.MultiplyAddEstimate(x.Value, y.Value, z.Value), x * y + z);

    public static HyperDual Lerp(HyperDual x, HyperDual y, HyperDual amount) =>
        Valued(double.Lerp(x.Value, y.Value, amount.Value), x * (1 - amount) + y * amount);

    public static HyperDual IEEERemainder(HyperDual x, HyperDual y) => Chain.Binary(
        x, y, Math.IEEERemainder(x.Value, y.Value), dx: 1, dy: -Math.Round(x.Value / y.Value), dxx: 0, dxy: 0, dyy: 0);

    public static HyperDual Ieee754Remainder(HyperDual x, HyperDual y) => IEEERemainder(x, y);

    public static bool IsNaN(HyperDual x) => double.IsNaN(x.Value);
    public static bool IsFinite(HyperDual x) => double.IsFinite(x.Value);
    public static bool IsInfinity(HyperDual x) => double.IsInfinity(x.Value);
    public static bool IsPositiveInfinity(HyperDual x) => double.IsPositiveInfinity(x.Value);
    public static bool IsNegativeInfinity(HyperDual x) => double.IsNegativeInfinity(x.Value);
    public static bool IsPositive(HyperDual x) => double.IsPositive(x.Value);
    public static bool IsNegative(HyperDual x) => double.IsNegative(x.Value);
    public static bool IsInteger(HyperDual x) => double.IsInteger(x.Value);
    public static bool IsEvenInteger(HyperDual x) => double.IsEvenInteger(x.Value);
    public static bool IsOddInteger(HyperDual x) => double.IsOddInteger(x.Value);
    public static bool IsRealNumber(HyperDual x) => double.IsRealNumber(x.Value);
    public static bool IsNormal(HyperDual x) => double.IsNormal(x.Value);
    public static bool IsSubnormal(HyperDual x) => double.IsSubnormal(x.Value);
    public static bool IsPow2(HyperDual x) => double.IsPow2(x.Value);

    private static double Slope(double x) => x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : double.NaN;

    private static HyperDual Pick(HyperDual x, HyperDual y, double value, bool first) =>
        Valued(value, first || IsNaN(x) ? x : y);

    private static HyperDual PickNumber(HyperDual x, HyperDual y, double value, bool first) =>
        Valued(value, first || IsNaN(y) ? x : y);

    private static HyperDual Clamped(HyperDual x, HyperDual min, HyperDual max, double value) =>
        Valued(value, x < min ? min : x > max ? max : x);
}
