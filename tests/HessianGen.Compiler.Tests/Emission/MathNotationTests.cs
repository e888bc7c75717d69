using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Emission;

/// <summary>The equations in the header say what the method computes, or nothing.</summary>
public sealed class MathNotationTests
{
    [Fact]
    public void ALogisticLoss_ReadsLikeItsFormula()
    {
        Assert.Equal(
            [
                "z = Σᵢ w[i]·x[n·d + i]   +4",
                "margin = label[n]·z   +5",
                "sum = Σₙ log(1 + exp(−margin))   +6",
                "norm = Σₖ w[k]²   +9",
                "Loss = sum/count + ½·lambda·norm   +11",
            ],
            Header(
                """
                function Loss(@0.w : f64[%0 : i32] "w" variable, @1.x : f64[%1 : i32] "x", @2.label : f64[%2 : i32] "label", %3.d : i32 "d", %4.lambda : f64 "lambda", %5.count : f64 "count")
                    %6.sum = for %7.n in 0:i32..%2 carrying (%8.sum = 0)                 // +2
                        %9.z = for %10.i in 0:i32..%3 carrying (%11.z = 0)               // +3
                            %12 = @0[%10]                                                // +4
                            %13 = mul %7 %3                                              // +4
                            %14 = add %13 %10                                            // +4
                            %15 = @1[%14]                                                // +4
                            %16 = mul %12 %15                                            // +4
                            %17.z = add %11 %16                                          // +4
                            yields %17
                        %18 = @2[%7]                                                     // +5
                        %19.margin = mul %18 %9                                          // +5
                        %20 = neg %19                                                    // +6
                        %21 = exp %20                                                    // +6
                        %22 = add 1 %21                                                  // +6
                        %23 = log %22                                                    // +6
                        %24.sum = add %8 %23                                             // +6
                        yields %24
                    %25.norm = for %26.k in 0:i32..%0 carrying (%27.norm = 0)            // +8
                        %28 = @0[%26]                                                    // +9
                        %29 = mul %28 %28                                                // +9
                        %30 = add %27 %29                                                // +9
                        yields %30
                    %31 = div %6 %5                                                      // +11
                    %32 = mul 0.5 %4                                                     // +11
                    %33 = mul %32 %25                                                    // +11
                    %34 = add %31 %33                                                    // +11
                    yields %34
                """));
    }

    [Fact]
    public void AnInitialValue_StandsBeforeTheSum()
    {
        Assert.Equal(
            ["a = b[j] + Σᵢ w[i]·x[i]   +4", "h[j] = tanh(a)   +5"],
            Header(
                """
                function Layer(@0.w : f64[%0 : i32] "w", @1.x : f64[%1 : i32] "x", @2.b : f64[%2 : i32] "b", @3.h : f64[%3 : i32] "h")
                    for %4.j in 0:i32..%2                                                // +1
                        %5.a = @2[%4]                                                    // +2
                        %6.a = for %7.i in 0:i32..%0 carrying (%8.a = %5)                // +3
                            %9 = @0[%7]                                                  // +4
                            %10 = @1[%7]                                                 // +4
                            %11 = mul %9 %10                                             // +4
                            %12 = add %8 %11                                             // +4
                            yields %12
                        %13 = tanh %6                                                    // +5
                        @3[%4] = %13                                                     // +5
                    yields 0
                """));
    }

    [Fact]
    public void WhatAValueIsComputedFromItself_HasAnArrow()
    {
        Assert.Equal(
            ["x ← r·x·(1 − x)   +3"],
            Header(
                """
                function Logistic(%0.r : f64 "r", %1.n : i32 "n")
                    %2.x = for %3.i in 0:i32..%1 carrying (%4.x = 0.5)                   // +2
                        %5 = mul %0 %4                                                   // +3
                        %6 = sub 1 %4                                                    // +3
                        %7.x = mul %5 %6                                                 // +3
                        yields %7
                    yields %2
                """));
    }

