using HessianGen.Testing;

namespace HessianGen.Conformance.Tests.Guards;

public sealed class AllocationTests
{
    private static object? s_kept;

    [Fact]
    public void OneSmallArray_IsSeen() => Assert.InRange(Allocation.Of(() => s_kept = new double[1]), 8, 64);

    [Fact]
    public void WhatIsAllocatedOnce_IsNot()
    {
        object? kept = null;
        Assert.Equal(0, Allocation.Of(() => kept ??= new double[1]));
    }

    [Fact]
    public void TheThirdCall_Counts()
    {
        int calls = 0;
        Assert.NotEqual(0, Allocation.Of(() => s_kept = ++calls >= 3 ? new double[1] : null));
    }
}
