using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class LoopSimplificationTests
{
    [Fact]
    public void ALoopOfNoIteration_Vanishes() => Picture.Becomes(LoopSimplification.Run, """
        function F(%0 : f64 "s")
            %4 = for %1 in 3:i32..3:i32 carrying (%2 = %0)
                %3 = exp %2
                yields %3
            yields %4
        """, """
        function F(%0 : f64 "s")
            yields %0
        """);

    [Fact]
    public void ALoopOfOneIteration_IsItsBody() => Picture.Becomes(LoopSimplification.Run, """
        function F(@0 : f64[%5 : i32] "gradient" gradient, %0 : f64 "s")
            %4 = for %1 in 3:i32..4:i32 step 5 carrying (%2 = %0)
                %3 = exp %2
                @0[%1] = %3
                yields %3
            yields %4
        """, """
        function F(@0 : f64[%5 : i32] "gradient" gradient, %0 : f64 "s")
            %3 = exp %0
            @0[3:i32] = %3
            yields %3
        """);

    [Fact]
    public void ACarriedValueThatNeverVaries_IsItsInitialValue() => Picture.Becomes(LoopSimplification.Run, """
        function F(%0 : f64 "s", %1 : i32 "n")
            %6 %7 %8 = for %2 in 0:i32..%1 carrying (%3 = %0, %4 = 1, %5 = %0)
                %9 = add %3 %5
                yields %3 %9 %0
            yields %6 %7 %8
        """, """
        function F(%0 : f64 "s", %1 : i32 "n")
            %7 = for %2 in 0:i32..%1 carrying (%4 = 1)
                %9 = add %0 %0
                yields %9
            yields %0 %7 %0
        """);

    [Fact]
    public void ALoopThatSurelyRuns_GivesTheInvariantThatItYields() => Picture.Becomes(LoopSimplification.Run, """
        function F(@0 : f64[%5 : i32] "gradient" gradient, %0 : f64 "s")
            %4 = for %1 in 0:i32..3:i32 carrying (%2 = 1)
                @0[%1] = %2
                yields %0
            yields %4
        """, """
        function F(@0 : f64[%5 : i32] "gradient" gradient, %0 : f64 "s")
            %4 = for %1 in 0:i32..3:i32 carrying (%2 = 1)
                @0[%1] = %2
                yields %0
            yields %0
        """);

    [Fact]
    public void ALoopThatMayNotRun_KeepsItsCarriedValue() => Picture.Stays(LoopSimplification.Run, """
        function F(%0 : f64 "s", %1 : i32 "n")
            %4 = for %2 in 0:i32..%1 carrying (%3 = 1)
                yields %0
            yields %4
        """);

    [Fact]
    public void AConstantCondition_PicksItsBranch() => Picture.Becomes(LoopSimplification.Run, """
        function F(%0 : f64 "s")
            %3 = if false
                %1 = exp %0
                yields %1
            else
                %2 = sin %0
                yields %2
            yields %3
        """, """
        function F(%0 : f64 "s")
            %2 = sin %0
            yields %2
        """);

    [Fact]
    public void WhatBothBranchesGive_NeedsNoBranch() => Picture.Becomes(LoopSimplification.Run, """
        function F(@0 : f64[%9 : i32] "gradient" gradient, %0 : f64 "s", %1 : bool "p")
            %2 %3 %4 = if %1
                @0[0:i32] = 1
                yields %0 true 1
            else
                yields %0 false 2
            yields %2 %3 %4
        """, """
        function F(@0 : f64[%9 : i32] "gradient" gradient, %0 : f64 "s", %1 : bool "p")
            %4 = if %1
                @0[0:i32] = 1
                yields 1
            else
                yields 2
            yields %0 %1 %4
        """);

    [Fact]
    public void EmptyBranches_AreSelections() => Picture.Becomes(LoopSimplification.Run, """
        function F(%0 : f64 "s", %1 : bool "p")
            %2 %3 = if %1
                yields %0 1
            else
                yields 2 %0
            if %1
            yields %2 %3
        """, """
        function F(%0 : f64 "s", %1 : bool "p")
            %2 = select %1 %0 2
            %3 = select %1 1 %0
            yields %2 %3
        """);

    [Fact]
    public void AWhileThatNeverRuns_IsItsTest() => Picture.Becomes(LoopSimplification.Run, """
        function F(%0 : f64 "s", %1 : bool "p")
            %3 = while carrying (%2 = %0)
                check %1 System.ArgumentException
                condition false
            do
                yields 1
            yields %3
        """, """
        function F(%0 : f64 "s", %1 : bool "p")
            check %1 System.ArgumentException
            yields %0
        """);
}
