using HessianGen.Runtime;

namespace HessianGen.Tests.Runtime;

/// <summary>Rectangular arrays and arrays of arrays, as generated code reads them.</summary>
public sealed class ShapedArrayTests
{
    [Fact]
    public void TheElementsOfARectangle_AreInPlaceRowByRow()
    {
        double[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Span<double> elements = Rectangular.Elements<double>(matrix);
        Assert.Equal([1, 2, 3, 4, 5, 6], elements.ToArray());
        elements[5] = 7;
        Assert.Equal(7, matrix[1, 2]);
        Assert.Equal(0, Rectangular.Elements<float>(new float[0, 3, 2]).Length);
    }

    [Fact]
    public void NoArray_IsNamed()
    {
        double[,] matrix = null!;
        double[][] rows = null!;
        Assert.Equal("matrix", Assert.Throws<ArgumentNullException>(() => Rectangular.Elements<double>(matrix).Length).ParamName);
        Assert.Equal("rows", Assert.Throws<ArgumentNullException>(() => Flat(rows)).ParamName);

        static void Flat(double[][] rows)
        {
            using WorkspaceScope scope = Workspace.Enter();
            Jagged.Elements(scope, rows, out _, out _);
        }
    }

    [Fact]
    public void Rows_AreCopiedOneAfterAnother()
    {
        using WorkspaceScope scope = Workspace.Enter();
        double[][] rows = [[1, 2], null!, [], [3]];
        ReadOnlySpan<double> elements = Jagged.Elements(scope, rows, out ReadOnlySpan<int> starts, out ReadOnlySpan<int> lengths);
        Assert.Equal([1, 2, 3], elements.ToArray());
        Assert.Equal([0, 2, 2, 2], starts.ToArray());
        Assert.Equal([2, 0, 0, 1], lengths.ToArray());
    }

    [Fact]
    public void RowsOfRows_AreStretchesOfTheInnerRows()
    {
        using WorkspaceScope scope = Workspace.Enter();
        double[][][] rows = [[[1], [2, 3]], [], [[4]]];
        ReadOnlySpan<double> elements = Jagged.Elements(
            scope, rows, out ReadOnlySpan<int> starts, out ReadOnlySpan<int> lengths, out ReadOnlySpan<int> innerStarts, out ReadOnlySpan<int> innerLengths);
        Assert.Equal([1, 2, 3, 4], elements.ToArray());
        Assert.Equal([0, 2, 2], starts.ToArray());
        Assert.Equal([2, 0, 1], lengths.ToArray());
        Assert.Equal([0, 1, 3], innerStarts.ToArray());
        Assert.Equal([1, 2, 1], innerLengths.ToArray());
    }

    [Fact]
    public void RowsMadeByTheirLengths_AreFilledInOrder()
    {
        double[][] rows = Jagged.Of<double>([2, 0, 1]);
        float[][][] deep = Jagged.Of<float>([[1, 2], []]);
        Jagged.Fill([1, 2, 3], rows);
        Jagged.Fill([4, 5, 6], deep);
        Assert.Equal([[1, 2], [], [3]], rows);
        Assert.Equal([[[4f], [5f, 6f]], []], deep);
        Assert.Equal((3, 3), (Jagged.Count(rows), Jagged.Count(deep)));
        Assert.Throws<OverflowException>(() => Jagged.Of<double>([-1]));
    }
}
