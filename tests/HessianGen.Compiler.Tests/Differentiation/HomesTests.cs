using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using HessianGen.Compiler.Tests.Language;
using Xunit;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>Costly values of inner loops are stored once and read back in the reverse.</summary>
public sealed class HomesTests
{
    /// <summary>The sum over n of log(Σₖ exp(w[k]·x[n])): the exponentials are needed in the reverse, once the sum is known.</summary>
    private const string Softmax =
        """
        function Softmax(@0.w : f64[%0 : i32] "w" variable, @1.x : f64[%1 : i32] "x")
            %2.loss = for %3.n in 0:i32..%1 carrying (%4.loss = 0)
                %5 = @1[%3]
                %6.sum = for %7.k in 0:i32..8:i32 carrying (%8.sum = 0)
                    %9 = @0[%7]
                    %10 = mul %9 %5
                    %11 = exp %10
                    %12 = add %8 %11
                    yields %12
                %13 = log %6
                %14 = add %4 %13
                yields %14
            yields %2
        """;

    [Fact]
    public void AFunctionOfAnInnerLoop_IsEvaluatedOnce()
    {
        Function primal = IrParser.Parse(Softmax);
        Assert.Equal(2, Exponentials(Vjp.Run(primal)));
        Assert.Equal(1, Exponentials(Vjp.Run(Homes.Run(primal))));
    }

    [Fact]
    public void WhatIsCheap_HasNone()
    {
        Function primal = IrParser.Parse(Softmax.Replace("%11 = exp %10", "%11 = mul %10 2"));
        Assert.Same(primal, Homes.Run(primal));
    }

    [Fact]
    public void WhatNobodyReads_IsNotStored()
    {
        Function homes = Homes.Run(IrParser.Parse(Softmax));
        Assert.Contains(Effects.All(homes.Body), s => s is Alloc);
        Assert.DoesNotContain(Effects.All(Optimized(homes).Body), s => s is Alloc);
    }

    [Theory]
    [InlineData("8:i32", "%0", false)]
    [InlineData("8:i32", "8192:i32", true)]
    [InlineData("8:i32", "8193:i32", false)]
    public void ArraysAreOfAKnownModerateSize(string trips, string replacement, bool hasHome)
    {
        Function primal = IrParser.Parse(Softmax.Replace(trips, replacement));
        Assert.Equal(hasHome, !ReferenceEquals(primal, Homes.Run(primal)));
    }

    private static int Exponentials(Function gradient) => Effects.All(Optimized(gradient).Body).OfType<Let>().Count(l => l.Primitive == Primitives.Exp);

    private static Function Optimized(Function function) => OptimizationPipeline.Run(function, Licences.Strict);
}
