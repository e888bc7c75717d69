namespace HessianGen.Tests;

public sealed class SparsityPatternTests
{
    // Lower triangle: 1 . . . / 5 2 . . / . 6 3 . / 8 . 7 4
    private static readonly SparsityPattern Pattern = SparsityPattern.Banded(4, 0, 1, 3);

    private static readonly double[] Values = [1, 2, 3, 4, 5, 6, 7, 8];

    private static readonly double[] Matrix =
    [
        1, 5, 0, 8,
        5, 2, 6, 0,
        0, 6, 3, 7,
        8, 0, 7, 4,
    ];

    [Fact]
    public void Entries_StandDiagonalByDiagonal()
    {
        Assert.Equal((4, 8), (Pattern.Order, Pattern.Count));
        Assert.Equal([0, 1, 2, 3, 1, 2, 3, 3], Pattern.Rows);
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 0], Pattern.Columns);
        Assert.Equal([0, 1, 3], Pattern.Distances);
    }

    [Fact]
    public void Diagonal_IsAPartOfTheValues()
    {
        Assert.Equal([5, 6, 7], Pattern.Diagonal<double>(Values, 1));
        Assert.Equal([8], Pattern.Diagonal<double>(Values, 3));
        Assert.Equal(0, Pattern.Diagonal<double>(Values, 2).Length);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Pattern.Diagonal<double>(new double[7], 0).Length).ParamName);
    }

    [Fact]
    public void ToDense_HasBothTriangles()
    {
        double[] matrix = [.. Enumerable.Repeat(double.NaN, 16)];
        Pattern.ToDense(Values, matrix);
        Assert.Equal(Matrix, matrix);
        Assert.Equal("matrix", Assert.Throws<ArgumentException>(() => Pattern.ToDense(Values, new double[15])).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Pattern.ToDense(new double[9], matrix)).ParamName);
    }

    [Fact]
    public void Multiply_TakesBothTriangles()
    {
        double[] vector = [1, 10, 100, 1000], product = new double[4];
        Pattern.Multiply(Values, vector, product);
        Assert.Equal([8051, 625, 7360, 4708], product);
        Assert.Equal("product", Assert.Throws<ArgumentException>(() => Pattern.Multiply(Values, vector, vector)).ParamName);
        Assert.Equal("vector", Assert.Throws<ArgumentException>(() => Pattern.Multiply(Values, new double[3], product)).ParamName);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void CompressedRows_AscendAlongEachRow(bool bothTriangles)
    {
        (int[] starts, int[] columns, int[] sources) = Pattern.CompressedRows(bothTriangles);
        double[] matrix = new double[16];
        for (int i = 0; i < 4; i++)
        {
            int[] row = columns[starts[i]..starts[i + 1]];
            Assert.Equal(row.Order(), row);
            Assert.All(row, j => Assert.True(bothTriangles || j <= i));
            for (int k = starts[i]; k < starts[i + 1]; k++) matrix[4 * i + columns[k]] = Values[sources[k]];
        }

        Assert.Equal(Matrix.Select((x, k) => bothTriangles || k % 4 <= k / 4 ? x : 0), matrix);
        Assert.Equal(bothTriangles ? 12 : 8, sources.Length);
    }

    [Fact]
    public void DiagonalsOutsideOfTheMatrix_AreEmpty()
    {
        SparsityPattern pattern = SparsityPattern.Banded(2, 0, 1, 2, 5);
        Assert.Equal(3, pattern.Count);
        Assert.Equal(0, SparsityPattern.Banded(0, 0, 1).Count);
        Assert.Equal(0, pattern.Diagonal<double>(new double[3], 5).Length);
    }

    [Theory]
    [InlineData("order", -1, new[] { 0 })]
    [InlineData("order", int.MaxValue, new[] { 0, 1 })]
    [InlineData("distances", 3, new int[0])]
    [InlineData("distances", 3, new[] { 1 })]
    [InlineData("distances", 3, new[] { 0, 2, 2 })]
    [InlineData("distances", 3, new[] { 0, 2, 1 })]
    public void WhatIsNoPattern_IsNamed(string argument, int order, int[] distances) =>
        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => SparsityPattern.Banded(order, distances)).ParamName);
}
