namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Loops become loops that a person would have written: values carried by single assignment are variables again.</summary>
public sealed class LoweredLoopTests
{
    [Fact]
    public void ASumOfProducts_IsOneLineInALoop()
    {
        var method = CSharpPicture.Becomes(
            """
            function Dot(@0.w : f64[%0 : i32] "w" variable, @1.x : f64[%1 : i32] "x")
                %2.sum = for %3.i in 0:i32..%0 carrying (%4.sum = 0)
                    %5 = @0[%3]
                    %6 = @1[%3]
                    %7 = mul %5 %6
                    %8 = add %4 %7
                    yields %8
                yields %2
            """,
            """
            double sum = 0.0;
            for (int i = 0; i < w.Length; i++)
            {
                sum += w[i] * x[i];
            }

            return sum;
            """);
        Assert.Equal(11.0, method.CallAsInterpreted(new double[] { 1, 2 }, new double[] { 3, 4 }));
        method.CallAsInterpreted(new double[] { 1, 2 }, new double[] { 3 });
        method.CallAsInterpreted(Array.Empty<double>(), Array.Empty<double>());
    }

    [Fact]
    public void ASwap_KeepsOneOldValue()
    {
        var method = CSharpPicture.Becomes(
            """
            function Swap(%0.n : i32 "n")
                %1.a %2.b = for %3.i in 0:i32..%0 carrying (%4.a = 1, %5.b = 2)
                    yields %5 %4
                %6 = sub %1 %2
                yields %6
            """,
            """
            double a = 1.0;
            double b = 2.0;
            for (int i = 0; i < n; i++)
            {
                double oldA = a;
                a = b;
                b = oldA;
            }

            return a - b;
            """);
        Assert.Equal(1.0, method.CallAsInterpreted(3));
        Assert.Equal(-1.0, method.CallAsInterpreted(4));
    }

    [Fact]
    public void ARotationOfThree_KeepsOneOldValue()
    {
        var method = CSharpPicture.Method(
            """
            function Rotate(%0.n : i32 "n")
                %1 %2 %3 = for %4.i in 0:i32..%0 carrying (%5 = 1, %6 = 2, %7 = 4)
                    %8 = mul %7 3
                    yields %6 %8 %5
                %9 = mul %2 10
                %10 = add %1 %9
                %11 = mul %3 100
                %12 = add %10 %11
                yields %12
            """);
        for (int n = 0; n < 5; n++) method.CallAsInterpreted(n);
    }

    [Fact]
    public void AnUpdateOfWhatIsStillRead_Waits()
    {
        var method = CSharpPicture.Becomes(
            """
            function Recurrence(%0.n : i32 "n")
                %1.a %2.b = for %3.i in 0:i32..%0 carrying (%4.a = 1, %5.b = 2)
                    %6 = add %4 %5
                    %7 = mul %4 0.5
                    yields %6 %7
                %8 = add %1 %2
                yields %8
            """,
            """
            double a = 1.0;
            double b = 2.0;
            for (int i = 0; i < n; i++)
            {
                double sum = a + b;
                b = a * 0.5;
                a = sum;
            }

            return a + b;
            """);
        for (int n = 0; n < 4; n++) method.CallAsInterpreted(n);
    }

    [Fact]
    public void NestedSums_ShareOneVariable()
    {
        var method = CSharpPicture.Becomes(
            """
            function Total(@0.w : f64[%0 : i32] "w", %1.d : i32 "d")
                %2.sum = for %3.i in 0:i32..%1 carrying (%4.sum = 0)
                    %5.sum = for %6.j in 0:i32..%3 carrying (%7.sum = %4)
                        %8 = @0[%6]
                        %9 = add %7 %8
                        yields %9
                    yields %5
                yields %2
            """,
            """
            double sum = 0.0;
            for (int i = 0; i < d; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    sum += w[j];
                }
            }

            return sum;
            """);
        Assert.Equal(4.0, method.CallAsInterpreted(new double[] { 1, 2, 4 }, 3));
    }

