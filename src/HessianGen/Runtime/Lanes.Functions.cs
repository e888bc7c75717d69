using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HessianGen.Mathematics;

namespace HessianGen.Runtime;

public static partial class Lanes
{
    /// <summary>Replaces each number by its exponential.</summary>
    public static void Exp(Span<double> x) => Map<double, ExpFunction>(x);

    /// <inheritdoc cref="Exp(Span{double})"/>
    public static void Exp(Span<float> x) => Map<float, ExpFunction>(x);

    /// <summary>Replaces each number by its exponential minus one.</summary>
    public static void ExpM1(Span<double> x) => Map<double, ExpM1Function>(x);

    /// <inheritdoc cref="ExpM1(Span{double})"/>
    public static void ExpM1(Span<float> x) => Map<float, ExpM1Function>(x);

    /// <summary>Replaces each number by its natural logarithm.</summary>
    public static void Log(Span<double> x) => Map<double, LogFunction>(x);

    /// <inheritdoc cref="Log(Span{double})"/>
    public static void Log(Span<float> x) => Map<float, LogFunction>(x);

    /// <summary>Replaces each number by its logarithm of one plus x.</summary>
    public static void LogP1(Span<double> x) => Map<double, LogP1Function>(x);

    /// <inheritdoc cref="LogP1(Span{double})"/>
    public static void LogP1(Span<float> x) => Map<float, LogP1Function>(x);

    /// <summary>Replaces each number by its cube root.</summary>
    public static void Cbrt(Span<double> x) => Map<double, CbrtFunction>(x);

    /// <inheritdoc cref="Cbrt(Span{double})"/>
    public static void Cbrt(Span<float> x) => Map<float, CbrtFunction>(x);

    /// <summary>Replaces each number by its sine.</summary>
    public static void Sin(Span<double> x) => Map<double, SinFunction>(x);

    /// <inheritdoc cref="Sin(Span{double})"/>
    public static void Sin(Span<float> x) => Map<float, SinFunction>(x);

    /// <summary>Replaces each number by its cosine.</summary>
    public static void Cos(Span<double> x) => Map<double, CosFunction>(x);

    /// <inheritdoc cref="Cos(Span{double})"/>
    public static void Cos(Span<float> x) => Map<float, CosFunction>(x);

    /// <summary>Replaces each number by its tangent.</summary>
    public static void Tan(Span<double> x) => Map<double, TanFunction>(x);

    /// <inheritdoc cref="Tan(Span{double})"/>
    public static void Tan(Span<float> x) => Map<float, TanFunction>(x);

    /// <summary>Replaces each number by its arc sine.</summary>
    public static void Asin(Span<double> x) => Map<double, AsinFunction>(x);

    /// <inheritdoc cref="Asin(Span{double})"/>
    public static void Asin(Span<float> x) => Map<float, AsinFunction>(x);

    /// <summary>Replaces each number by its arc cosine.</summary>
    public static void Acos(Span<double> x) => Map<double, AcosFunction>(x);

    /// <inheritdoc cref="Acos(Span{double})"/>
    public static void Acos(Span<float> x) => Map<float, AcosFunction>(x);

    /// <summary>Replaces each number by its arc tangent.</summary>
    public static void Atan(Span<double> x) => Map<double, AtanFunction>(x);

    /// <inheritdoc cref="Atan(Span{double})"/>
    public static void Atan(Span<float> x) => Map<float, AtanFunction>(x);

    /// <summary>Replaces each number by its hyperbolic sine.</summary>
    public static void Sinh(Span<double> x) => Map<double, SinhFunction>(x);

    /// <inheritdoc cref="Sinh(Span{double})"/>
    public static void Sinh(Span<float> x) => Map<float, SinhFunction>(x);

    /// <summary>Replaces each number by its hyperbolic cosine.</summary>
    public static void Cosh(Span<double> x) => Map<double, CoshFunction>(x);

    /// <inheritdoc cref="Cosh(Span{double})"/>
    public static void Cosh(Span<float> x) => Map<float, CoshFunction>(x);

    /// <summary>Replaces each number by its hyperbolic tangent.</summary>
    public static void Tanh(Span<double> x) => Map<double, TanhFunction>(x);

    /// <inheritdoc cref="Tanh(Span{double})"/>
    public static void Tanh(Span<float> x) => Map<float, TanhFunction>(x);

    /// <summary>Replaces each number by its logistic function.</summary>
    public static void Sigmoid(Span<double> x) => Map<double, SigmoidFunction>(x);

