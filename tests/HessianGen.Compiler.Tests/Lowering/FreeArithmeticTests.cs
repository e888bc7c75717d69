namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>What a method gets that need not be strict: products in sums, sums of loops in variables, sine and cosine together.</summary>
public sealed class FreeArithmeticTests
{
    [Fact]
    public void SineAndCosineOfOneAngle_AreComputedTogether()
    {
        var method = CSharpPicture.BecomesFree(
            """
            function F(%0.x : f64 "x", %1.y : f64 "y")
                %2 = mul %0 %1
                %3 = cos %2
                %4 = mul %3 %0
                %5 = sin %2
                %6 = sin %0
                %7 = mul %5 %6
                %8 = add %4 %7
                yields %8
            """,
            """
            double product = x * y;
            (double sin, double cos) = double.SinCos(product);
            return double.MultiplyAddEstimate(sin, double.Sin(x), cos * x);
            """);
        Assert.Equal(Math.Cos(1.5) * 3 + Math.Sin(1.5) * Math.Sin(3), (double)method.Call(3.0, 0.5)!, 1e-14);
    }

    [Fact]
    public void SineAndCosineInTwoBranches_StayApart()
    {
        var method = CSharpPicture.BecomesFree(
            """
            function F(%0.x : f64 "x")
                %1 = gt %0 0
                %2.y = if %1
                    %3.y = sin %0
                    yields %3
                else
                    %4.y = cos %0
                    yields %4
                yields %2
            """,
            """
            double y = x > 0.0 ? double.Sin(x) : double.Cos(x);
            return y;
            """);
        Assert.Equal(Math.Sin(1), method.Call(1.0));
        Assert.Equal(Math.Cos(-1.0), method.Call(-1.0));
    }

    [Fact]
    public void OfTwoProductsInASum_TheOneThatTheLoopWaitsFor_IsFused()
    {
        var method = CSharpPicture.BecomesFree(
            """
            function F(%0.n : i32 "n", %1.a : f64 "a")
                %2.u = for %3.i in 0:i32..%0 carrying (%4.u = 1)
                    %5 = mul %4 %4
                    %6.v = mul %5 %1
                    %7 = mul %1 %4
                    %8.v = add %6 %7
                    yields %8
                yields %2
            """,
            """
            double u = 1.0;
            for (int i = 0; i < n; i++)
            {
                double v = double.MultiplyAddEstimate(u * u, a, a * u);
                u = v;
            }

            return u;
            """);
        Assert.Equal(1.0, method.Call(2, 0.5));
    }

    [Fact]
    public void AnElementThatEveryIterationAddsTo_IsHeldInAVariable()
    {
        var method = CSharpPicture.BecomesFree(
            """
            function F(@0.x : f64[%0 : i32] "x" variable, @1.gradient : f64[%1 : i32] "gradient" gradient)
                %2 = @0[1:i32]
                %3.u = for %4.i in 0:i32..%0 carrying (%5.u = %2)
                    %6 = mul %5 %5
                    @1[1:i32] += %6
                    %7 = @0[%4]
                    %8 = mul %5 %7
                    @1[2:i32] += %8
                    yields %8
                yields %3
            """,
            """
            global::HessianGen.Runtime.Require.Length(gradient.Length, x.Length, "gradient");
            global::HessianGen.Runtime.Require.NoOverlap<double>(gradient, x, "gradient", "x");

            double u = x[1];
            double gradient1Sum = 0.0;
            double gradient2Sum = 0.0;
            for (int i = 0; i < x.Length; i++)
            {
                gradient1Sum = double.MultiplyAddEstimate(u, u, gradient1Sum);
                u *= x[i];
                gradient2Sum += u;
            }

            gradient[1] += gradient1Sum;
            if (0 < x.Length)
            {
                gradient[2] += gradient2Sum;
            }

            return u;
            """);
        double[] gradient = [0, 0, 0];
        Assert.Equal(12.0 * 2, method.Call(new double[] { 1, 2, 6 }, gradient));
        Assert.Equal([0.0, 4 + 4 + 16, 2 + 4 + 24], gradient);
    }

    [Fact]
    public void ANegationInSums_IsNoStepOfItsOwn()
    {
        var method = CSharpPicture.BecomesFree(
            """
            function F(%0.x : f64 "x", %1.y : f64 "y", @2.p : f64[%2 : i32] "p")
                %3 = mul %0 %1
                %4 = neg %3
                @2[0:i32] = %3
                %5 = @2[1:i32]
                %6 = mul %4 %0
                %7 = add %6 %5
                @2[1:i32] = %7
                %8 = mul %4 %1
                %9 = add %8 %5
                yields %9
            """,
            """
            double product = x * y;
            p[0] = product;
            double p1 = p[1];
            p[1] = double.MultiplyAddEstimate(-product, x, p1);
            return double.MultiplyAddEstimate(-product, y, p1);
            """);
        double[] p = [0, 100];
        Assert.Equal(100.0 - 6 * 3, method.Call(2.0, 3.0, p));
        Assert.Equal([6.0, 100 - 6 * 2], p);
    }
}
