using System.Runtime.Intrinsics;
using HessianGen.Runtime;

namespace HessianGen.Tests.Runtime;

/// <summary>Memory, masks and sums of lanes against plain loops.</summary>
public sealed class LanesTests
{
    private static readonly double[] Numbers = [.. Enumerable.Range(0, 200).Select(k => Math.Sin(1.7 * k) * (k + 1))];
    private static readonly float[] Singles = [.. Numbers.Select(x => (float)x)];

    public static TheoryData<int, int> Strides => new() { { 3, 1 }, { 0, 7 }, { 150, -11 }, { 5, 0 }, { 17, 20 } };

    [Theory, MemberData(nameof(Strides))]
    public void Gather_ReadsEveryLane(int index, int stride)
    {
        AssertLanes(k => Numbers[index + k * stride], Lanes.Gather512(Numbers, index, stride));
        AssertLanes(k => Numbers[index + k * stride], Lanes.Gather256(Numbers, index, stride));
        AssertLanes(k => Singles[index + k * (stride / 2)], Lanes.Gather512(Singles, index, stride / 2));
        AssertLanes(k => Singles[index + k * stride], Lanes.Gather256(Singles, index, stride));
        AssertLanes(k => k % 2 == 0 ? Numbers[index + k * stride] : 0, Lanes.Gather512<double>(Numbers, index, stride, 0b01010101));
        AssertLanes(k => k == 3 ? Numbers[index + k * stride] : 0, Lanes.Gather256<double>(Numbers, index, stride, 0b1000));
    }