    /// <inheritdoc cref="Sigmoid(Span{double})"/>
    public static void Sigmoid(Span<float> x) => Map<float, SigmoidFunction>(x);

    /// <summary>Replaces each number by its softplus.</summary>
    public static void Softplus(Span<double> x) => Map<double, SoftplusFunction>(x);

    /// <inheritdoc cref="Softplus(Span{double})"/>
    public static void Softplus(Span<float> x) => Map<float, SoftplusFunction>(x);

    /// <summary>Replaces each number by its error function.</summary>
    public static void Erf(Span<double> x) => Map<double, ErfFunction>(x);

    /// <inheritdoc cref="Erf(Span{double})"/>
    public static void Erf(Span<float> x) => Map<float, ErfFunction>(x);

    /// <summary>Replaces each number by its complementary error function.</summary>
    public static void Erfc(Span<double> x) => Map<double, ErfcFunction>(x);

    /// <inheritdoc cref="Erfc(Span{double})"/>
    public static void Erfc(Span<float> x) => Map<float, ErfcFunction>(x);

    /// <summary>Replaces each number by its Gaussian e^(−x²).</summary>
    public static void Gaussian(Span<double> x) => Map<double, GaussianFunction>(x);

    /// <inheritdoc cref="Gaussian(Span{double})"/>
    public static void Gaussian(Span<float> x) => Map<float, GaussianFunction>(x);

    /// <summary>Replaces each number by its standard normal density.</summary>
    public static void NormalPdf(Span<double> x) => Map<double, NormalPdfFunction>(x);

    /// <inheritdoc cref="NormalPdf(Span{double})"/>
    public static void NormalPdf(Span<float> x) => Map<float, NormalPdfFunction>(x);

    /// <summary>Replaces each number by its standard normal distribution function.</summary>
    public static void NormalCdf(Span<double> x) => Map<double, NormalCdfFunction>(x);

    /// <inheritdoc cref="NormalCdf(Span{double})"/>
    public static void NormalCdf(Span<float> x) => Map<float, NormalCdfFunction>(x);

    /// <summary>Replaces each number by its power with the one of <paramref name="y"/> in its place.</summary>
    public static void Pow(Span<double> x, ReadOnlySpan<double> y) => Map<double, PowFunction>(x, y);

    /// <inheritdoc cref="Pow(Span{double}, ReadOnlySpan{double})"/>
    public static void Pow(Span<float> x, ReadOnlySpan<float> y) => Map<float, PowFunction>(x, y);

    /// <summary>Replaces each number by its length of the hypotenuse over with the one of <paramref name="y"/> in its place.</summary>
    public static void Hypot(Span<double> x, ReadOnlySpan<double> y) => Map<double, HypotFunction>(x, y);

