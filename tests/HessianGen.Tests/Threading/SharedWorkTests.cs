using HessianGen.Threading;

namespace HessianGen.Tests.Threading;

public sealed class SharedWorkTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(7, 2)]
    [InlineData(64, 5)]
    [InlineData(3, 100)]
    public void EveryTaskRunsOnce(int count, int threads)
    {
        int[] runs = new int[count];
        SharedWork work = new(task => Interlocked.Increment(ref runs[task]));
        for (int round = 1; round <= 200; round++)
        {
            work.Run(count, threads);
            Assert.All(runs, times => Assert.Equal(round, times));
        }
    }

    [Fact]
    public void OneThread_IsTheCallers()
    {
        int caller = Environment.CurrentManagedThreadId;
        new SharedWork(_ => Assert.Equal(caller, Environment.CurrentManagedThreadId)).Run(20, 1);
    }

    [Fact]
    public void NoMoreThreadsRunAtATimeThanAllowed()
    {
        int running = 0, most = 0;
        SharedWork work = new(_ =>
        {
            int now = Interlocked.Increment(ref running);
            for (int seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most) { }
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
        });
        for (int round = 0; round < 10; round++) work.Run(12, 3);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void SecondThread_Helps()
    {
        using Barrier both = new(2);
        new SharedWork(_ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)))).Run(2, 2);
    }

    [Fact]
    public void LowestFailure_ComesOut_AndTheRestRuns()
    {
        int[] runs = new int[10];
        SharedWork work = new(task =>
        {
            Interlocked.Increment(ref runs[task]);
            if (task % 3 == 2) throw new InvalidOperationException(task.ToString());
        });
        for (int round = 1; round <= 20; round++)
        {
            Assert.Equal("2", Assert.Throws<InvalidOperationException>(() => work.Run(10, 4)).Message);
            Assert.All(runs, times => Assert.Equal(round, times));
        }
    }
}
