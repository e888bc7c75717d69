using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class HoistingTests
{
    [Fact]
    public void AnInvariant_MovesAsFarOutAsItsOperandsAllow() => Picture.Becomes(Hoisting.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "n")
            for %3 in 0:i32..%2
                for %4 in 0:i32..%2
                    %5 = exp %1
                    %6 = mul %3 %2
                    %7 = add %6 %4
                    @0[%7] = %5
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "n")
            %5 = exp %1
            for %3 in 0:i32..%2
                %6 = mul %3 %2
                for %4 in 0:i32..%2
                    %7 = add %6 %4
                    @0[%7] = %5
        """);

    [Fact]
    public void WhatMayThrow_Stays() => Picture.Stays(Hoisting.Run, """
        function F(@0 : i32[%0 : i32] "gradient" gradient, %1 : i32 "n")
            for %2 in 0:i32..%1
                %3 = div 1:i32 %1
                %4 = rem 1:i32 %1
                %5 = abs %1
                %6 = add %3 %4
                %7 = add %6 %5
                @0[%2] = %7
        """);

    [Fact]
    public void OutOfABranch_OnlyWhatIsFreeMoves() => Picture.Becomes(Hoisting.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "n", %3 : bool "p")
            for %4 in 0:i32..%2
                if %3
                    %5 = mul %2 2:i32
                    %6 = exp %1
                    @0[%5] = %6
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "n", %3 : bool "p")
            %5 = mul %2 2:i32
            for %4 in 0:i32..%2
                if %3
                    %6 = exp %1
                    @0[%5] = %6
        """);

    [Fact]
    public void ALoopInABranch_EmptiesIntoTheBranch() => Picture.Becomes(Hoisting.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "n", %3 : bool "p")
            for %4 in 0:i32..%2
                if %3
                    for %5 in 0:i32..%2
                        %6 = exp %1
                        @0[%5] = %6
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "n", %3 : bool "p")
            for %4 in 0:i32..%2
                if %3
                    %6 = exp %1
                    for %5 in 0:i32..%2
                        @0[%5] = %6
        """);

    [Fact]
    public void ALoad_MovesOutOfALoopThatSurelyRuns_AndDoesNotWriteIt() => Picture.Becomes(Hoisting.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "n")
            for %3 in 0:i32..%2
                for %4 in 0:i32..4:i32
                    %5 = @1[%3]
                    %6 = @0[7:i32]
                    %7 = mul %5 %6
                    @0[%4] = %7
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "n")
            for %3 in 0:i32..%2
                %5 = @1[%3]
                for %4 in 0:i32..4:i32
                    %6 = @0[7:i32]
                    %7 = mul %5 %6
                    @0[%4] = %7
        """);

    [Fact]
    public void ALoad_StaysInALoopThatMayNotRun_AndInABranch() => Picture.Stays(Hoisting.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "n", %3 : bool "p")
            for %4 in 0:i32..%2
                %5 = @1[%2]
                @0[%4] = %5
            for %6 in 0:i32..4:i32
                if %3
                    %7 = @1[%2]
                    @0[%6] = %7
        """);

    [Fact]
    public void TestAndBodyOfAWhile_AreBothLeft() => Picture.Becomes(Hoisting.Run, """
        function F(%0 : f64 "s")
            %6 = while carrying (%1 = 0)
                %2 = exp %0
                %3 = lt %1 %2
                condition %3
            do
                %4 = sin %0
                %5 = add %1 %4
                yields %5
            yields %6
        """, """
        function F(%0 : f64 "s")
            %2 = exp %0
            %4 = sin %0
            %6 = while carrying (%1 = 0)
                %3 = lt %1 %2
                condition %3
            do
                %5 = add %1 %4
                yields %5
            yields %6
        """);
}
