using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace HessianGen.Runtime;

/// <summary>Arrays of arrays as generated code sees them: all elements one after another, and for each row where it starts and how long it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Jagged
{
    /// <summary>A copy of the elements of all rows, in order; a row that is null has none.</summary>
    /// <param name="scope">What the copy is rented from: valid until it is disposed.</param>
    /// <param name="rows">The array of arrays.</param>
    /// <param name="starts">The index of each row's first element.</param>
    /// <param name="lengths">The number of each row's elements.</param>
    /// <param name="name">The parameter to name in an exception.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="OverflowException">There are more than 2^31 - 1 elements.</exception>
    public static ReadOnlySpan<T> Elements<T>(
        in WorkspaceScope scope, T[][] rows, out ReadOnlySpan<int> starts, out ReadOnlySpan<int> lengths, [CallerArgumentExpression(nameof(rows))] string? name = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        Span<int> first = scope.RentDirty<int>(rows.Length), count = scope.RentDirty<int>(rows.Length);
        int total = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            first[i] = total;
            count[i] = rows[i]?.Length ?? 0;
            total = checked(total + count[i]);
        }

        Span<T> elements = scope.RentDirty<T>(total);
        for (int i = 0; i < rows.Length; i++) rows[i].AsSpan().CopyTo(elements[first[i]..]);
        starts = first;
        lengths = count;
        return elements;
    }

    /// <summary>As the other overload, for rows of rows: each row is a stretch of a list of inner rows, whose starts and lengths come last.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="OverflowException">There are more than 2^31 - 1 elements.</exception>
    public static ReadOnlySpan<T> Elements<T>(
        in WorkspaceScope scope, T[][][] rows, out ReadOnlySpan<int> starts, out ReadOnlySpan<int> lengths,
        out ReadOnlySpan<int> innerStarts, out ReadOnlySpan<int> innerLengths, [CallerArgumentExpression(nameof(rows))] string? name = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        Span<int> first = scope.RentDirty<int>(rows.Length), count = scope.RentDirty<int>(rows.Length);
        int inner = 0, total = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            first[i] = inner;
            count[i] = rows[i]?.Length ?? 0;
            inner = checked(inner + count[i]);
        }

        Span<int> innerFirst = scope.RentDirty<int>(inner), innerCount = scope.RentDirty<int>(inner);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < count[i]; j++)
            {
                innerFirst[first[i] + j] = total;
                innerCount[first[i] + j] = rows[i][j]?.Length ?? 0;
                total = checked(total + innerCount[first[i] + j]);
            }
        }

        Span<T> elements = scope.RentDirty<T>(total);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < count[i]; j++) rows[i][j].AsSpan().CopyTo(elements[innerFirst[first[i] + j]..]);
        }

        starts = first;
        lengths = count;
        innerStarts = innerFirst;
        innerLengths = innerCount;
        return elements;
    }

    /// <summary>Zeroed rows of these lengths.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="lengths"/> is null.</exception>
    /// <exception cref="OverflowException">A length is negative.</exception>
    public static T[][] Of<T>(int[] lengths, [CallerArgumentExpression(nameof(lengths))] string? name = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(lengths, name);
        return Array.ConvertAll(lengths, length => new T[length]);
    }

    /// <summary>Zeroed rows of rows of these lengths.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="lengths"/> is null.</exception>
    /// <exception cref="OverflowException">A length is negative.</exception>
    public static T[][][] Of<T>(int[][] lengths, [CallerArgumentExpression(nameof(lengths))] string? name = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(lengths, name);
        return Array.ConvertAll(lengths, inner => Of<T>(inner, name));
    }

    /// <summary>The number of elements of all rows.</summary>
    public static int Count<T>(T[][] rows) where T : unmanaged
    {
        int total = 0;
        foreach (T[] row in rows) total += row.Length;
        return total;
    }

    /// <inheritdoc cref="Count{T}(T[][])"/>
    public static int Count<T>(T[][][] rows) where T : unmanaged
    {
        int total = 0;
        foreach (T[][] inner in rows) total += Count(inner);
        return total;
    }

    /// <summary>Fills the rows with the elements, in order.</summary>
    public static void Fill(ReadOnlySpan<double> elements, double[][] rows)
    {
        foreach (double[] row in rows)
        {
            elements[..row.Length].CopyTo(row);
            elements = elements[row.Length..];
        }
    }

    /// <inheritdoc cref="Fill(ReadOnlySpan{double}, double[][])"/>
    public static void Fill(ReadOnlySpan<double> elements, float[][] rows)
    {
        foreach (float[] row in rows)
        {
            for (int i = 0; i < row.Length; i++) row[i] = (float)elements[i];
            elements = elements[row.Length..];
        }
    }

    /// <inheritdoc cref="Fill(ReadOnlySpan{double}, double[][])"/>
    public static void Fill(ReadOnlySpan<double> elements, double[][][] rows)
    {
        foreach (double[][] inner in rows)
        {
            Fill(elements, inner);
            elements = elements[Count(inner)..];
        }
    }

    /// <inheritdoc cref="Fill(ReadOnlySpan{double}, double[][])"/>
    public static void Fill(ReadOnlySpan<double> elements, float[][][] rows)
    {
        foreach (float[][] inner in rows)
        {
            Fill(elements, inner);
            elements = elements[Count(inner)..];
        }
    }
}
