using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class DeadCodeTests
{
    [Fact]
    public void WhatNoResultNeeds_Goes() => Picture.Becomes(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "x", %1 : f64 "s")
            %2 = exp %1
            %3 = sin %2
            %4 = @0[3:i32]
            alloc @1 : f64[8:i32]
            for %5 in 0:i32..8:i32
                %6 = cos %1
            if true
                %7 = cos %1
            yields %2
        """, """
        function F(@0 : f64[%0 : i32] "x", %1 : f64 "s")
            %2 = exp %1
            yields %2
        """);

    [Fact]
    public void ACarriedValueThatOnlyFeedsItself_Goes_AndOneThatFeedsALiveOneStays() => Picture.Becomes(DeadCode.Run, """
        function F(%0 : i32 "n")
            %10 %11 %12 = for %1 in 0:i32..%0 carrying (%2 = 1, %3 = 2, %4 = 3)
                %5 = mul %2 2
                %6 = add %3 %4
                %7 = mul %4 3
                yields %5 %6 %7
            yields %11
        """, """
        function F(%0 : i32 "n")
            %11 %12 = for %1 in 0:i32..%0 carrying (%3 = 2, %4 = 3)
                %6 = add %3 %4
                %7 = mul %4 3
                yields %6 %7
            yields %11
        """);

    [Fact]
    public void UnusedOutputsOfABranch_Go() => Picture.Becomes(DeadCode.Run, """
        function F(%0 : f64 "s", %1 : bool "p")
            %4 %5 = if %1
                %2 = exp %0
                %3 = sin %0
                yields %2 %3
            else
                yields 1 2
            yields %5
        """, """
        function F(%0 : f64 "s", %1 : bool "p")
            %5 = if %1
                %3 = sin %0
                yields %3
            else
                yields 2
            yields %5
        """);

    [Fact]
    public void AStore_IsDead_WhereNothingReadsTheBufferAfterwards() => Picture.Becomes(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "x", @1 : f64[%1 : i32] "gradient" gradient, %2 : f64 "s")
            alloc @2 : f64[8:i32]
            @2[1:i32] = %2
            %3 = @2[1:i32]
            @2[1:i32] = 5
            @2[1:i32] += 5
            @0[0:i32] = 7
            @1[0:i32] = %3
        """, """
        function F(@0 : f64[%0 : i32] "x", @1 : f64[%1 : i32] "gradient" gradient, %2 : f64 "s")
            alloc @2 : f64[8:i32]
            @2[1:i32] = %2
            %3 = @2[1:i32]
            @1[0:i32] = %3
        """);

    [Fact]
    public void AStore_IsAlive_WhereAnotherUserBufferIsReadAfterwards() => Picture.Stays(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "x", @1 : f64[%1 : i32] "y")
            @0[0:i32] = 7
            %2 = @1[0:i32]
            yields %2
        """);

    [Fact]
    public void AStore_IsAlive_WhereTheNextIterationReads() => Picture.Stays(DeadCode.Run, """
        function F(%0 : i32 "n")
            alloc @0 : f64[8:i32]
            %5 = for %1 in 0:i32..%0 carrying (%2 = 0)
                %3 = @0[0:i32]
                %4 = add %2 %3
                @0[0:i32] = %4
                yields %4
            yields %5
        """);

    [Fact]
    public void ABufferThatOnlyFeedsItself_Goes() => Picture.Becomes(DeadCode.Run, """
        function F(%0 : i32 "n")
            alloc @0 : f64[8:i32]
            for %1 in 0:i32..%0
                %2 = @0[0:i32]
                %3 = add %2 1
                @0[0:i32] = %3
            yields 1
        """, """
        function F(%0 : i32 "n")
            yields 1
        """);

    [Fact]
    public void ABufferOfTheIteration_IsDeadAtItsEnd() => Picture.Becomes(DeadCode.Run, """
        function F(@1 : f64[%0 : i32] "gradient" gradient)
            for %1 in 0:i32..%0
                alloc @0 : f64[8:i32]
                @0[%1] = 1
                %2 = @0[0:i32]
                @1[%1] = %2
                @0[%1] = 2
        """, """
        function F(@1 : f64[%0 : i32] "gradient" gradient)
            for %1 in 0:i32..%0
                alloc @0 : f64[8:i32]
                @0[%1] = 1
                %2 = @0[0:i32]
                @1[%1] = %2
        """);

    [Fact]
    public void InAWhile_TheTestReadsAfterTheBody() => Picture.Stays(DeadCode.Run, """
        function F()
            alloc @0 : f64[1:i32]
            while
                %0 = @0[0:i32]
                %1 = lt %0 10
                condition %1
            do
                %2 = @0[0:i32]
                %3 = add %2 1
                @0[0:i32] = %3
        """);

    [Fact]
    public void Checks_AndLoopsThatMayNotEnd_AreKept_AndTheCheckOfTrueIsNone() => Picture.Becomes(DeadCode.Run, """
        function F(%0 : bool "p", %1 : i32 "n")
            check true System.ArgumentException
            for %2 in 0:i32..%1
                check %0 System.ArgumentException
            while
                condition %0
            do
        """, """
        function F(%0 : bool "p", %1 : i32 "n")
            for %2 in 0:i32..%1
                check %0 System.ArgumentException
            while
                condition %0
            do
        """);

    [Fact]
    public void AStore_IsAlive_WhereEitherBranchReads() => Picture.Stays(DeadCode.Run, """
        function F(%0 : bool "p", %1 : f64 "s")
            alloc @0 : f64[8:i32]
            @0[0:i32] = %1
            %3 = if %0
                %2 = @0[0:i32]
                yields %2
            else
                yields 1
            alloc @1 : f64[8:i32]
            @1[0:i32] = %1
            %5 = if %0
                yields 1
            else
                %4 = @1[0:i32]
                yields %4
            yields %3 %5
        """);

    [Fact]
    public void AnElementThatIsOverwritten_OrNeverReadAgain_IsDead_TheOthersAreNot() => Picture.Becomes(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "i")
            alloc @1 : f64[8:i32]
            %3 = add %2 1:i32
            @0[%3] = 1
            @0[%2] = 1
            @0[%2] = %1
            @0[%3] += 2
            @1[0:i32] = 1
            @1[1:i32] = 2
            @1[%2] = 3
            %4 = @1[0:i32]
            @1[0:i32] = 4
            %5 = @1[1:i32]
            yields %4 %5
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "i")
            alloc @1 : f64[8:i32]
            %3 = add %2 1:i32
            @0[%3] = 1
            @0[%2] = %1
            @0[%3] += 2
            @1[0:i32] = 1
            @1[1:i32] = 2
            @1[%2] = 3
            %4 = @1[0:i32]
            %5 = @1[1:i32]
            yields %4 %5
        """);

    [Fact]
    public void AnElementOfTheIteration_IsDeadAtItsEnd_WhereNoOtherIterationTouchesIt() => Picture.Becomes(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
            alloc @1 : f64[8:i32]
            for %2 in 0:i32..4:i32
                @1[%2] = %1
            for %3 in 0:i32..4:i32
                %4 = @1[%3]
                @1[%3] = 0
                @0[%3] = %4
            alloc @2 : f64[8:i32]
            for %5 in 0:i32..4:i32
                @2[%5] = %1
            for %6 in 0:i32..4:i32
                %7 = mul 2:i32 %6
                %8 = add %7 1:i32
                %9 = @2[%7]
                %10 = @2[%8]
                @2[%7] = 0
                @2[%8] = 0
                %11 = add %9 %10
                @0[%6] += %11
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
            alloc @1 : f64[8:i32]
            for %2 in 0:i32..4:i32
                @1[%2] = %1
            for %3 in 0:i32..4:i32
                %4 = @1[%3]
                @0[%3] = %4
            alloc @2 : f64[8:i32]
            for %5 in 0:i32..4:i32
                @2[%5] = %1
            for %6 in 0:i32..4:i32
                %7 = mul 2:i32 %6
                %8 = add %7 1:i32
                %9 = @2[%7]
                %10 = @2[%8]
                %11 = add %9 %10
                @0[%6] += %11
        """);

    [Fact]
    public void AStore_IsAlive_WhereAnotherIndexReads_OrTheOverwritingMayNotRun() => Picture.Stays(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "i", %3 : i32 "j", %4 : bool "p")
            alloc @1 : f64[8:i32]
            @1[%2] = %1
            @1[%3] = 2
            @1[0:i32] = 3
            %7 = if %4
                %5 = @1[%2]
                yields %5
            else
                %6 = @1[%3]
                yields %6
            alloc @2 : f64[8:i32]
            @2[0:i32] = %1
            @2[%2] = 2
            %8 = @2[%3]
            %9 = @2[0:i32]
            alloc @3 : f64[8:i32]
            @3[0:i32] = %1
            for %10 in 0:i32..%3
                @3[0:i32] = 1
                %11 = @3[%2]
                @0[%10] = %11
            %12 = @3[0:i32]
            yields %7 %8 %9 %12
        """);

    [Fact]
    public void AStoreToAUsersBuffer_IsAlive_WhereTheNextIterationReadsAnother() => Picture.Stays(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", @2 : f64[%2 : i32] "y")
            for %3 in 0:i32..%0
                %4 = @1[0:i32]
                %5 = @2[%3]
                %6 = add %4 %5
                @2[%3] = %6
                @0[%3] = %6
        """);

    [Fact]
    public void AStore_IsAlive_WhereAWhileReads() => Picture.Stays(DeadCode.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
            alloc @1 : f64[8:i32]
            alloc @2 : f64[8:i32]
            alloc @3 : f64[8:i32]
            @1[0:i32] = %1
            @2[0:i32] = %1
            while
                %2 = @1[0:i32]
                %3 = lt %2 10
                @3[0:i32] = %2
                condition %3
            do
                %4 = @2[0:i32]
                @1[0:i32] = %4
                %5 = @3[0:i32]
                @0[0:i32] += %5
        """);

    /// <summary>The next iteration reads the element; or the offsets meet after a stride; or the base is not a multiple of the counter; or the loop around it reads.</summary>
    [Theory]
    [InlineData("%8 = add %2 1:i32\n        %9 = @1[%2]\n        @1[%8] = %9")]
    [InlineData("%8 = mul %2 2:i32\n        %7 = add %8 2:i32\n        %9 = @1[%8]\n        @1[%7] = %9")]
    [InlineData("%8 = mul %2 2:i32\n        %9 = @1[%2]\n        @1[%8] = %9")]
    [InlineData("%6 = @0[%2]\n        %7 = convert i32 %6\n        %8 = add %2 %7\n        %9 = @1[%8]\n        @1[%8] = 0")]
    [InlineData("%8 = and %2 1:i32\n        %9 = @1[%8]\n        @1[%8] = 0")]
    [InlineData("%9 = @1[%0]\n        @1[%0] = 0")]
    [InlineData("%9 = @1[3:i32]\n        @1[3:i32] = 0")]
    [InlineData("%9 = for %3 in 0:i32..2:i32 carrying (%4 = 0)\n            %5 = @1[%3]\n            @1[%3] = 3\n            yields %5")]
    public void AnElementThatAnotherIterationReads_IsAlive(string body) => Picture.Stays(DeadCode.Run, $"""
        function F(@0 : f64[%0 : i32] "gradient" gradient)
            alloc @1 : f64[8:i32]
            for %2 in 0:i32..4:i32
                {body}
                @0[%2] = %9
        """);
}
