namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Text at which the compiler warns although it is right: in a project where warnings are errors it must not appear.</summary>
public sealed class WarningTests
{
    [Fact]
    public void BitsOfASignExtendedInteger_AreNoWarning()
    {
        var method = CSharpPicture.Method(
            """
            function Bits(%0.i : i32 "i", %1.l : i64 "l", @0.out : i64[%2 : i32] "out")
                %3 = convert i64 %0
                %4 = or %3 %1
                @0[0:i32] = %4
                %5 = or %1 255:i64
                %6 = xor %3 %5
                @0[1:i32] = %6
                %7 = convert u64 %0
                %8 = convert i64 %7
                %9 = or %8 %4
                @0[2:i32] = %9
                yields 0
            """);
        method.CallAsInterpreted(-5, 1L << 40, new long[3]);
    }

    [Fact]
    public void ComparingAVariableWithItself_IsNoWarning()
    {
        var method = CSharpPicture.Method(
            """
            function Self(%0.x : f64 "x", %1.n : i32 "n", @0.out : bool[%2 : i32] "out")
                %3 = eq %0 %0
                @0[0:i32] = %3
                %4 = ne %0 %0
                @0[1:i32] = %4
                %5 = le %0 %0
                @0[2:i32] = %5
                %6 = lt %0 %0
                @0[3:i32] = %6
                %7 = ge %1 %1
                @0[4:i32] = %7
                yields 0
            """);
        method.CallAsInterpreted(double.NaN, 1, new bool[5]);
        method.CallAsInterpreted(1.0, 1, new bool[5]);
    }

    [Fact]
    public void DividingByTheConstantZero_CompilesAndThrows()
    {
        var method = CSharpPicture.Method(
            """
            function Divide(%0.n : i32 "n", @0.out : i32[%1 : i32] "out")
                %2 = div %0 0:i32
                %3 = rem %2 0:i32
                @0[0:i32] = %3
                yields 0
            """);
        method.CallAsInterpreted(1, new int[1]);
    }

    [Fact]
    public void WhatNobodyReads_IsNotAssigned()
    {
        CSharpPicture.Becomes(
            """
            function Dead(%0.x : f64 "x")
                %1.a = mul %0 2
                %2.b = if true
                    yields 3
                else
                    yields %1
                %3 %4 = for %5.i in 0:i32..3:i32 carrying (%6 = 0, %7 = %2)
                    %8 = add %6 1
                    yields %8 %7
                yields %0
            """,
            """
            return x;
            """);
    }

    [Fact]
    public void ALoopThatNeverEnds_OrNeverRuns_IsNoWarning()
    {
        var method = CSharpPicture.Method(
            """
            function Never(@0.out : f64[%0 : i32] "out")
                %1 = while carrying (%2 = 0)
                    condition false
                do
                    @0[0:i32] = 1
                    yields %2
                for %3.i in 0:i32..0:i32
                    @0[0:i32] = 2
                %4 = @0[0:i32]
                %5 = add %4 %1
                yields %5
            """);
        Assert.Equal(0.0, method.CallAsInterpreted(new double[1]));
    }
}
