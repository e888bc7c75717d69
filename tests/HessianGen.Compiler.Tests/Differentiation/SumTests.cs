using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Language;
using Xunit;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>The parts of a sum add up, wherever its loop begins and ends, and so do their gradients.</summary>
public sealed class SumTests
{
    // Start, end and step of the loop, and how often it runs.
    public static TheoryData<int, int, int, int> Loops => new()
    {
        { 0, 10, 1, 10 },
        { 3, 20, 4, 5 },
        { 20, 3, -4, 5 },
        { 9, -1, -1, 10 },
        { 5, 5, 1, 0 },
        { 7, 2, 1, 0 },
        { 2, 7, -1, 0 },
        { int.MinValue, int.MinValue, 3, 0 },
        { int.MaxValue, int.MinValue, 3, 0 },
        { int.MaxValue - 1000, int.MaxValue, 300, 4 },
        { int.MinValue + 1000, int.MinValue, -300, 4 },
        { int.MinValue, int.MaxValue, 1_000_000_000, 5 },
    };

    [Theory, MemberData(nameof(Loops))]
    public void AnyRanges_AndTheRemainder_AddUp(int start, int end, int step, int count)
    {
        Function function = IrVerifier.Verify(IrParser.Parse($$"""
            function F(%0 : f64 "w" variable, %1 : i32 "start", %2 : i32 "end")
                %9 = for %3 in %1..%2 step {{step}} carrying (%4 = 0.5)
                    %5 = convert f64 %3
                    %6 = mul %5 %0
                    %7 = sin %6
                    %8 = add %4 %7
                    yields %8
                %13 = lt 1:i32 0:i32
                %14 = if %13
                    yields 1
                else
                    %15 = mul %9 3
                    yields %15
                %11 = mul %0 %0
                %12 = sub %11 %14
                yields %12
            """));
        (Sum? sum, string? reason) = Sum.Of(function);
        Assert.Null(reason);
        Function[] parts = [IrVerifier.Verify(sum!.Terms), IrVerifier.Verify(sum.Remainder), IrVerifier.Verify(sum.Count)];
        Function[] gradients = [Vjp.Run(function), Vjp.Run(parts[0]), Vjp.Run(parts[1])];
        Assert.Equal(count, Interpreter.Run(parts[2], [1e-3, start, end]).Results[0]);
        double[] expected = With(gradients[0]), remainder = With(gradients[2]);
        for (int cut = 0; cut <= count; cut++)
        {
            double[] before = With(gradients[1], 0, cut), after = With(gradients[1], cut, count);
            for (int k = 0; k < 2; k++) Assert.Equal(expected[k], before[k] + after[k] + remainder[k], 1e-9 * (1 + Math.Abs(expected[k])));
        }

        // The value and the gradient of a function for which w, the bounds and perhaps a range are given.
        double[] With(Function gradient, params int[] range)
        {
            double[] slope = new double[1];
            object value = Interpreter.Run(gradient, [1e-3, start, end, .. range.Cast<object>(), slope]).Results[0];
            return [(double)value, slope[0]];
        }
    }
}
