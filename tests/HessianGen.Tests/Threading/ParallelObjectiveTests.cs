using System.Collections.Concurrent;

namespace HessianGen.Tests.Threading;

public sealed class ParallelObjectiveTests
{
    private static readonly double[] Point = [0.3, -0.2, 0.9, 0.1, -0.7], Direction = [1, -2, 0.5, 3, 1];

    public static TheoryData<int> Counts => [0, 1, 31, 32, 33, 255, 256, 257, 1000, 20_001];

    [Theory]
    [MemberData(nameof(Counts))]
    public void AnyNumberOfThreads_GivesTheSameBits(int count)
    {
        HandWrittenSum sum = new(Factors(count));
        double[][]? first = null;
        foreach (int threads in new[] { 1, 2, 3, 8, 100 })
        {
            ParallelHessianVectorObjective parallel = new(sum) { MaxDegreeOfParallelism = threads };
            for (int round = 0; round < 20; round++)
            {
                double[] gradient = new double[5], product = new double[5];
                double value = parallel.Gradient(Point, gradient);
                parallel.HessianVectorProduct(Point, Direction, product);
                double[][] all = [[value, parallel.Value(Point)], gradient, product];
                first ??= all;
                Assert.Equal(first, all);
            }
        }

        double[] serial = new double[5];
        Assert.Equal(sum.Gradient(Point, serial), first![0][0], 1e-9 * (1 + count));
        Assert.All(serial.Zip(first[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * (1 + count)));
        sum.HessianVectorProduct(Point, Direction, serial);
        Assert.All(serial.Zip(first[2]), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * (1 + count)));
    }

    [Theory]
    [InlineData(1000, 256, 2)]
    [InlineData(512, 256, 2)]
    [InlineData(511, 256, 1)]
    [InlineData(2000, 256, 4)]
    [InlineData(1_000_000, 256, 64)]
    [InlineData(100, 1, 4)]
    [InlineData(100, 1000, 1)]
    [InlineData(0, 256, 0)]
    public void Shards_FollowFromTheNumberOfTermsAlone(int count, int minimum, int shards)
    {
        ConcurrentBag<(int First, int Last)> seen = [];
        HandWrittenSum sum = new(new double[count]) { Before = range => seen.Add((range.Start.Value, range.End.Value)) };
        new ParallelObjective(sum) { MinimumShard = minimum, MaxDegreeOfParallelism = 3 }.Gradient(Point, new double[5]);
        (int First, int Last)[] ranges = [.. seen.Order()];
        Assert.Equal(shards, ranges.Length);
        int next = 0;
        foreach ((int first, int last) in ranges)
        {
            Assert.Equal(next, first);
            Assert.True(last == count || (last - first) % 32 == 0);
            next = last;
        }

        Assert.Equal(count, next);
    }

    [Fact]
    public void OutputsMayBeThePoint()
    {
        ParallelObjective parallel = new(new HandWrittenSum(Factors(100)));
        double[] both = [.. Point], expected = new double[5];
        parallel.Gradient(Point, expected);
        parallel.Gradient(both, both);
        Assert.Equal(expected, both);
    }

    [Fact]
    public void WrongLengths_NameTheArgument()
    {
        ParallelHessianVectorObjective parallel = new(new HandWrittenSum(1, 2));
        Assert.Equal("gradient", Assert.Throws<ArgumentException>(() => parallel.Gradient(Point, new double[4])).ParamName);
        Assert.Equal("direction", Assert.Throws<ArgumentException>(() => parallel.HessianVectorProduct(Point, new double[4], new double[5])).ParamName);
        Assert.Equal("product", Assert.Throws<ArgumentException>(() => parallel.HessianVectorProduct(Point, Direction, new double[6])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParallelObjective(new HandWrittenSum(1)) { MaxDegreeOfParallelism = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParallelObjective(new HandWrittenSum(1)) { MinimumShard = 0 });
        Assert.Throws<ArgumentNullException>(() => new ParallelObjective(null!));
    }

    [Fact]
    public void AnException_ComesOutAsItWasThrown_AndTheNextCallIsWell()
    {
        bool fails = true;
        HandWrittenSum sum = new(Factors(2048)) { Before = range => { if (fails && range.Start.Value >= 1024) throw new InvalidOperationException($"from {range.Start}"); } };
        ParallelObjective parallel = new(sum) { MaxDegreeOfParallelism = 4 };
        Assert.Equal("from 1024", Assert.Throws<InvalidOperationException>(() => parallel.Gradient(Point, new double[5])).Message);
        fails = false;
        Assert.True(double.IsFinite(parallel.Gradient(Point, new double[5])));
    }

    [Fact]
    public void CallsFromSeveralThreads_FollowOneAnother()
    {
        HandWrittenSum sum = new(Factors(3000));
        ParallelHessianVectorObjective parallel = new(sum) { MaxDegreeOfParallelism = 3 };
        Parallel.For(0, 8, caller =>
        {
            double[] point = [.. Point.Select(x => x + 0.01 * caller)], expected = new double[5], actual = new double[5];
            new ParallelHessianVectorObjective(sum) { MaxDegreeOfParallelism = 1 }.Gradient(point, expected);
            for (int round = 0; round < 50; round++)
            {
                parallel.Gradient(point, actual);
                Assert.Equal(expected, actual);
            }
        });
    }

    [Fact]
    public void OnceWarm_NoThreadAllocates()
    {
        double[] gradient = new double[5];
        ParallelHessianVectorObjective parallel = new(new HandWrittenSum(Factors(20_000))) { MaxDegreeOfParallelism = 2 };
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            for (int i = 0; i < 20; i++) parallel.HessianVectorProduct(Point, Direction, gradient);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < 20; i++) parallel.HessianVectorProduct(Point, Direction, gradient);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }

    private static double[] Factors(int count) => [.. Enumerable.Range(0, count).Select(t => Math.Sin(1.7 * t))];
}