    [Fact]
    public void LoopsDownAndInStrides_KeepTheirBounds()
    {
        var method = CSharpPicture.Becomes(
            """
            function Strides(@0.w : f64[%0 : i32] "w", %1.n : i32 "n")
                %2 = sub %1 1:i32
                %3.a = for %4.i in %2..-1:i32 step -1 carrying (%5.a = 0)
                    %6 = @0[%4]
                    %7 = sub %6 %5
                    yields %7
                %8.b = for %9.i in 0:i32..%1 step 2 carrying (%10.b = %3)
                    %11 = @0[%9]
                    %12 = div %10 %11
                    yields %12
                %13.c = for %14.i in %1..0:i32 step -3 carrying (%15.c = %8)
                    %16 = convert f64 %14
                    %17 = add %15 %16
                    yields %17
                yields %13
            """,
            """
            double a = 0.0;
            for (int i = n - 1; i >= 0; i--)
            {
                a = w[i] - a;
            }

            double b = a;
            for (int i = 0; i < n; i += 2)
            {
                b /= w[i];
            }

            double c = b;
            for (int i = n; i >= 1; i -= 3)
            {
                c += i;
            }

            return c;
            """);
        for (int n = 0; n < 6; n++) method.CallAsInterpreted(new double[] { 2, 3, 5, 7, 11 }, n);
    }

    [Fact]
    public void AWhileWithAnExpression_IsAWhile()
    {
        var method = CSharpPicture.Becomes(
            """
            function Halve(%0.x : f64 "x" variable)
                %1.y = while carrying (%2.y = %0)
                    %3 = gt %2 1
                    condition %3
                do
                    %4 = mul 0.5 %2
                    yields %4
                yields %1
            """,
            """
            double y = x;
            while (y > 1.0)
            {
                y *= 0.5;
            }

            return y;
            """);
        Assert.Equal(0.75, method.CallAsInterpreted(12.0));
    }

    [Fact]
    public void AWhileWithStatementsInItsTest_BreaksInTheMiddle()
    {
        var method = CSharpPicture.Becomes(
            """
            function Search(@0.w : f64[%0 : i32] "w", %1.x : f64 "x")
                %2.k = while carrying (%3.k = 0:i32)
                    %4.v = @0[%3]
                    %5 = mul %4 %4
                    %6 = add %5 %4
                    %7 = le %6 %1
                    condition %7
                do
                    %8 = add %3 1:i32
                    yields %8
                %9 = convert f64 %2
                yields %9
            """,
            """
            int k = 0;
            while (true)
            {
                double v = w[k];
                if (!(v * v + v <= x)) break;
                k += 1;
            }

            return k;
            """);
        Assert.Equal(2.0, method.CallAsInterpreted(new double[] { 0, 1, 2, 3 }, 3.0));
        Assert.Equal(0.0, method.CallAsInterpreted(new double[] { 0, 1, 2, 3 }, double.NaN));
        method.CallAsInterpreted(new double[] { 0, 1, 2, 3 }, 30.0);
    }

    [Fact]
    public void ACarriedValueThatNobodyReads_IsNotCarried()
    {
        CSharpPicture.Becomes(
            """
            function Unread(%0.n : i32 "n")
                %1 %2 = for %3.i in 0:i32..%0 carrying (%4.a = 1, %5.b = 2)
                    %6 = mul %4 2
                    %7 = add %5 %6
                    yields %6 %7
                yields %1
            """,
            """
            double a = 1.0;
            for (int i = 0; i < n; i++)
            {
                a *= 2.0;
            }

            return a;
            """);
    }

    [Fact]
    public void AnInitialValueThatIsReadAgain_IsCopied()
    {
        var method = CSharpPicture.Method(
            """
            function Keep(%0.x : f64 "x", %1.n : i32 "n")
                %2 = mul %0 %0
                %3 = for %4.i in 0:i32..%1 carrying (%5 = %2)
                    %6 = add %5 %2
                    yields %6
                %7 = mul %3 %2
                yields %7
            """);
        for (int n = 0; n < 3; n++) method.CallAsInterpreted(3.0, n);
    }

    [Fact]
    public void ALoopInALoop_KeepsValuesOfTheOuterIterationApart()
    {
        var method = CSharpPicture.Method(
            """
            function Outer(@0.w : f64[%0 : i32] "w", %1.n : i32 "n")
                %2.a = for %3.i in 0:i32..%1 carrying (%4.a = 1)
                    %5.a = @0[%3]
                    %6.a = for %7.j in 0:i32..%3 carrying (%8.a = %5)
                        %9.a = add %8 %4
                        yields %9
                    %10.a = mul %6 %5
                    yields %10
                yields %2
            """);
        for (int n = 0; n < 4; n++) method.CallAsInterpreted(new double[] { 2, 3, 5 }, n);
    }
}