    [Fact]
    public void TwoValuesOfOneName_InOneFormula_AreNotShown()
    {
        Assert.DoesNotContain(Header(
            """
            function Both(%0.x : f64 "x", %1.n : i32 "n")
                %2.a = sin %0                                                            // +2
                %3.a = cos %0                                                            // +3
                %4.b = add %2 %3                                                         // +4
                yields %4
            """), equation => equation.StartsWith('b'));
    }

    [Fact]
    public void WhatABranchDecides_IsNotInTheHeader()
    {
        Assert.Empty(Header(
            """
            function Branch(%0.x : f64 "x", @0.h : f64[%1 : i32] "h")
                %2 = gt %0 0                                                             // +2
                if %2
                    %3.y = sin %0                                                        // +3
                    @0[0:i32] = %3                                                       // +4
                yields %0
            """));
    }

    [Theory]
    [InlineData("%2 = sub %0 %1\n    %3 = sub %0 %2", "F = a − (a − b)")]
    [InlineData("%2 = sub %0 %1\n    %3 = mul %2 %1", "F = (a − b)·b")]
    [InlineData("%2 = mul %0 %1\n    %3 = div %0 %2", "F = a/(a·b)")]
    [InlineData("%2 = neg %0\n    %3 = mul %2 %1", "F = (−a)·b")]
    [InlineData("%2 = add %0 %1\n    %3 = pow %2 2", "F = (a + b)²")]
    [InlineData("%2 = add %0 %1\n    %3 = sqrt %2", "F = √(a + b)")]
    [InlineData("%2 = add %0 -0.5\n    %3 = abs %2", "F = |a + (−0.5)|")]
    [InlineData("%2 = mul %0 3.141592653589793\n    %3 = max %2 %1", "F = max(a·π, b)")]
    public void Parentheses_KeepTheMeaning(string statements, string expected)
    {
        string lines = string.Join("\n", statements.Split('\n').Select(s => s + "   // +1"));
        Assert.Equal([expected + "   +1"], Header($"function F(%0.a : f64 \"a\", %1.b : f64 \"b\")\n    {lines}\n    yields %3"));
    }

    [Fact]
    public void ALongHeader_EndsWithTheLastEquation()
    {
        IEnumerable<string> lines = Enumerable.Range(1, 20).Select(k => $"    %{k}.a{k} = sin %{k - 1}   // +{k}");
        string text = EmittedMethod.Of(IrParser.Parse($"function Long(%0.x : f64 \"x\" variable)\n{string.Join("\n", lines)}\n    yields %20")).Text;
        Assert.Contains("/// a10 = sin(a9)    +10\n        /// ⋮\n        /// a20 = sin(a19)   +20\n", text);
        Assert.DoesNotContain("/// a11", text);
    }

    [Fact]
    public void TheEquation_StandsBesideTheStatement()
    {
        string text = EmittedMethod.Of(IrParser.Parse(
            """
            function Dot(@0.w : f64[%0 : i32] "w" variable, @1.x : f64[%1 : i32] "x")
                %2.sum = for %3.i in 0:i32..%0 carrying (%4.sum = 0)                     // +2
                    %5 = @0[%3]                                                          // +3
                    %6 = @1[%3]                                                          // +3
                    %7 = mul %5 %6                                                       // +3
                    %8 = add %4 %7                                                       // +3
                    yields %8
                yields %2
            """)).Text;
        Assert.Matches(@"sum \+= w\[i\] \* x\[i\]; +// sum = Σᵢ w\[i\]·x\[i\]   \+3\n", text);
        Assert.Contains("/// sum = Σᵢ w[i]·x[i]   +3\n", text);
    }

    private static string[] Header(string function) => [.. PrimalNotation.Of(IrVerifier.Verify(IrParser.Parse(function))).Header.Select(e => $"{e.Text}   +{e.Line}")];
}
