using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace HessianGen.Runtime;

/// <summary>The checks that generated code makes before it writes anything: the test is inlined, the exception is built out of line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Require
{
    /// <summary>Throws <see cref="ArgumentException"/>, naming <paramref name="argument"/> and both lengths, unless the lengths agree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, long expected, string argument)
    {
        if (actual != expected) ThrowLength(actual, expected, argument);
    }

    /// <summary>Throws <see cref="ArgumentException"/>, naming <paramref name="argument"/>, if the number of something is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(int count, string argument)
    {
        if (count < 0) throw new ArgumentException($"'{argument}' is {count}, but a number of vectors cannot be negative.", argument);
    }

    /// <summary>Throws <see cref="ArgumentException"/>, naming the argument, unless <paramref name="count"/> instances are there, none or more, and fit into rows of <paramref name="stride"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stride(int count, int stride, string countName, string strideName)
    {
        if (count < 0 || stride < count) ThrowStride(count, stride, countName, strideName);
    }

    /// <summary>Throws <see cref="ArgumentException"/>, naming the argument, if there are instances but fewer rows than each of them reads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(int count, int rows, int least, string argument)
    {
        if (count > 0 && rows < least) ThrowRows(rows, least, argument);
    }

    /// <summary>Throws <see cref="ArgumentException"/>, naming both arguments, if the two spans share memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NoOverlap<T>(ReadOnlySpan<T> output, ReadOnlySpan<T> input, string outputName, string inputName)
    {
        if (output.Overlaps(input)) ThrowOverlap(outputName, inputName);
    }

    /// <summary>Throws <see cref="ArgumentException"/>, naming the argument, unless the pattern has n rows, exactly those diagonals, and an entry for each value.</summary>
    public static void Pattern(SparsityPattern pattern, int order, ReadOnlySpan<int> distances, int count, string patternName, string valuesName)
    {
        ArgumentNullException.ThrowIfNull(pattern, patternName);
        if (pattern.Order != order) throw new ArgumentException($"'{patternName}' is that of {pattern.Order} variables, but there are {order}.", patternName);
        if (!pattern.Distances.SequenceEqual(distances)) throw new ArgumentException($"'{patternName}' is that of another method.", patternName);
        Length(count, pattern.Count, valuesName);
    }

    /// <summary>Throws <see cref="IndexOutOfRangeException"/> unless <paramref name="inRange"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Index([DoesNotReturnIf(false)] bool inRange)
    {
        if (!inRange) ThrowIndex();
    }

    /// <summary>The bounds of a range of terms; throws <see cref="ArgumentOutOfRangeException"/> unless it lies within the terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int First, int Last) Range(Range terms, int count, string argument)
    {
        int first = terms.Start.GetOffset(count), last = terms.End.GetOffset(count);
        if ((uint)last > (uint)count || (uint)first > (uint)last) ThrowRange(terms, count, argument);
        return (first, last);
    }

    [DoesNotReturn]
    private static void ThrowRange(Range terms, int count, string argument)
        => throw new ArgumentOutOfRangeException(argument, terms, $"'{argument}' must be a range of the {count} terms.");

    [DoesNotReturn]
    private static void ThrowLength(int actual, long expected, string argument)
        => throw new ArgumentException($"'{argument}' has length {actual}, but length {expected} is required.", argument);

    [DoesNotReturn]
    private static void ThrowStride(int count, int stride, string countName, string strideName)
        => throw (count < 0
            ? new ArgumentException($"'{countName}' is {count}, but a number of instances cannot be negative.", countName)
            : new ArgumentException($"'{strideName}' is {stride}, but '{countName}' is {count}: a row holds one element of each instance.", strideName));

    [DoesNotReturn]
    private static void ThrowRows(int rows, int least, string argument)
        => throw new ArgumentException($"'{argument}' has {rows} rows of one element of each instance, but at least {least} are required.", argument);

    [DoesNotReturn]
    private static void ThrowOverlap(string outputName, string inputName)
        => throw new ArgumentException($"'{outputName}' is written while '{inputName}' is read: they must not overlap.", outputName);

    [DoesNotReturn]
    private static void ThrowIndex() => throw new IndexOutOfRangeException();
}
