using System.Runtime.CompilerServices;
using HessianGen.Runtime;

namespace HessianGen.Tests.Runtime;

public sealed class GrowableBufferTests
{
    [Fact]
    public void WhatWasWrittenIsReadBack_AcrossGrowth()
    {
        using WorkspaceScope scope = Workspace.Enter();
        GrowableBuffer<long> tape = new(scope);
        for (int i = 0; i < 100_000; i++) tape.Set(i, (long)i * i);

        Assert.Equal(100_000, tape.Count);
        for (int i = 99_999; i >= 0; i--) Assert.Equal((long)i * i, tape[i]);
    }

    [Fact]
    public void ElementsThatWereSkippedAreZero_AlsoInUsedMemory() => OnNewThread.Run(() =>
    {
        using (WorkspaceScope dirty = Workspace.Enter()) dirty.RentDirty<double>(5000).Fill(double.NaN);
        using WorkspaceScope scope = Workspace.Enter();
        GrowableBuffer<double> tape = new(scope);
        tape.Set(1000, 1);
        tape.Set(3000, 3);

        Assert.Equal(3001, tape.Count);
        for (int i = 0; i < 3001; i++) Assert.Equal(i == 1000 ? 1 : i == 3000 ? 3 : 0, tape[i]);
    });

    [Fact]
    public void AnElementCanBeOverwritten()
    {
        using WorkspaceScope scope = Workspace.Enter();
        GrowableBuffer<int> tape = new(scope);
        tape.Set(5, 1);
        tape.Set(5, 2);
        tape.Set(0, 3);

        Assert.Equal(2, tape[5]);
        Assert.Equal(6, tape.Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(3, -1)]
    [InlineData(3, int.MaxValue)]
    public void ReadingBeyondTheWrittenEndThrows(int written, int index)
    {
        Assert.Throws<IndexOutOfRangeException>(() =>
        {
            using WorkspaceScope scope = Workspace.Enter();
            GrowableBuffer<double> tape = new(scope);
            for (int i = 0; i < written; i++) tape.Set(i, 1);
            return tape[index];
        });
    }

    [Fact]
    public void WritingAtANegativeIndexThrows()
    {
        Assert.Throws<IndexOutOfRangeException>(() =>
        {
            using WorkspaceScope scope = Workspace.Enter();
            new GrowableBuffer<double>(scope).Set(-1, 1);
        });
    }

    [Theory]
    [InlineData(8)]
    [InlineData(32)]
    public void Rows_HoldWhatEachLaneWrote_AcrossGrowth(int lanes) => OnNewThread.Run(() =>
    {
        using (WorkspaceScope dirty = Workspace.Enter()) dirty.RentDirty<double>(100_000).Fill(double.NaN);
        using WorkspaceScope scope = Workspace.Enter();
        GrowableBuffer<double> tape = new(scope);
        for (int row = 0; row < 1000; row += 3)
        {
            ref double first = ref tape.Row(row, lanes);
            for (int lane = 0; lane < lanes; lane++) Unsafe.Add(ref first, lane) = row * lanes + lane;
        }

        Assert.Equal(1000 * lanes, tape.Count);
        for (int i = 0; i < tape.Count; i++) Assert.Equal(i / lanes % 3 == 0 ? i : 0, tape[i]);
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void ARowThatCannotBeThere_Throws(int row)
    {
        Assert.Throws<IndexOutOfRangeException>(() =>
        {
            using WorkspaceScope scope = Workspace.Enter();
            new GrowableBuffer<double>(scope).Row(row, 8) = 1;
        });
    }

    [Fact]
    public void SeveralBuffersGrowSideBySide()
    {
        using WorkspaceScope scope = Workspace.Enter();
        GrowableBuffer<double> values = new(scope);
        GrowableBuffer<int> counts = new(scope);
        for (int i = 0; i < 10_000; i++)
        {
            values.Set(i, 0.5 * i);
            counts.Set(i, -i);
        }
        for (int i = 0; i < 10_000; i++)
        {
            Assert.Equal(0.5 * i, values[i]);
            Assert.Equal(-i, counts[i]);
        }
    }
}
