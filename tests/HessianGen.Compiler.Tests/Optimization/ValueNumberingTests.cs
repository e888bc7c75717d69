using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class ValueNumberingTests
{
    [Fact]
    public void EqualExpressions_AreComputedOnce_AlsoWithOperandsSwapped() => Picture.Becomes(Strict, """
        function F(%0 : f64 "s", %1 : f64 "t")
            %2 = mul %0 %1
            %3 = mul %1 %0
            %4 = sub %0 %1
            %5 = sub %1 %0
            %6 = gt %0 %1
            %7 = lt %1 %0
            %8 = select %7 %3 %4
            %9 = select %6 %8 %5
            yields %9
        """, """
        function F(%0 : f64 "s", %1 : f64 "t")
            %2 = mul %0 %1
            %4 = sub %0 %1
            %5 = sub %1 %0
            %6 = gt %0 %1
            %8 = select %6 %2 %4
            %9 = select %6 %8 %5
            yields %9
        """);

    [Fact]
    public void AnExpression_IsAvailableInNestedBlocks_NotAfterThem() => Picture.Becomes(Strict, """
        function F(%0 : f64 "s", %1 : bool "p")
            %2 = exp %0
            %5 = if %1
                %3 = exp %0
                %4 = sin %0
                yields %4
            else
                yields %2
            %6 = sin %0
            %7 = add %5 %6
            yields %7
        """, """
        function F(%0 : f64 "s", %1 : bool "p")
            %2 = exp %0
            %5 = if %1
                %4 = sin %0
                yields %4
            else
                yields %2
            %6 = sin %0
            %7 = add %5 %6
            yields %7
        """);

    [Fact]
    public void ANamedValue_LendsItsNameToTheOneThatStands() => Picture.Becomes(Strict, """
        function F(%0 : f64 "s")
            %1 = exp %0
            %2.y = exp %0
            %3 = mul %1 %2.y
            yields %3
        """, """
        function F(%0 : f64 "s")
            %1.y = exp %0
            %3 = mul %1.y %1.y
            yields %3
        """);

    [Fact]
    public void ConversionsToDifferentTypes_Differ() => Picture.Stays(Strict, """
        function F(%0 : i32 "n")
            %1 = convert f64 %0
            %2 = convert i64 %0
            yields %1 %2
        """);

    [Fact]
    public void LoadsAtSeveralIndices_AreAllShared_AndAWriteAtOneForgetsTheOthers() => Picture.Becomes(Strict, """
        function F(@0.x : f64[%0.x.Length : i32] "x", %1 : i32 "i", %2 : i32 "j", %3 : f64 "s")
            %4 = @0.x[%1]
            %5 = @0.x[%2]
            %6 = @0.x[%1]
            %7 = @0.x[%2]
            @0.x[%1] = %3
            %8 = @0.x[%1]
            %9 = @0.x[%2]
            yields %4 %5 %6 %7 %8 %9
        """, """
        function F(@0.x : f64[%0.x.Length : i32] "x", %1 : i32 "i", %2 : i32 "j", %3 : f64 "s")
            %4 = @0.x[%1]
            %5 = @0.x[%2]
            @0.x[%1] = %3
            %9 = @0.x[%2]
            yields %4 %5 %4 %5 %3 %9
        """);

    [Fact]
    public void ALoad_IsSharedUntilAWriteThatMayHitIt() => Picture.Becomes(Strict, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "i", %3 : i32 "j")
            %4 = @0[%2]
            @1[%2] = 1
            %5 = @0[%2]
            %6 = add %2 1:i32
            @0[%6] = 2
            %7 = @0[%2]
            @0[%3] = 3
            %8 = @0[%2]
            yields %4 %5 %7 %8
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "i", %3 : i32 "j")
            %4 = @0[%2]
            @1[%2] = 1
            %6 = add %2 1:i32
            @0[%6] = 2
            @0[%3] = 3
            %8 = @0[%2]
            yields %4 %4 %4 %8
        """);

    [Fact]
    public void TheUsersOwnBuffers_MayBeOneArray() => Picture.Stays(Strict, """
        function F(@0 : f64[%0 : i32] "x", @1 : f64[%1 : i32] "y")
            %2 = @0[3:i32]
            @1[3:i32] = 1
            %3 = @0[3:i32]
            yields %2 %3
        """);

    [Fact]
    public void AStore_IsForwarded_AndAnAccumulationIsNot() => Picture.Becomes(Strict, """
        function F(%0 : f64 "s", %1 : i32 "i")
            alloc @0 : f64[8:i32]
            @0[%1] = %0
            %2 = @0[%1]
            %3 = sub %1 1:i32
            @0[%3] += 2
            %4 = @0[%1]
            @0[%1] += 2
            %5 = @0[%1]
            yields %2 %4 %5
        """, """
        function F(%0 : f64 "s", %1 : i32 "i")
            alloc @0 : f64[8:i32]
            @0[%1] = %0
            %3 = sub %1 1:i32
            @0[%3] += 2
            @0[%1] += 2
            %5 = @0[%1]
            yields %0 %0 %5
        """);

    [Fact]
    public void ALoop_ForgetsWhatItWrites_AndKeepsTheRest() => Picture.Becomes(Strict, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x")
            %2 = @0[0:i32]
            %3 = @1[0:i32]
            for %4 in 0:i32..%1
                %5 = @0[0:i32]
                %6 = @1[0:i32]
                %7 = add %5 %6
                @0[%4] = %7
            %8 = @0[0:i32]
            %9 = @1[0:i32]
            yields %2 %3 %8 %9
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x")
            %2 = @0[0:i32]
            %3 = @1[0:i32]
            for %4 in 0:i32..%1
                %5 = @0[0:i32]
                %7 = add %5 %3
                @0[%4] = %7
            %8 = @0[0:i32]
            yields %2 %3 %8 %3
        """);

    [Fact]
    public void ABranch_ForgetsWhatItWrites_Afterwards() => Picture.Becomes(Strict, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : bool "p")
            %2 = @0[0:i32]
            if %1
                %3 = @0[0:i32]
                @0[0:i32] = 1
                %4 = @0[0:i32]
                @0[1:i32] = %4
            else
                %5 = @0[0:i32]
                @0[1:i32] = %5
            %6 = @0[0:i32]
            yields %2 %6
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : bool "p")
            %2 = @0[0:i32]
            if %1
                @0[0:i32] = 1
                @0[1:i32] = 1
            else
                @0[1:i32] = %2
            %6 = @0[0:i32]
            yields %2 %6
        """);

    [Fact]
    public void FreshMemory_IsZero_AndStoringZeroThereIsRedundant() => Picture.Becomes(Strict, """
        function F(%0 : f64 "s", %1 : i32 "i")
            alloc @0 : f64[8:i32]
            for %2 in 0:i32..8:i32
                @0[%2] = 0
            %3 = @0[%1]
            @0[1:i32] = %0
            %4 = @0[2:i32]
            %5 = @0[%1]
            yields %3 %4 %5
        """, """
        function F(%0 : f64 "s", %1 : i32 "i")
            alloc @0 : f64[8:i32]
            for %2 in 0:i32..8:i32
            @0[1:i32] = %0
            %5 = @0[%1]
            yields 0 0 %5
        """);

    [Fact]
    public void MinusZero_IsNotWhatFreshMemoryHolds() => Picture.Stays(Strict, """
        function F(%1 : i32 "i")
            alloc @0 : f64[8:i32]
            @0[%1] = -0
            %2 = @0[0:i32]
            yields %2
        """);

    [Fact]
    public void InsideABranch_TheConditionIsKnown() => Picture.Becomes(Strict, """
        function F(%0 : f64 "s", %1 : bool "p")
            %4 = if %1
                %2 = select %1 %0 1
                yields %2
            else
                %3 = select %1 %0 1
                yields %3
            %5 = select %1 %4 2
            yields %5
        """, """
        function F(%0 : f64 "s", %1 : bool "p")
            %4 = if %1
                %2 = select true %0 1
                yields %2
            else
                %3 = select false %0 1
                yields %3
            %5 = select %1 %4 2
            yields %5
        """);

    [Fact]
    public void AfterWritesAtTwoBases_NothingElseIsKnownToBeZero() => Picture.Stays(Strict, """
        function F(%0 : f64 "s", %1 : i32 "i", %2 : i32 "j")
            alloc @0 : f64[8:i32]
            @0[%1] = %0
            @0[%2] = %0
            %3 = add %2 1:i32
            %4 = @0[%3]
            yields %4
        """);

    [Fact]
    public void WhatIsAddedToZero_IsStored_UnderTheLicence()
    {
        const string before = """
            function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
                @0[0:i32] = 0
                @0[0:i32] += %1
                @0[0:i32] += %1
            """;
        Picture.Stays(Strict, before);
        Picture.Becomes(f => ValueNumbering.Run(f, Licences.Default), before, """
            function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
                @0[0:i32] = 0
                @0[0:i32] = %1
                @0[0:i32] += %1
            """);
    }

    private static Function Strict(Function function) => ValueNumbering.Run(function, Licences.Strict);
}
