using System.Globalization;
using System.Numerics;

namespace HessianGen.Testing.Oracles;

/// <content>The constants, conversions and texts that the generic interfaces of numbers ask for.</content>
public readonly partial struct HyperDual
{
    static HyperDual IAdditiveIdentity<HyperDual, HyperDual>.AdditiveIdentity => 0;
    static HyperDual IMultiplicativeIdentity<HyperDual, HyperDual>.MultiplicativeIdentity => 1;
    static HyperDual INumberBase<HyperDual>.Zero => 0;
    static HyperDual INumberBase<HyperDual>.One => 1;
    static HyperDual ISignedNumber<HyperDual>.NegativeOne => -1;
    static HyperDual IFloatingPointConstants<HyperDual>.E => Math.E;
    static HyperDual IFloatingPointConstants<HyperDual>.Pi => Math.PI;
    static HyperDual IFloatingPointConstants<HyperDual>.Tau => Math.Tau;
    static HyperDual IFloatingPointIeee754<HyperDual>.Epsilon => double.Epsilon;
    static HyperDual IFloatingPointIeee754<HyperDual>.NaN => double.NaN;
    static HyperDual IFloatingPointIeee754<HyperDual>.NegativeInfinity => double.NegativeInfinity;
    static HyperDual IFloatingPointIeee754<HyperDual>.NegativeZero => double.NegativeZero;
    static HyperDual IFloatingPointIeee754<HyperDual>.PositiveInfinity => double.PositiveInfinity;
    static int INumberBase<HyperDual>.Radix => 2;

    public static HyperDual CreateChecked<T>(T value) where T : INumberBase<T> => From(value, double.CreateChecked);
    static bool INumberBase<HyperDual>.TryConvertFromChecked<T>(T value, out HyperDual result) => Converted(From(value, double.CreateChecked), out result);
    static bool INumberBase<HyperDual>.TryConvertToChecked<T>(HyperDual value, out T result) => To(value, T.CreateChecked, out result);

    public static HyperDual CreateSaturating<T>(T value) where T : INumberBase<T> => From(value, double.CreateSaturating);
    static bool INumberBase<HyperDual>.TryConvertFromSaturating<T>(T value, out HyperDual result) => Converted(From(value, double.CreateSaturating), out result);
    static bool INumberBase<HyperDual>.TryConvertToSaturating<T>(HyperDual value, out T result) => To(value, T.CreateSaturating, out result);

    public static HyperDual CreateTruncating<T>(T value) where T : INumberBase<T> => From(value, double.CreateTruncating);
    static bool INumberBase<HyperDual>.TryConvertFromTruncating<T>(T value, out HyperDual result) => Converted(From(value, double.CreateTruncating), out result);
    static bool INumberBase<HyperDual>.TryConvertToTruncating<T>(HyperDual value, out T result) => To(value, T.CreateTruncating, out result);

    private static HyperDual From<T>(T value, Func<T, double> convert) => value is HyperDual number ? number : convert(value);

    private static bool Converted(HyperDual value, out HyperDual result)
    {
        result = value;
        return true;
    }

    /// <summary>A conversion to a real number would lose the derivatives, and is refused; to an integer it has none.</summary>
    private static bool To<T>(HyperDual value, Func<double, T> convert, out T result)
    {
        result = typeof(T).GetInterface("System.Numerics.IBinaryInteger`1") is not null
            ? convert(value.Value)
            : throw new NotSupportedException($"A {typeof(T).Name} cannot hold a derivative.");
        return true;
    }

    static HyperDual INumberBase<HyperDual>.Parse(ReadOnlySpan<char> text, NumberStyles style, IFormatProvider? provider) => double.Parse(text, style, provider);
    static HyperDual INumberBase<HyperDual>.Parse(string text, NumberStyles style, IFormatProvider? provider) => double.Parse(text, style, provider);
    static HyperDual IParsable<HyperDual>.Parse(string text, IFormatProvider? provider) => double.Parse(text, provider);
    static HyperDual ISpanParsable<HyperDual>.Parse(ReadOnlySpan<char> text, IFormatProvider? provider) => double.Parse(text, provider);
    static bool INumberBase<HyperDual>.TryParse(ReadOnlySpan<char> text, NumberStyles style, IFormatProvider? provider, out HyperDual result) => throw new NotSupportedException();
    static bool INumberBase<HyperDual>.TryParse(string? text, NumberStyles style, IFormatProvider? provider, out HyperDual result) => throw new NotSupportedException();
    static bool IParsable<HyperDual>.TryParse(string? text, IFormatProvider? provider, out HyperDual result) => throw new NotSupportedException();
    static bool ISpanParsable<HyperDual>.TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out HyperDual result) => throw new NotSupportedException();
    bool ISpanFormattable.TryFormat(Span<char> text, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) => Value.TryFormat(text, out written, format, provider);
    int IComparable.CompareTo(object? other) => other is HyperDual number ? CompareTo(number) : 1;

    // The bits of a number are no function of it.
    int IFloatingPoint<HyperDual>.GetExponentByteCount() => throw new NotSupportedException();
    int IFloatingPoint<HyperDual>.GetExponentShortestBitLength() => throw new NotSupportedException();
    int IFloatingPoint<HyperDual>.GetSignificandBitLength() => throw new NotSupportedException();
    int IFloatingPoint<HyperDual>.GetSignificandByteCount() => throw new NotSupportedException();
    bool IFloatingPoint<HyperDual>.TryWriteExponentBigEndian(Span<byte> destination, out int written) => throw new NotSupportedException();
    bool IFloatingPoint<HyperDual>.TryWriteExponentLittleEndian(Span<byte> destination, out int written) => throw new NotSupportedException();
    bool IFloatingPoint<HyperDual>.TryWriteSignificandBigEndian(Span<byte> destination, out int written) => throw new NotSupportedException();
    bool IFloatingPoint<HyperDual>.TryWriteSignificandLittleEndian(Span<byte> destination, out int written) => throw new NotSupportedException();
}
