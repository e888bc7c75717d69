using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class AccumulateRecognitionTests
{
    [Fact]
    public void ReadModifyWrite_IsAnAccumulation() => Picture.Becomes(AccumulateRecognition.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "i")
            %3 = @0[%2]
            %4 = add %1 %3
            @0[%2] = %4
            %5 = @0[%2]
            %6 = sub %5 %1
            @0[%2] = %6
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "i")
            @0[%2] += %1
            %7 = neg %1
            @0[%2] += %7
        """);

    [Fact]
    public void ASumOfSeveral_IsSeveralAccumulations_InTheSameOrder() => Picture.Becomes(AccumulateRecognition.Run, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "i")
            %3 = @1[%2]
            %4 = @0[%2]
            %5 = add %3 %4
            %6 = @1[0:i32]
            %7 = sub %5 %6
            @0[%2] = %7
        """, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, @1 : f64[%1 : i32] "x", %2 : i32 "i")
            %3 = @1[%2]
            %6 = @1[0:i32]
            @0[%2] += %3
            %8 = neg %6
            @0[%2] += %8
        """);

    /// <summary>The old value is the subtrahend; is used again, be it for nothing; the element is another; the buffer is touched in between.</summary>
    [Theory]
    [InlineData("%5 = sub 1 %4\n    @0[%2] = %5\n    yields 1")]
    [InlineData("%5 = add 1 %4\n    @0[%2] = %5\n    yields %4")]
    [InlineData("%5 = add 1 %4\n    @0[%2] = %5\n    yields %5")]
    [InlineData("%5 = add 1 %4\n    @0[%3] = %5\n    yields 1")]
    [InlineData("%5 = add 1 %4\n    @0[%3] = 2\n    @0[%2] = %5\n    yields 1")]
    [InlineData("%5 = add 1 %4\n    @0[%3] += 2\n    @0[%2] = %5\n    yields 1")]
    [InlineData("%5 = add 1 %4\n    %6 = @0[%3]\n    @0[%2] = %5\n    yields %6")]
    [InlineData("%5 = add 1 %4\n    %6 = exp %4\n    @0[%2] = %5\n    yields 1")]
    [InlineData("%5 = mul 2 %4\n    @0[%2] = %5\n    yields 1")]
    public void AnythingElse_IsLeftAlone(string rest) => Picture.Stays(AccumulateRecognition.Run, $"""
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s", %2 : i32 "i", %3 : i32 "j")
            %4 = @0[%2]
            {rest}
        """);
}
