namespace HessianGen.Mathematics;

/// <summary>The operations from which every function of <see cref="VectorMath"/> is built: one text, all widths.</summary>
/// <remarks>
/// <typeparamref name="V"/> is a raw vector (or a <c>double</c>), never a wrapper, so that inlining leaves plain
/// intrinsics. Each operation rounds once, and to the same bits in every implementation; where the operand is a
/// constant it is a <c>double</c>, which costs the JIT no temporary. A comparison gives a mask, all bits of a lane set or clear.
/// </remarks>
internal interface ILanes<V>
{
    static abstract V Create(double value);

    static abstract V Add(V a, V b);
    static abstract V Add(V a, double b);
    static abstract V Sub(V a, V b);
    static abstract V Sub(double a, V b);
    static abstract V Mul(V a, V b);
    static abstract V Mul(V a, double b);
    static abstract V Div(V a, V b);
    static abstract V Sqrt(V a);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract V Fma(V a, V b, V c);

    /// <inheritdoc cref="Fma(V, V, V)"/>
    static abstract V Fma(V a, V b, double c);

    /// <inheritdoc cref="Fma(V, V, V)"/>
    static abstract V Fma(V a, double b, V c);

    /// <inheritdoc cref="Fma(V, V, V)"/>
    static abstract V Fma(V a, double b, double c);

    /// <summary>c − a·b, rounded once.</summary>
    static abstract V Fnma(V a, V b, V c);

    /// <summary>a·b − c, rounded once: exact where c is a·b rounded.</summary>
    static abstract V Fms(V a, V b, V c);

    static abstract V Abs(V a);

    static abstract V CopySign(V magnitude, V sign);

    /// <summary>The larger one; NaN if <paramref name="a"/> is NaN.</summary>
    static abstract V AtLeast(V a, double bound);

    /// <summary>The smaller one; NaN if <paramref name="a"/> is NaN.</summary>
    static abstract V AtMost(V a, double bound);

    static abstract V Less(V a, V b);
    static abstract V Less(V a, double b);
    static abstract V Equal(V a, double b);
    static abstract V And(V a, V b);
    static abstract V Or(V a, V b);
    static abstract V Xor(V a, V b);

    /// <summary>Shifts the bits of each lane.</summary>
    static abstract V ShiftLeft(V bits, int count);

    /// <summary>Where the mask is set <paramref name="a"/>, else <paramref name="b"/>.</summary>
    static abstract V Select(V mask, V a, V b);

    /// <summary>True if no lane is NaN.</summary>
    static abstract bool AllNumbers(V a);

    /// <summary>True if any lane is above the bound.</summary>
    static abstract bool AnyGreater(V a, double bound);

    /// <summary>a·2ⁿ, rounded once, into the denormals and to infinity; for 2⁻¹⁰⁰ ≤ |a| &lt; 2¹⁰⁰, 0 or NaN, and n whole in [−2044, 2044].</summary>
    static abstract V Scale(V a, V n);

    /// <summary>m in [¾, 3/2) of x = m·2ⁿ; 1 for ±0 and +∞, NaN for NaN and below 0.</summary>
    static abstract V Mantissa(V x);

    /// <summary>n of |x| = m·2ⁿ for the <paramref name="mantissa"/> m of x; −∞ for ±0, +∞ for ±∞; meaningless where m is NaN.</summary>
    static abstract V Exponent(V x, V mantissa);

    /// <summary>The function of each lane, one after the other: for rare arguments. Never inlined.</summary>
    static abstract V Map<TFunction>(V x) where TFunction : IScalarFunction;

    /// <inheritdoc cref="Map{TFunction}(V)"/>
    static abstract V Map<TFunction>(V x, V y) where TFunction : IScalarFunction2;
}
