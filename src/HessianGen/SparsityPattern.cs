namespace HessianGen;

/// <summary>Where a sparse Hessian may have entries that are not zero: the lower triangle, each place once.</summary>
/// <remarks>
/// <para>
/// <c>LossHessianPattern(...)</c> makes it, once for all points; <c>LossSparseHessian(...)</c> writes the entries,
/// <c>values[k]</c> being the one at row <c>Rows[k]</c> and column <c>Columns[k]</c>, with <c>Rows[k] &gt;= Columns[k]</c>.
/// That is the coordinate format that sparse solvers take; <see cref="CompressedRows"/> gives the order for those that want rows.
/// </para>
/// <para>
/// Entries stand diagonal by diagonal, the main one first, so that the generated code reads and writes neighbours. Immutable, and safe
/// to share between threads.
/// </para>
/// </remarks>
public sealed class SparsityPattern
{
    private readonly int[] distances, starts, rows, columns;

    private SparsityPattern(int order, int[] distances)
    {
        (Order, this.distances, starts) = (order, distances, new int[distances.Length + 1]);
        for (int k = 0; k < distances.Length; k++) starts[k + 1] = checked(starts[k] + Math.Max(order - distances[k], 0));
        (rows, columns) = (new int[Count], new int[Count]);
        for (int k = 0; k < distances.Length; k++)
        {
            for (int column = 0; column < order - distances[k]; column++)
            {
                rows[starts[k] + column] = column + distances[k];
                columns[starts[k] + column] = column;
            }
        }
    }

    /// <summary>n, the number of rows and columns.</summary>
    public int Order { get; }

    /// <summary>The number of entries.</summary>
    public int Count => starts[^1];

    /// <summary>The row of each entry.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The column of each entry; at most its row.</summary>
    public ReadOnlySpan<int> Columns => columns;

    /// <summary>The diagonals that have entries, by their distance from the main one, which is always there: 0, then ascending.</summary>
    public ReadOnlySpan<int> Distances => distances;

    /// <summary>The pattern of whole diagonals of the lower triangle.</summary>
    /// <param name="order">n, the number of rows and columns.</param>
    /// <param name="distances">How far each diagonal is below the main one: 0, then ascending.</param>
    /// <exception cref="ArgumentException">The order is negative, the distances do not start with 0 or do not ascend, or there would be more entries than an array has elements.</exception>
    public static SparsityPattern Banded(int order, params ReadOnlySpan<int> distances)
    {
        if (order < 0) throw new ArgumentException($"'{nameof(order)}' is {order}, but a matrix cannot have a negative number of rows.", nameof(order));
        if (distances.Length == 0 || distances[0] != 0) throw new ArgumentException("The first diagonal must be the main one, at distance 0.", nameof(distances));
        long count = 0;
        for (int k = 0; k < distances.Length; k++)
        {
            if (k > 0 && distances[k] <= distances[k - 1]) throw new ArgumentException($"The distances must ascend, but {distances[k]} follows {distances[k - 1]}.", nameof(distances));
            count += Math.Max(order - distances[k], 0);
        }

        if (count > Array.MaxLength) throw new ArgumentException($"{distances.Length} diagonals of a matrix of {order} rows have more entries than an array has elements.", nameof(order));
        return new(order, distances.ToArray());
    }

    /// <summary>The entries of one diagonal: element j is the one at row j + <paramref name="distance"/> and column j. Empty where the pattern does not have that diagonal.</summary>
    /// <param name="values">One for each entry.</param>
    /// <param name="distance">How far the diagonal is below the main one.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has not <see cref="Count"/> elements.</exception>
    public Span<T> Diagonal<T>(Span<T> values, int distance)
    {
        Runtime.Require.Length(values.Length, Count, nameof(values));
        int number = distances.AsSpan().IndexOf(distance);
        return number < 0 ? [] : values[starts[number]..starts[number + 1]];
    }

    /// <summary>Writes the entries as a dense matrix, row by row, both triangles. O(n²).</summary>
    /// <param name="values">One for each entry.</param>
    /// <param name="matrix">Overwritten; length n².</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void ToDense(ReadOnlySpan<double> values, Span<double> matrix)
    {
        Runtime.Require.Length(values.Length, Count, nameof(values));
        Runtime.Require.Length(matrix.Length, (long)Order * Order, nameof(matrix));
        matrix.Clear();
        for (int k = 0; k < rows.Length; k++) matrix[rows[k] * Order + columns[k]] = matrix[columns[k] * Order + rows[k]] = values[k];
    }

    /// <summary>product = H·vector, both triangles taken into account. O(<see cref="Count"/>).</summary>
    /// <param name="values">One for each entry.</param>
    /// <param name="vector">Length n.</param>
    /// <param name="product">Overwritten; length n. Must not overlap <paramref name="vector"/>.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the vectors overlap.</exception>
    public void Multiply(ReadOnlySpan<double> values, ReadOnlySpan<double> vector, Span<double> product)
    {
        Runtime.Require.Length(values.Length, Count, nameof(values));
        Runtime.Require.Length(vector.Length, Order, nameof(vector));
        Runtime.Require.Length(product.Length, Order, nameof(product));
        Runtime.Require.NoOverlap<double>(product, vector, nameof(product), nameof(vector));
        product.Clear();
        for (int k = 0; k < rows.Length; k++)
        {
            product[rows[k]] += values[k] * vector[columns[k]];
            if (rows[k] != columns[k]) product[columns[k]] += values[k] * vector[rows[k]];
        }
    }

    /// <summary>The places by rows, as sparse factorisations take them.</summary>
    /// <param name="bothTriangles">True to have each entry below the diagonal also above it.</param>
    /// <returns>
    /// The entries of row i stand from <c>RowStarts[i]</c> to before <c>RowStarts[i + 1]</c>, their columns ascending;
    /// entry k of that order is <c>values[Sources[k]]</c>. O(<see cref="Count"/>); read by columns, it is the other triangle.
    /// </returns>
    public (int[] RowStarts, int[] Columns, int[] Sources) CompressedRows(bool bothTriangles = false)
    {
        int[] rowStarts = new int[Order + 1];
        for (int k = 0; k < rows.Length; k++)
        {
            rowStarts[rows[k] + 1]++;
            if (bothTriangles && rows[k] != columns[k]) rowStarts[columns[k] + 1]++;
        }

        for (int i = 0; i < Order; i++) rowStarts[i + 1] += rowStarts[i];
        int[] next = rowStarts[..Order], byRow = new int[rowStarts[Order]], sources = new int[rowStarts[Order]];

        // Along a row of the lower triangle columns ascend as distances fall, above the diagonal they ascend with them.
        for (int d = distances.Length - 1; d >= 0; d--)
        {
            for (int k = starts[d]; k < starts[d + 1]; k++) Place(rows[k], columns[k], k);
        }

        for (int d = 1; d < distances.Length && bothTriangles; d++)
        {
            for (int k = starts[d]; k < starts[d + 1]; k++) Place(columns[k], rows[k], k);
        }

        return (rowStarts, byRow, sources);

        void Place(int row, int column, int source)
        {
            int at = next[row]++;
            (byRow[at], sources[at]) = (column, source);
        }
    }
}
