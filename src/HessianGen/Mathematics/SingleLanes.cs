using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

/// <summary>What <see cref="VectorMath"/> does with lanes of floats as they are: the rare arguments.</summary>
/// <remarks>The two halves of a vector are tested together, so that no value lives across a call between them.</remarks>
internal static class SingleLanes
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>True if every x is positive and finite and every y finite.</summary>
    [MethodImpl(Inline)]
    public static bool AreOrdinary(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> probe = (x + y) * Vector512<float>.Zero;                      // NaN where one is not finite, or where the sum overflows
        return Vector512.GreaterThanAll(x, Vector512<float>.Zero) & Vector512.EqualsAll(probe, probe);
    }

    /// <inheritdoc cref="ILanes{V}.Map{TFunction}(V)"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Map<TFunction>(Vector512<float> x) where TFunction : IScalarFunction
    {
        Vector512<float> copy = x;
        Replace<TFunction>(ref copy);
        return copy;
    }

    /// <inheritdoc cref="ILanes{V}.Map{TFunction}(V)"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Map<TFunction>(Vector512<float> x, Vector512<float> y) where TFunction : IScalarFunction2
    {
        Vector512<float> copy = x;
        Replace<TFunction>(ref copy, y);
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector512<float> x) where TFunction : IScalarFunction
    {
        for (int lane = 0; lane < Vector512<float>.Count; lane++) x = x.WithElement(lane, (float)TFunction.Invoke(x.GetElement(lane)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector512<float> x, Vector512<float> y) where TFunction : IScalarFunction2
    {
        for (int lane = 0; lane < Vector512<float>.Count; lane++) x = x.WithElement(lane, (float)TFunction.Invoke(x.GetElement(lane), y.GetElement(lane)));
    }

    /// <summary>True if every x is positive and finite and every y finite.</summary>
    [MethodImpl(Inline)]
    public static bool AreOrdinary(Vector256<float> x, Vector256<float> y)
    {
        Vector256<float> probe = (x + y) * Vector256<float>.Zero;                      // NaN where one is not finite, or where the sum overflows
        return Vector256.GreaterThanAll(x, Vector256<float>.Zero) & Vector256.EqualsAll(probe, probe);
    }

    /// <inheritdoc cref="ILanes{V}.Map{TFunction}(V)"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Map<TFunction>(Vector256<float> x) where TFunction : IScalarFunction
    {
        Vector256<float> copy = x;
        Replace<TFunction>(ref copy);
        return copy;
    }

    /// <inheritdoc cref="ILanes{V}.Map{TFunction}(V)"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Map<TFunction>(Vector256<float> x, Vector256<float> y) where TFunction : IScalarFunction2
    {
        Vector256<float> copy = x;
        Replace<TFunction>(ref copy, y);
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector256<float> x) where TFunction : IScalarFunction
    {
        for (int lane = 0; lane < Vector256<float>.Count; lane++) x = x.WithElement(lane, (float)TFunction.Invoke(x.GetElement(lane)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector256<float> x, Vector256<float> y) where TFunction : IScalarFunction2
    {
        for (int lane = 0; lane < Vector256<float>.Count; lane++) x = x.WithElement(lane, (float)TFunction.Invoke(x.GetElement(lane), y.GetElement(lane)));
    }
}