    /// <inheritdoc cref="Hypot(Span{double}, ReadOnlySpan{double})"/>
    public static void Hypot(Span<float> x, ReadOnlySpan<float> y) => Map<float, HypotFunction>(x, y);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map<T, TFunction>(Span<T> x) where TFunction : ILaneFunction
    {
        ref T start = ref MemoryMarshal.GetReference(x);
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i <= x.Length - Vector512<T>.Count; i += Vector512<T>.Count) Of<T, TFunction>(Vector512.LoadUnsafe(ref start, (nuint)i), default).StoreUnsafe(ref start, (nuint)i);
        }
        else
        {
            for (int i = 0; i <= x.Length - Vector256<T>.Count; i += Vector256<T>.Count) Of<T, TFunction>(Vector256.LoadUnsafe(ref start, (nuint)i), default).StoreUnsafe(ref start, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Map<T, TFunction>(Span<T> x, ReadOnlySpan<T> y) where TFunction : ILaneFunction
    {
        if (y.Length < x.Length) ThrowOutside();
        ref T start = ref MemoryMarshal.GetReference(x), other = ref MemoryMarshal.GetReference(y);
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i <= x.Length - Vector512<T>.Count; i += Vector512<T>.Count) Of<T, TFunction>(Vector512.LoadUnsafe(ref start, (nuint)i), Vector512.LoadUnsafe(ref other, (nuint)i)).StoreUnsafe(ref start, (nuint)i);
        }
        else
        {
            for (int i = 0; i <= x.Length - Vector256<T>.Count; i += Vector256<T>.Count) Of<T, TFunction>(Vector256.LoadUnsafe(ref start, (nuint)i), Vector256.LoadUnsafe(ref other, (nuint)i)).StoreUnsafe(ref start, (nuint)i);
        }
    }

    [MethodImpl(Inline)]
    private static Vector512<T> Of<T, TFunction>(Vector512<T> x, Vector512<T> y) where TFunction : ILaneFunction =>
        typeof(T) == typeof(float) ? TFunction.Of(x.As<T, float>(), y.As<T, float>()).As<float, T>() : TFunction.Of(x.As<T, double>(), y.As<T, double>()).As<double, T>();

    [MethodImpl(Inline)]
    private static Vector256<T> Of<T, TFunction>(Vector256<T> x, Vector256<T> y) where TFunction : ILaneFunction =>
        typeof(T) == typeof(float) ? TFunction.Of(x.As<T, float>(), y.As<T, float>()).As<float, T>() : TFunction.Of(x.As<T, double>(), y.As<T, double>()).As<double, T>();

    /// <summary>A function of <see cref="VectorMath"/> of one vector, or of two, at every width.</summary>
    private interface ILaneFunction
    {
        static abstract Vector512<double> Of(Vector512<double> x, Vector512<double> y);
        static abstract Vector256<double> Of(Vector256<double> x, Vector256<double> y);
        static abstract Vector512<float> Of(Vector512<float> x, Vector512<float> y);
        static abstract Vector256<float> Of(Vector256<float> x, Vector256<float> y);
    }

    private readonly struct ExpFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Exp(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Exp(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Exp(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Exp(x);
    }

    private readonly struct ExpM1Function : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.ExpM1(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.ExpM1(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.ExpM1(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.ExpM1(x);
    }

    private readonly struct LogFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Log(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Log(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Log(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Log(x);
    }

    private readonly struct LogP1Function : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.LogP1(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.LogP1(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.LogP1(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.LogP1(x);
    }

    private readonly struct CbrtFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Cbrt(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Cbrt(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Cbrt(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Cbrt(x);
    }

    private readonly struct SinFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Sin(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Sin(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Sin(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Sin(x);
    }

    private readonly struct CosFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Cos(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Cos(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Cos(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Cos(x);
    }

    private readonly struct TanFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Tan(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Tan(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Tan(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Tan(x);
    }

    private readonly struct AsinFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Asin(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Asin(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Asin(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Asin(x);
    }

    private readonly struct AcosFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Acos(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Acos(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Acos(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Acos(x);
    }

    private readonly struct AtanFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Atan(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Atan(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Atan(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Atan(x);
    }

    private readonly struct SinhFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Sinh(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Sinh(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Sinh(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Sinh(x);
    }

    private readonly struct CoshFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Cosh(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Cosh(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Cosh(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Cosh(x);
    }

    private readonly struct TanhFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Tanh(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Tanh(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Tanh(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Tanh(x);
    }

    private readonly struct SigmoidFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Sigmoid(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Sigmoid(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Sigmoid(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Sigmoid(x);
    }

    private readonly struct SoftplusFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Softplus(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Softplus(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Softplus(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Softplus(x);
    }

    private readonly struct ErfFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Erf(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Erf(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Erf(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Erf(x);
    }

    private readonly struct ErfcFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Erfc(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Erfc(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Erfc(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Erfc(x);
    }

    private readonly struct GaussianFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Gaussian(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Gaussian(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Gaussian(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Gaussian(x);
    }

    private readonly struct NormalPdfFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.NormalPdf(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.NormalPdf(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.NormalPdf(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.NormalPdf(x);
    }

    private readonly struct NormalCdfFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.NormalCdf(x);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.NormalCdf(x);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.NormalCdf(x);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.NormalCdf(x);
    }

    private readonly struct PowFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Pow(x, y);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Pow(x, y);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Pow(x, y);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Pow(x, y);
    }

    private readonly struct HypotFunction : ILaneFunction
    {
        [MethodImpl(Inline)] public static Vector512<double> Of(Vector512<double> x, Vector512<double> y) => VectorMath.Hypot(x, y);
        [MethodImpl(Inline)] public static Vector256<double> Of(Vector256<double> x, Vector256<double> y) => VectorMath.Hypot(x, y);
        [MethodImpl(Inline)] public static Vector512<float> Of(Vector512<float> x, Vector512<float> y) => VectorMath.Hypot(x, y);
        [MethodImpl(Inline)] public static Vector256<float> Of(Vector256<float> x, Vector256<float> y) => VectorMath.Hypot(x, y);
    }
}
