using System.Numerics;

namespace HessianGen.Testing.Oracles;

/// <content>The functions that generic code reaches through its type parameter: those of <see cref="HyperDualMath"/>.</content>
public readonly partial struct HyperDual : IFloatingPointIeee754<HyperDual>
{
    static HyperDual IRootFunctions<HyperDual>.Sqrt(HyperDual x) => HyperDualMath.Sqrt(x);
    static HyperDual IRootFunctions<HyperDual>.Cbrt(HyperDual x) => HyperDualMath.Cbrt(x);
    static HyperDual IRootFunctions<HyperDual>.Hypot(HyperDual x, HyperDual y) => HyperDualMath.Hypot(x, y);
    static HyperDual IRootFunctions<HyperDual>.RootN(HyperDual x, int n) => HyperDualMath.RootN(x, n);

    static HyperDual IExponentialFunctions<HyperDual>.Exp(HyperDual x) => HyperDualMath.Exp(x);
    static HyperDual IExponentialFunctions<HyperDual>.Exp2(HyperDual x) => HyperDualMath.Exp2(x);
    static HyperDual IExponentialFunctions<HyperDual>.Exp10(HyperDual x) => HyperDualMath.Exp10(x);
    static HyperDual IExponentialFunctions<HyperDual>.ExpM1(HyperDual x) => HyperDualMath.ExpM1(x);
    static HyperDual IExponentialFunctions<HyperDual>.Exp2M1(HyperDual x) => HyperDualMath.Exp2M1(x);
    static HyperDual IExponentialFunctions<HyperDual>.Exp10M1(HyperDual x) => HyperDualMath.Exp10M1(x);

    static HyperDual ILogarithmicFunctions<HyperDual>.Log(HyperDual x) => HyperDualMath.Log(x);
    static HyperDual ILogarithmicFunctions<HyperDual>.Log2(HyperDual x) => HyperDualMath.Log2(x);
    static HyperDual ILogarithmicFunctions<HyperDual>.Log10(HyperDual x) => HyperDualMath.Log10(x);
    static HyperDual ILogarithmicFunctions<HyperDual>.LogP1(HyperDual x) => HyperDualMath.LogP1(x);
    static HyperDual ILogarithmicFunctions<HyperDual>.Log2P1(HyperDual x) => HyperDualMath.Log2P1(x);
    static HyperDual ILogarithmicFunctions<HyperDual>.Log10P1(HyperDual x) => HyperDualMath.Log10P1(x);
    static HyperDual ILogarithmicFunctions<HyperDual>.Log(HyperDual x, HyperDual y) => HyperDualMath.Log(x, y);

    static HyperDual IPowerFunctions<HyperDual>.Pow(HyperDual x, HyperDual y) => HyperDualMath.Pow(x, y);

    static HyperDual IHyperbolicFunctions<HyperDual>.Sinh(HyperDual x) => HyperDualMath.Sinh(x);
    static HyperDual IHyperbolicFunctions<HyperDual>.Cosh(HyperDual x) => HyperDualMath.Cosh(x);
    static HyperDual IHyperbolicFunctions<HyperDual>.Tanh(HyperDual x) => HyperDualMath.Tanh(x);
    static HyperDual IHyperbolicFunctions<HyperDual>.Asinh(HyperDual x) => HyperDualMath.Asinh(x);
    static HyperDual IHyperbolicFunctions<HyperDual>.Acosh(HyperDual x) => HyperDualMath.Acosh(x);
    static HyperDual IHyperbolicFunctions<HyperDual>.Atanh(HyperDual x) => HyperDualMath.Atanh(x);

    static HyperDual ITrigonometricFunctions<HyperDual>.Sin(HyperDual x) => HyperDualMath.Sin(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.Cos(HyperDual x) => HyperDualMath.Cos(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.Tan(HyperDual x) => HyperDualMath.Tan(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.Asin(HyperDual x) => HyperDualMath.Asin(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.Acos(HyperDual x) => HyperDualMath.Acos(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.Atan(HyperDual x) => HyperDualMath.Atan(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.SinPi(HyperDual x) => HyperDualMath.SinPi(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.CosPi(HyperDual x) => HyperDualMath.CosPi(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.TanPi(HyperDual x) => HyperDualMath.TanPi(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.AsinPi(HyperDual x) => HyperDualMath.AsinPi(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.AcosPi(HyperDual x) => HyperDualMath.AcosPi(x);
    static HyperDual ITrigonometricFunctions<HyperDual>.AtanPi(HyperDual x) => HyperDualMath.AtanPi(x);
    static (HyperDual Sin, HyperDual Cos) ITrigonometricFunctions<HyperDual>.SinCos(HyperDual x) => HyperDualMath.SinCos(x);
    static (HyperDual SinPi, HyperDual CosPi) ITrigonometricFunctions<HyperDual>.SinCosPi(HyperDual x) => HyperDualMath.SinCosPi(x);

    static HyperDual INumber<HyperDual>.Max(HyperDual x, HyperDual y) => HyperDualMath.Max(x, y);
    static HyperDual INumber<HyperDual>.Min(HyperDual x, HyperDual y) => HyperDualMath.Min(x, y);
    static HyperDual INumber<HyperDual>.MaxNumber(HyperDual x, HyperDual y) => HyperDualMath.MaxNumber(x, y);
    static HyperDual INumber<HyperDual>.MinNumber(HyperDual x, HyperDual y) => HyperDualMath.MinNumber(x, y);
    static HyperDual INumber<HyperDual>.MaxNative(HyperDual x, HyperDual y) => HyperDualMath.MaxNative(x, y);
    static HyperDual INumber<HyperDual>.MinNative(HyperDual x, HyperDual y) => HyperDualMath.MinNative(x, y);
    static HyperDual INumber<HyperDual>.CopySign(HyperDual x, HyperDual y) => HyperDualMath.CopySign(x, y);
    static HyperDual INumber<HyperDual>.Clamp(HyperDual x, HyperDual y, HyperDual z) => HyperDualMath.Clamp(x, y, z);
    static HyperDual INumber<HyperDual>.ClampNative(HyperDual x, HyperDual y, HyperDual z) => HyperDualMath.ClampNative(x, y, z);
    static int INumber<HyperDual>.Sign(HyperDual x) => HyperDualMath.Sign(x);

    static HyperDual INumberBase<HyperDual>.Abs(HyperDual x) => HyperDualMath.Abs(x);
    static HyperDual INumberBase<HyperDual>.MaxMagnitude(HyperDual x, HyperDual y) => HyperDualMath.MaxMagnitude(x, y);
    static HyperDual INumberBase<HyperDual>.MinMagnitude(HyperDual x, HyperDual y) => HyperDualMath.MinMagnitude(x, y);
    static HyperDual INumberBase<HyperDual>.MaxMagnitudeNumber(HyperDual x, HyperDual y) => HyperDualMath.MaxMagnitudeNumber(x, y);
    static HyperDual INumberBase<HyperDual>.MinMagnitudeNumber(HyperDual x, HyperDual y) => HyperDualMath.MinMagnitudeNumber(x, y);
    static HyperDual INumberBase<HyperDual>.MultiplyAddEstimate(HyperDual x, HyperDual y, HyperDual z) => HyperDualMath.MultiplyAddEstimate(x, y, z);

    static HyperDual IFloatingPoint<HyperDual>.Floor(HyperDual x) => HyperDualMath.Floor(x);
    static HyperDual IFloatingPoint<HyperDual>.Ceiling(HyperDual x) => HyperDualMath.Ceiling(x);
    static HyperDual IFloatingPoint<HyperDual>.Truncate(HyperDual x) => HyperDualMath.Truncate(x);
    static HyperDual IFloatingPoint<HyperDual>.Round(HyperDual x) => HyperDualMath.Round(x);
    static HyperDual IFloatingPoint<HyperDual>.Round(HyperDual x, int digits, MidpointRounding mode) => HyperDualMath.Round(x, digits, mode);

    static HyperDual IFloatingPointIeee754<HyperDual>.BitDecrement(HyperDual x) => HyperDualMath.BitDecrement(x);
    static HyperDual IFloatingPointIeee754<HyperDual>.BitIncrement(HyperDual x) => HyperDualMath.BitIncrement(x);
    static HyperDual IFloatingPointIeee754<HyperDual>.ReciprocalEstimate(HyperDual x) => HyperDualMath.ReciprocalEstimate(x);
    static HyperDual IFloatingPointIeee754<HyperDual>.ReciprocalSqrtEstimate(HyperDual x) => HyperDualMath.ReciprocalSqrtEstimate(x);
    static HyperDual IFloatingPointIeee754<HyperDual>.Atan2(HyperDual x, HyperDual y) => HyperDualMath.Atan2(x, y);
    static HyperDual IFloatingPointIeee754<HyperDual>.Atan2Pi(HyperDual x, HyperDual y) => HyperDualMath.Atan2Pi(x, y);
    static HyperDual IFloatingPointIeee754<HyperDual>.Ieee754Remainder(HyperDual x, HyperDual y) => HyperDualMath.Ieee754Remainder(x, y);
    static HyperDual IFloatingPointIeee754<HyperDual>.FusedMultiplyAdd(HyperDual x, HyperDual y, HyperDual z) => HyperDualMath.FusedMultiplyAdd(x, y, z);
    static HyperDual IFloatingPointIeee754<HyperDual>.Lerp(HyperDual x, HyperDual y, HyperDual z) => HyperDualMath.Lerp(x, y, z);
    static HyperDual IFloatingPointIeee754<HyperDual>.ScaleB(HyperDual x, int n) => HyperDualMath.ScaleB(x, n);
    static int IFloatingPointIeee754<HyperDual>.ILogB(HyperDual x) => HyperDualMath.ILogB(x);

    static bool INumberBase<HyperDual>.IsNaN(HyperDual x) => HyperDualMath.IsNaN(x);
    static bool INumberBase<HyperDual>.IsFinite(HyperDual x) => HyperDualMath.IsFinite(x);
    static bool INumberBase<HyperDual>.IsInfinity(HyperDual x) => HyperDualMath.IsInfinity(x);
    static bool INumberBase<HyperDual>.IsPositiveInfinity(HyperDual x) => HyperDualMath.IsPositiveInfinity(x);
    static bool INumberBase<HyperDual>.IsNegativeInfinity(HyperDual x) => HyperDualMath.IsNegativeInfinity(x);
    static bool INumberBase<HyperDual>.IsPositive(HyperDual x) => HyperDualMath.IsPositive(x);
    static bool INumberBase<HyperDual>.IsNegative(HyperDual x) => HyperDualMath.IsNegative(x);
    static bool INumberBase<HyperDual>.IsInteger(HyperDual x) => HyperDualMath.IsInteger(x);
    static bool INumberBase<HyperDual>.IsEvenInteger(HyperDual x) => HyperDualMath.IsEvenInteger(x);
    static bool INumberBase<HyperDual>.IsOddInteger(HyperDual x) => HyperDualMath.IsOddInteger(x);
    static bool INumberBase<HyperDual>.IsRealNumber(HyperDual x) => HyperDualMath.IsRealNumber(x);
    static bool INumberBase<HyperDual>.IsNormal(HyperDual x) => HyperDualMath.IsNormal(x);
    static bool INumberBase<HyperDual>.IsSubnormal(HyperDual x) => HyperDualMath.IsSubnormal(x);
    static bool INumberBase<HyperDual>.IsZero(HyperDual x) => x.Value == 0;
    static bool INumberBase<HyperDual>.IsCanonical(HyperDual x) => true;
    static bool INumberBase<HyperDual>.IsComplexNumber(HyperDual x) => false;
    static bool INumberBase<HyperDual>.IsImaginaryNumber(HyperDual x) => false;
}
