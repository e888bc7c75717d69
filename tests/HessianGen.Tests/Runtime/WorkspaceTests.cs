using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HessianGen.Runtime;

namespace HessianGen.Tests.Runtime;

public sealed class WorkspaceTests
{
    private const int MoreThanTheFirstBlock = 100_000;

    [Fact]
    public void RentedMemoryIsZero_AlsoWhenItWasUsedBefore() => OnNewThread.Run(() =>
    {
        for (int round = 0; round < 3; round++)
        {
            using WorkspaceScope scope = Workspace.Enter();
            Span<double> rented = scope.Rent<double>(1000);
            Assert.Equal(1000, rented.Length);
            Assert.False(rented.ContainsAnyExcept(0.0));
            rented.Fill(double.NaN);
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1001)]
    [InlineData(MoreThanTheFirstBlock)]
    public void EveryBufferStartsOnItsOwnCacheLine(int length) => OnNewThread.Run(() =>
    {
        using WorkspaceScope scope = Workspace.Enter();
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(0, Address(scope.Rent<double>(length)) % 64);
            Assert.Equal(0, Address(scope.RentDirty<byte>(length)) % 64);
            Assert.Equal(0, Address(scope.Rent<Vector512<float>>(length)) % 64);
        }
    });

    [Fact]
    public void BuffersOfWholePages_DoNotMeetInTheSetsOfACache() => OnNewThread.Run(() =>
    {
        using WorkspaceScope scope = Workspace.Enter();
        HashSet<long> places = [];
        for (int i = 0; i < 10; i++) Assert.True(places.Add(Address(scope.RentDirty<double>(1024)) % 4096));
    });

    [Fact]
    public void BuffersOfOneScopeDoNotOverlap() => OnNewThread.Run(() =>
    {
        using WorkspaceScope scope = Workspace.Enter();
        Span<int> first = scope.Rent<int>(100), second = scope.RentDirty<int>(100), third = scope.Rent<int>(0), fourth = scope.Rent<int>(MoreThanTheFirstBlock);
        first.Fill(1);
        second.Fill(2);
        fourth.Fill(4);

        Assert.True(third.IsEmpty);
        Assert.False(first.ContainsAnyExcept(1));
        Assert.False(second.ContainsAnyExcept(2));
    });

    [Fact]
    public void AnInnerScopeGivesBackItsMemoryAndLeavesTheOuterOnesAlone() => OnNewThread.Run(() =>
    {
        using WorkspaceScope outer = Workspace.Enter();
        Span<double> kept = outer.Rent<double>(10);
        kept.Fill(1);
        nint inner = RentInInnerScope(MoreThanTheFirstBlock), again = RentInInnerScope(MoreThanTheFirstBlock);

        Assert.Equal(inner, again);
        Assert.False(kept.ContainsAnyExcept(1));
    });

    [Fact]
    public void OnlyTheInnermostScopeRents()
    {
        OnNewThread.Run(() => Assert.Throws<InvalidOperationException>(() =>
        {
            using WorkspaceScope outer = Workspace.Enter();
            using WorkspaceScope inner = Workspace.Enter();
            outer.Rent<double>(1);
        }));
    }

    [Fact]
    public void AnExceptionGivesTheMemoryBack() => OnNewThread.Run(() =>
    {
        nint before = RentInInnerScope(10);
        Assert.Throws<OverflowException>(() =>
        {
            using WorkspaceScope outer = Workspace.Enter();
            outer.Rent<double>(1000);
            using WorkspaceScope inner = Workspace.Enter();
            inner.Rent<double>(-1);
        });

        Assert.Equal(before, RentInInnerScope(10));
    });

    [Fact]
    public void ClosingAnOuterScopeClosesTheOnesLeftOpenInside() => OnNewThread.Run(() =>
    {
        WorkspaceScope outer = Workspace.Enter();
        nint before = Address(outer.Rent<double>(1));
        WorkspaceScope forgotten = Workspace.Enter();
        forgotten.Rent<double>(10);
        outer.Dispose();
        forgotten.Dispose();

        Assert.Equal(before, RentInInnerScope(1));
    });

    [Fact]
    public void DisposingTwiceDoesNotGiveBackWhatTheOuterScopeHolds() => OnNewThread.Run(() =>
    {
        using WorkspaceScope outer = Workspace.Enter();
        WorkspaceScope inner = Workspace.Enter();
        inner.Dispose();
        Span<int> kept = outer.Rent<int>(1);
        kept[0] = 7;
        inner.Dispose();
        outer.Rent<int>(1)[0] = 8;

        Assert.Equal(7, kept[0]);
    });

    [Fact]
    public void ALengthThatIsNegativeOverflowsAsInNew()
    {
        using WorkspaceScope scope = Workspace.Enter();
        try { scope.RentDirty<double>(-1); }
        catch (OverflowException) { return; }
        Assert.Fail("expected an OverflowException");
    }

    [Fact]
    public void GrowingLeavesTheEarlierBuffersInPlace_AndEndsInOneBlock() => OnNewThread.Run(() =>
    {
        WorkspaceArena arena = new();
        using (WorkspaceScope scope = new(arena))
        {
            Span<double> early = scope.Rent<double>(1000);
            early.Fill(1);
            for (int n = 1000; n <= 1_000_000; n *= 10) scope.Rent<double>(n).Fill(2);

            Assert.True(arena.BlockCount > 1);
            Assert.False(early.ContainsAnyExcept(1));
        }
        Assert.Equal(1, arena.BlockCount);

        using WorkspaceScope warm = new(arena);
        warm.Rent<double>(1000);
        for (int n = 1000; n <= 1_000_000; n *= 10) warm.Rent<double>(n);
        Assert.Equal(1, arena.BlockCount);
    });

    [Fact]
    public void NothingIsAllocatedFromTheSecondCallOn_AlsoAcrossCollections() => OnNewThread.Run(() =>
    {
        NestedWork();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 100; call++)
        {
            NestedWork();
            if (call % 25 == 0) GC.Collect();
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    });

    [Fact]
    public void ThreadsDoNotShareMemory()
    {
        const int Threads = 8, Rounds = 200;
        int mixedUp = 0;
        Thread[] threads = [.. Enumerable.Range(1, Threads).Select(id => new Thread(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                using WorkspaceScope scope = Workspace.Enter();
                Span<int> mine = scope.Rent<int>(1000 + 100 * round);
                mine.Fill(id);
                Thread.Yield();
                using WorkspaceScope inner = Workspace.Enter();
                inner.Rent<int>(500).Fill(-id);
                if (mine.ContainsAnyExcept(id)) Interlocked.Increment(ref mixedUp);
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();

        Assert.Equal(0, mixedUp);
    }

    private static void NestedWork()
    {
        using WorkspaceScope scope = Workspace.Enter();
        Span<double> a = scope.Rent<double>(20_000);
        GrowableBuffer<double> tape = new(scope);
        for (int i = 0; i < 50_000; i++) tape.Set(i, i);
        using WorkspaceScope inner = Workspace.Enter();
        Span<double> b = inner.RentDirty<double>(20_000);
        a.CopyTo(b);
    }

    private static nint RentInInnerScope(int length)
    {
        using WorkspaceScope scope = Workspace.Enter();
        return Address(scope.Rent<double>(length));
    }

    private static nint Address<T>(Span<T> span) where T : unmanaged
        => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref MemoryMarshal.GetReference(span));
}
