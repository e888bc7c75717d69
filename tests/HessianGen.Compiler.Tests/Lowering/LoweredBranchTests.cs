namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Branches become statements, choices or short circuits, whichever reads best.</summary>
public sealed class LoweredBranchTests
{
    [Fact]
    public void AnUpdateInOneBranch_IsAnIfWithoutElse()
    {
        var method = CSharpPicture.Becomes(
            """
            function Positive(@0.w : f64[%0 : i32] "w")
                %1.sum = for %2.i in 0:i32..%0 carrying (%3.sum = 0)
                    %4 = @0[%2]
                    %5 = gt %4 0
                    %6.sum = if %5
                        %7 = add %3 %4
                        yields %7
                    else
                        yields %3
                    yields %6
                yields %1
            """,
            """
            double sum = 0.0;
            for (int i = 0; i < w.Length; i++)
            {
                double wi = w[i];
                if (wi > 0.0)
                {
                    sum += wi;
                }
            }

            return sum;
            """);
        Assert.Equal(3.0, method.CallAsInterpreted(new double[] { 1, -5, 2, double.NaN }));
    }

    [Fact]
    public void OneExpressionInEachBranch_IsAChoice()
    {
        var method = CSharpPicture.Becomes(
            """
            function Entropy(%0.p : f64 "p")
                %1 = gt %0 0
                %2.term = if %1
                    %3 = log %0
                    %4 = mul %0 %3
                    yields %4
                else
                    yields 0
                %5 = neg %2
                yields %5
            """,
            """
            double term = p > 0.0 ? p * double.Log(p) : 0.0;
            return -term;
            """);
        method.CallAsInterpreted(0.5);
        method.CallAsInterpreted(0.0);
        method.CallAsInterpreted(double.NaN);
    }

    [Fact]
    public void ALoadInOneBranch_IsNotMadeInTheOther()
    {
        var method = CSharpPicture.Method(
            """
            function Guarded(@0.w : f64[%0 : i32] "w", %1.k : i32 "k")
                %2 = lt %1 %0
                %3 = if %2
                    %4 = @0[%1]
                    yields %4
                else
                    yields -1
                yields %3
            """);
        Assert.Contains("k < w.Length ? w[k] : -1.0", method.Text);
        Assert.Equal(-1.0, method.CallAsInterpreted(new double[] { 3 }, 1));
        Assert.Equal(3.0, method.CallAsInterpreted(new double[] { 3 }, 0));
    }

    [Fact]
    public void ConditionsInSequence_AreShortCircuits()
    {
        var method = CSharpPicture.Becomes(
            """
            function Range(@0.w : f64[%0 : i32] "w", %1.k : i32 "k")
                %2 = ge %1 0:i32
                %3 = if %2
                    %4 = lt %1 %0
                    yields %4
                else
                    yields false
                %5 = if %3
                    %6 = @0[%1]
                    %7 = gt %6 1
                    yields %7
                else
                    yields false
                %8 = select %5 1 0
                yields %8
            """,
            """
            return k >= 0 && k < w.Length && w[k] > 1.0 ? 1.0 : 0.0;
            """);
        Assert.Equal(0.0, method.CallAsInterpreted(new double[] { 3 }, -1));
        Assert.Equal(1.0, method.CallAsInterpreted(new double[] { 3 }, 0));
    }

    [Fact]
    public void SeveralOutputs_AreDeclaredBeforeTheBranch()
    {
        var method = CSharpPicture.Becomes(
            """
            function Both(%0.x : f64 "x", @0.w : f64[%1 : i32] "w")
                %2 = lt %0 0
                %3.a %4.b = if %2
                    %5 = sin %0
                    @0[0:i32] = %5
                    yields %5 2
                else
                    yields 3 %0
                %6 = mul %3 %4
                yields %6
            """,
            """
            double a;
            double b;
            if (x < 0.0)
            {
                a = double.Sin(x);
                w[0] = a;
                b = 2.0;
            }
            else
            {
                a = 3.0;
                b = x;
            }

            return a * b;
            """);
        method.CallAsInterpreted(-1.0, new double[1]);
        method.CallAsInterpreted(1.0, new double[1]);
    }

    [Fact]
    public void ABranchThatOnlyHasAnElse_IsTurnedAround()
    {
        var method = CSharpPicture.Becomes(
            """
            function Otherwise(@0.w : f64[%0 : i32] "w", %1.n : i32 "n", %2.x : f64 "x")
                %3 = lt %1 3:i32
                if %3
                else
                    @0[0:i32] = 1
                %4 = lt %2 3
                if %4
                else
                    @0[1:i32] = 1
                yields 0
            """,
            """
            if (n >= 3)
            {
                w[0] = 1.0;
            }

            if (!(x < 3.0))
            {
                w[1] = 1.0;
            }

            return 0.0;
            """);
        method.CallAsInterpreted(new double[2], 3, double.NaN);
    }

    [Fact]
    public void ChainsOfElse_StayFlat()
    {
        var method = CSharpPicture.Method(
            """
            function Chain(@0.w : f64[%0 : i32] "w", %1.n : i32 "n")
                %2 = eq %1 0:i32
                if %2
                    @0[0:i32] = 1
                else
                    %3 = eq %1 1:i32
                    if %3
                        @0[0:i32] = 2
                    else
                        @0[0:i32] = 3
                yields 0
            """);
        Assert.Contains("else if (n == 1)", method.Text);
        for (int n = 0; n < 3; n++) method.CallAsInterpreted(new double[1], n);
    }

    [Fact]
    public void WhatIsKnownBeforehand_IsNoBranch()
    {
        CSharpPicture.Becomes(
            """
            function Known(@0.w : f64[%0 : i32] "w")
                %1 = lt 2 1
                if %1
                    @0[0:i32] = 1
                else
                    @0[0:i32] = 2
                %2 = eq %0 %0
                %3 = select %2 5 7
                yields %3
            """,
            """
            w[0] = 2.0;
            return 5.0;
            """);
    }

    [Fact]
    public void ACheckThatAlwaysFails_LeavesNoUnreachableCode()
    {
        var method = CSharpPicture.Method(
            """
            function Fail(%0.x : f64 "x")
                check false System.InvalidOperationException "never \here"
                yields %0
            """);
        Assert.Throws<InvalidOperationException>(() => method.Call(1.0));
    }

    [Fact]
    public void ChecksThrowWhatTheyName()
    {
        var method = CSharpPicture.Method(
            """
            function Check(%0.n : i32 "n", @0.w : f64[%1 : i32] "w")
                %2 = gt %0 0:i32
                %3 = le %0 %1
                %4 = and %2 %3
                check %4 ArgumentOutOfRangeException
                %5 = ne %0 2:i32
                check %5 IndexOutOfRangeException
                %6 = ne %0 3:i32
                check %6 System.ArgumentException "three"
                yields 1
            """);
        Assert.Contains("if (n <= 0 || n > w.Length) throw new global::System.ArgumentOutOfRangeException();", method.Text);
        Assert.Contains("global::HessianGen.Runtime.Require.Index(n != 2);", method.Text);
        Assert.Throws<ArgumentOutOfRangeException>(() => method.Call(0, new double[3]));
        Assert.Throws<IndexOutOfRangeException>(() => method.Call(2, new double[3]));
        Assert.Equal("three", Assert.Throws<ArgumentException>(() => method.Call(3, new double[3])).Message);
        Assert.Equal(1.0, method.Call(1, new double[3]));
    }
}
