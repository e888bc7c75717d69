namespace HessianGen.Tests;

public sealed class BatchLayoutTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 8)]
    [InlineData(8, 8)]
    [InlineData(9, 24)]
    [InlineData(24, 24)]
    [InlineData(1000, 1000)]
    [InlineData(1024, 1032)]
    [InlineData(4096, 4104)]
    public void AStride_IsAnOddNumberOfCacheLines(int count, int expected) => Assert.Equal(expected, BatchLayout.Stride(count));

    [Fact]
    public void ALineOfSinglePrecision_HasTwiceAsMany() => Assert.Equal(1040, BatchLayout.Stride<float>(1024));

    [Fact]
    public void NoStride_IsShorterThanTheCount() => Assert.All(Enumerable.Range(0, 2000), count => Assert.InRange(BatchLayout.Stride(count), count, count + 15 + (count == 0 ? 1 : 0)));

    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(1, 1, 3)]
    [InlineData(7, 8, 2)]
    [InlineData(5, 5, 0)]
    public void ThereAndBack_IsTheSame_AndThePaddingStays(int count, int stride, int n)
    {
        double[] instances = [.. Enumerable.Range(0, count * n).Select(i => i + 0.5)], back = new double[count * n], rows = new double[n * stride];
        Array.Fill(rows, -1);
        BatchLayout.ToRows(instances, count, stride, rows);
        BatchLayout.FromRows(rows, count, stride, back);
        Assert.Equal(instances, back);
        for (int k = 0; k < n; k++)
        {
            for (int p = 0; p < stride; p++) Assert.Equal(p < count ? instances[p * n + k] : -1, rows[k * stride + p]);
        }
    }

    [Fact]
    public void WhatDoesNotFit_Throws()
    {
        double[] memory = new double[64];
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchLayout.Stride(-1));
        Assert.Throws<OverflowException>(() => BatchLayout.Stride(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchLayout.ToRows<double>(new double[4], 4, 3, memory));
        Assert.Throws<ArgumentException>(() => BatchLayout.ToRows<double>(new double[5], 4, 4, memory));
        Assert.Throws<ArgumentException>(() => BatchLayout.ToRows<double>(new double[8], 4, 8, memory));
        Assert.Throws<ArgumentException>(() => BatchLayout.FromRows<double>(memory.AsSpan(0, 32), 4, 8, memory.AsSpan(8, 16)));
    }
}
