using HessianGen.Threading;

namespace HessianGen.Tests.Threading;

public sealed class PairwiseSumTests
{
    public static TheoryData<int> Leaves => [1, 2, 3, 4, 5, 7, 8, 13, 64, 65];

    [Theory]
    [MemberData(nameof(Leaves))]
    public void TheOrderOfArrival_ChangesNoBit(int leaves)
    {
        Random random = new(leaves);
        double[][] terms = [.. Enumerable.Range(0, leaves).Select(_ => Enumerable.Range(0, 19).Select(_ => Math.Exp(40 * random.NextDouble() - 20)).ToArray())];
        int[] order = [.. Enumerable.Range(0, leaves)];
        double[] expected = [.. Enumerable.Range(0, 19).Select(k => Pairwise([.. terms.Select(t => t[k])]))];
        PairwiseSum sum = new();
        for (int round = 0; round < 20; round++)
        {
            sum.Reset(leaves, 18);
            foreach (int leaf in order)
            {
                terms[leaf].AsSpan(1).CopyTo(sum.Of(leaf));
                sum.Add(leaf, terms[leaf][0]);
            }

            double[] actual = [sum.Value, .. sum.Vector];
            Assert.Equal(expected, actual);
            random.Shuffle(order);
        }
    }

    [Fact]
    public void TwoSums_InALine_ShareNothing()
    {
        PairwiseSum sum = new();
        sum.Reset(3, 4);
        for (int leaf = 0; leaf < 3; leaf++)
        {
            sum.Of(leaf).Fill(1);
            sum.Add(leaf, 1);
        }

        sum.Reset(2, 2);
        for (int leaf = 0; leaf < 2; leaf++)
        {
            sum.Of(leaf).Fill(leaf);
            sum.Add(leaf, 5);
        }

        Assert.Equal(10, sum.Value);
        Assert.Equal([1, 1], sum.Vector.ToArray());
    }

    /// <summary>The definition: the largest power of two below the length on the left.</summary>
    private static double Pairwise(double[] values)
    {
        if (values.Length == 1) return values[0];
        int left = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Length) / 2;
        return Pairwise(values[..left]) + Pairwise(values[left..]);
    }
}