    [Theory, InlineData(-1, 1), InlineData(193, 1), InlineData(100, 20), InlineData(100, -20), InlineData(0, int.MaxValue)]
    public void Gather_OutsideOfTheSpan_Throws(int index, int stride)
    {
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Gather512(Numbers, index, stride));
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Gather512<double>(Numbers, index, stride, ulong.MaxValue));
    }

    [Fact]
    public void Load_ReadsLanesThatAreOn_AlsoAtTheEnd()
    {
        AssertLanes(k => Numbers[10 + k], Lanes.Load512<double>(Numbers, 10, 0xff));
        AssertLanes(k => k < 3 ? Numbers[197 + k] : 0, Lanes.Load512<double>(Numbers, 197, 0b111));
        AssertLanes(k => k >= 2 ? Numbers[k - 2] : 0, Lanes.Load256<double>(Numbers, -2, 0b1100));
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Load512<double>(Numbers, 197, 0b1111));
    }

    [Theory, InlineData(20), InlineData(196)]
    public void Store_WritesLanesThatAreOn_AndNoOthers(int index)
    {
        double[] target = [.. Numbers];
        Lanes.Store<double>(target, index, Vector512.Create(1.0, 2, 3, 4, 5, 6, 7, 8), 0b1011);
        AssertSame(Numbers.Select((x, i) => i == index ? 1 : i == index + 1 ? 2 : i == index + 3 ? 4 : x), target);

        target = [.. Numbers];
        Lanes.Store<double>(target, index, Vector256.Create(1.0, 2, 3, 4), 0b0110);
        AssertSame(Numbers.Select((x, i) => i == index + 1 ? 2 : i == index + 2 ? 3 : x), target);
    }

    [Fact]
    public void ScatterAdd_OfOneElement_AddsAllLanes()
    {
        double[] target = new double[4];
        Lanes.ScatterAdd<double>(target, 2, 0, Vector512.Create(1.0, 2, 3, 4, 5, 6, 7, 8), ulong.MaxValue);
        Lanes.ScatterAdd<double>(target, 3, -1, Vector256.Create(10.0, 20, 30, 40), 0b1001);
        Assert.Equal([40, 0, 36, 10], target);
    }

    [Theory]
    [InlineData(0, 4, 3, 4, true)]
    [InlineData(8, -4, 3, 4, true)]
    [InlineData(9, 0, 8, 3, true)]
    [InlineData(-1, 1, 1, 0, true)]                     // empty rows are everywhere
    [InlineData(int.MaxValue, int.MaxValue, 8, 0, true)]
    [InlineData(-1, 4, 2, 4, false)]
    [InlineData(1, 4, 3, 4, false)]
    [InlineData(7, -4, 3, 4, false)]
    [InlineData(10, 0, 1, 3, false)]
    [InlineData(0, 1 << 29, 9, 1, false)]               // 8 times this is 0 in 32 bits
    [InlineData(0, int.MinValue, 3, 1, false)]
    [InlineData(0, 0, 1, int.MaxValue, false)]
    public void RequireRows_ThrowsUnlessAllAreInside(int first, int stride, int rows, int count, bool isInside)
    {
        Action check = () => Lanes.RequireRows(first, stride, rows, count, length: 12);
        if (isInside) check();
        else Assert.Throws<IndexOutOfRangeException>(check);
    }

    [Theory, InlineData(8, 0xfful), InlineData(8, 0b00111000ul), InlineData(32, ulong.MaxValue), InlineData(32, 0xffff0fful), InlineData(64, 0x8000000000000001ul)]
    public void Pack_PutsRowsSideBySide(int lanes, ulong active)
    {
        foreach (int length in (int[])[1, 3, 4, 6])
        {
            const int Stride = 3;
            double[] source = [.. Enumerable.Range(0, 64 * Stride + 10).Select(k => k + 0.5)], target = new double[length * lanes];
            Lanes.Pack<double>(source, 2, Stride, length, target, lanes, active);
            for (int r = 0; r < length; r++)
            {
                for (int l = 0; l < lanes; l++) Assert.Equal((active >> l & 1) != 0 ? source[2 + l * Stride + r] : 0, target[r * lanes + l]);
            }

            float[] singles = new float[length * lanes];
            Lanes.Pack<float>([.. source.Select(x => (float)x)], 2, Stride, length, singles, lanes, active);
            Assert.Equal(target.Select(x => (float)x), singles);
        }
    }

    [Fact]
    public void Pack_OutsideOfTheSource_Throws()
    {
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Pack<double>(new double[31], 0, 4, 4, new double[32], 8, ulong.MaxValue));
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Pack<double>(new double[32], -1, 4, 4, new double[32], 8, ulong.MaxValue));
        Lanes.Pack<double>([], 0, 4, 0, [], 8, ulong.MaxValue);
    }

    [Fact]
    public void Sum_HasTheSameBitsAtEveryWidth()
    {
        Vector512<double> doubles = Vector512.Create<double>(Numbers.AsSpan(20, 8));
        Vector512<float> singles = Vector512.Create<float>(Singles.AsSpan(20, 16));
        double fold = (Numbers[20] + Numbers[24] + (Numbers[22] + Numbers[26])) + (Numbers[21] + Numbers[25] + (Numbers[23] + Numbers[27]));
        Assert.Equal(fold, Lanes.Sum(doubles));
        Assert.Equal(fold, Lanes.Sum(doubles.GetLower(), doubles.GetUpper()));
        Assert.Equal(Lanes.Sum(singles), Lanes.Sum(singles.GetLower(), singles.GetUpper()));
        Assert.Equal(Singles.Skip(20).Take(16).Sum(x => (double)x), Lanes.Sum(singles), 1e-4);
    }

    [Fact]
    public void Sums_AreThoseOfEachVector_BitForBit()
    {
        Vector512<double>[] x = [.. Enumerable.Range(0, 8).Select(k => Vector512.Create<double>(Numbers.AsSpan(11 * k, 8)))];
        AssertLanes(k => Lanes.Sum(x[k]), Lanes.Sums(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]));
        AssertLanes(k => Lanes.Sum(x[k]), Lanes.Sums(x[0].GetLower(), x[0].GetUpper(), x[1].GetLower(), x[1].GetUpper(), x[2].GetLower(), x[2].GetUpper(), x[3].GetLower(), x[3].GetUpper()));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3), InlineData(4), InlineData(5), InlineData(8), InlineData(11)]
    public void AddSums_AddsTheLanesOfEachElement_InTheOrderOfSum(int count)
    {
        double[] lanes = [.. Enumerable.Range(1, 8 * count).Select(k => Math.Sin(k) * Math.Pow(10, k % 7))], target = [.. Enumerable.Range(0, count).Select(k => Math.Cos(k))];
        Lanes.AddSums<double>(lanes, target);
        Assert.Equal([.. Enumerable.Range(0, count).Select(k => Math.Cos(k) + Lanes.Sum(Vector512.Create<double>(lanes.AsSpan(8 * k, 8))))], target);
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.AddSums<double>(new double[8 * count + 7], new double[count + 1]));
    }

    [Theory, InlineData(0, 8), InlineData(2, 5), InlineData(0, 64), InlineData(7, 7)]
    public void Between_AndMasks_AreTheSameLanes(int from, int to)
    {
        ulong bits = Lanes.Between(from, to);
        for (int lane = 0; lane < 64; lane++) Assert.Equal(lane >= from && lane < to, (bits >> lane & 1) != 0);
        Assert.Equal(bits & 0xff, Lanes.Bits(Lanes.Mask512<double>(bits)));
        Assert.Equal(bits & 0xffff, Lanes.Bits(Lanes.Mask512<float>(bits)));
        Assert.Equal(bits & 0xf, Lanes.Bits(Lanes.Mask256<double>(bits)));
        Assert.Equal(bits & 0xff, Lanes.Bits(Lanes.Mask256<float>(bits)));
    }

    [Fact]
    public void Shift_TakesTheLastLanesOfTheVectorBefore()
    {
        double[] all = [.. Enumerable.Range(0, 16)];
        Vector512<double> before = Vector512.Create<double>(all.AsSpan(0, 8)), vector = Vector512.Create<double>(all.AsSpan(8, 8));
        for (int distance = 1; distance < 8; distance++) AssertLanes(k => all[8 + k - distance], Lanes.Shift(before, vector, distance));
        for (int distance = 1; distance < 4; distance++) AssertLanes(k => all[12 + k - distance], Lanes.Shift(vector.GetLower(), vector.GetUpper(), distance));
        AssertLanes(k => k < 2 ? Singles[14 + k] : Singles[14 + k], Lanes.Shift(Vector512.Create<float>(Singles.AsSpan(0, 16)), Vector512.Create<float>(Singles.AsSpan(16, 16)), 2));
    }

    [Theory, InlineData(0, 1), InlineData(-5, 3), InlineData(7, 0)]
    public void Numbers_CountWithTheirStride(int start, int stride)
    {
        AssertLanes(k => start + (double)k * stride, Lanes.Numbers512<double>(start, stride));
        AssertLanes(k => start + (double)k * stride, Lanes.Numbers256<double>(start, stride));
        AssertLanes(k => start + (float)k * stride, Lanes.Numbers512<float>(start, stride));
        AssertLanes(k => start + (float)k * stride, Lanes.Numbers256<float>(start, stride));
    }

    [Fact]
    public void Functions_WorkInPlace()
    {
        double[] x = [.. Numbers.Take(32).Select(v => v / 100)], y = [.. x];
        Lanes.Tanh(x);
        for (int i = 0; i < x.Length; i++) Assert.Equal(HessianGen.Mathematics.VectorMath.Tanh(y[i]), x[i]);
        double[] powers = [.. y.Select(Math.Abs)], bases = [.. powers];
        Lanes.Pow(powers, y);
        for (int i = 0; i < x.Length; i++) Assert.Equal(HessianGen.Mathematics.VectorMath.Pow(bases[i], y[i]), powers[i]);
    }

    [Theory, InlineData(-1), InlineData(3), InlineData(int.MinValue)]
    public void Inside_ThrowsOutsideOfTheBounds(int index)
    {
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Inside(index, 3));
        Assert.Equal(2, Lanes.Inside(2, 3));
    }

    private static void AssertLanes<T>(Func<int, T> expected, Vector512<T> actual)
    {
        for (int lane = 0; lane < Vector512<T>.Count; lane++) Assert.Equal(expected(lane), actual.GetElement(lane));
    }

    private static void AssertLanes<T>(Func<int, T> expected, Vector256<T> actual)
    {
        for (int lane = 0; lane < Vector256<T>.Count; lane++) Assert.Equal(expected(lane), actual.GetElement(lane));
    }

    private static void AssertSame(IEnumerable<double> expected, double[] actual) => Assert.Equal([.. expected], actual);
}
