using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class AllocSinkingTests
{
    private const string Header = """function F(@9 : f64[%90 : i32] "gradient" gradient, %0 : i32 "n", %1 : i32 "h", %2 : f64 "s", %3 : bool "p")""";

    [Fact]
    public void AScratchBuffer_BecomesPrivateToTheIteration() => Picture.Becomes(AllocSinking.Run, $"""
        {Header}
            alloc @0 : f64[%1]
            for %10 in 0:i32..%0
                for %11 in 0:i32..%1
                    @0[%11] = %2
                for %12 in 0:i32..%1
                    %13 = @0[%12]
                    @9[%12] += %13
        """, $"""
        {Header}
            for %10 in 0:i32..%0
                alloc @0 : f64[%1]
                for %11 in 0:i32..%1
                    @0[%11] = %2
                for %12 in 0:i32..%1
                    %13 = @0[%12]
                    @9[%12] += %13
        """);

    /// <summary>Bodies of the sample loop that overwrite what they read; the buffer has 20 elements, k is a counter below 20.</summary>
    [Theory]
    [InlineData("two ranges", "for %20 in 0:i32..8:i32 / _@0[%20] = %2 / for %21 in 0:i32..12:i32 / _%22 = add 8:i32 %21 / _@0[%22] = 1 / for %23 in 0:i32..20:i32 / _%24 = @0[%23] / _@9[%23] += %24")]
    [InlineData("second range first", "for %21 in 8:i32..20:i32 / _@0[%21] = 1 / for %20 in 0:i32..8:i32 / _@0[%20] = %2 / %23 = @0[%0] / @9[0:i32] += %23")]
    [InlineData("part, read within", "for %20 in 3:i32..8:i32 / _@0[%20] = %2 / for %23 in 3:i32..7:i32 / _%24 = add %23 1:i32 / _%25 = @0[%24] / _@9[%23] += %25")]
    [InlineData("scalar elements", "@0[0:i32] = %2 / @0[1:i32] = 2 / %20 = @0[0:i32] / %21 = @0[1:i32] / @9[0:i32] += %20 / @9[1:i32] += %21")]
    [InlineData("same symbolic element", "@0[%1] = %2 / @0[%1] += 3 / %20 = @0[%1] / @9[0:i32] += %20")]
    [InlineData("recurrence", "@0[0:i32] = %2 / for %20 in 1:i32..20:i32 / _%21 = sub %20 1:i32 / _%22 = @0[%21] / _%23 = sin %22 / _@0[%20] = %23 / %24 = @0[19:i32] / @9[0:i32] += %24")]
    [InlineData("rows of a matrix", "for %20 in 0:i32..4:i32 / _%21 = mul %20 5:i32 / _for %22 in 0:i32..5:i32 / __%23 = add %21 %22 / __@0[%23] = %2 / for %24 in 0:i32..20:i32 / _%25 = @0[%24] / _@9[0:i32] += %25")]
    [InlineData("row by row", "for %20 in 0:i32..4:i32 / _%21 = mul %20 5:i32 / _for %22 in 0:i32..5:i32 / __%23 = add %21 %22 / __@0[%23] = %2 / _for %24 in 0:i32..5:i32 / __%25 = add %24 %21 / __%26 = @0[%25] / __@9[0:i32] += %26")]
    [InlineData("zeroed, then added to", "for %20 in 0:i32..20:i32 / _@0[%20] = 0 / for %21 in 0:i32..20:i32 / _for %22 in 0:i32..%0 / __@0[%21] += %2 / %23 = @0[3:i32] / @9[0:i32] += %23")]
    [InlineData("both branches", "if %3 / _@0[0:i32] = 1 / else / _@0[0:i32] = 2 / %20 = @0[0:i32] / @9[0:i32] += %20")]
    [InlineData("everything, then any index", "for %20 in 0:i32..20:i32 / _@0[%20] = %2 / %21 = @0[%1] / @9[0:i32] += %21")]
    [InlineData("written in a while, read there", "while / _@0[1:i32] = 3 / _%20 = @0[1:i32] / _%21 = lt %20 2 / _condition %21 / do / _@0[2:i32] = 3 / _%22 = @0[2:i32] / _@9[0:i32] += %22")]
    public void Overwritten_Moves(string name, string body) => Assert.True(IsMoved(body), name);

    [Theory]
    [InlineData("read before written", "%20 = @0[0:i32] / @0[0:i32] = %2 / @9[0:i32] += %20")]
    [InlineData("accumulated", "@0[0:i32] += %2 / %20 = @0[0:i32] / @9[0:i32] += %20")]
    [InlineData("one too few", "for %20 in 0:i32..19:i32 / _@0[%20] = %2 / for %21 in 0:i32..20:i32 / _%22 = @0[%21] / _@9[0:i32] += %22")]
    [InlineData("from one", "for %20 in 1:i32..20:i32 / _@0[%20] = %2 / %21 = @0[%1] / @9[0:i32] += %21")]
    [InlineData("every other", "for %20 in 0:i32..20:i32 step 2 / _@0[%20] = %2 / %21 = @0[%1] / @9[0:i32] += %21")]
    [InlineData("strided", "for %20 in 0:i32..10:i32 / _%21 = mul %20 2:i32 / _@0[%21] = %2 / for %22 in 0:i32..20:i32 / _%23 = @0[%22] / _@9[0:i32] += %23")]
    [InlineData("a gap", "for %20 in 0:i32..8:i32 / _@0[%20] = %2 / for %21 in 9:i32..20:i32 / _@0[%21] = 1 / for %23 in 0:i32..20:i32 / _%24 = @0[%23] / _@9[%23] += %24")]
    [InlineData("maybe not run", "for %20 in 0:i32..%1 / _@0[0:i32] = %2 / %21 = @0[0:i32] / @9[0:i32] += %21")]
    [InlineData("one branch", "if %3 / _@0[0:i32] = 1 / %20 = @0[0:i32] / @9[0:i32] += %20")]
    [InlineData("in the test only, read after", "while / _@0[1:i32] = 3 / _condition false / do / %20 = @0[2:i32] / @9[0:i32] += %20")]
    [InlineData("another symbol", "for %20 in 0:i32..%1 / _@0[%20] = %2 / for %21 in 0:i32..%0 / _%22 = @0[%21] / _@9[0:i32] += %22")]
    [InlineData("recurrence from itself", "for %20 in 1:i32..20:i32 / _%21 = sub %20 1:i32 / _%22 = @0[%21] / _%23 = sin %22 / _@0[%20] = %23")]
    [InlineData("ahead of the writes", "for %20 in 0:i32..19:i32 / _@0[%20] = %2 / _%21 = add %20 1:i32 / _%22 = @0[%21] / _@9[0:i32] += %22")]
    [InlineData("at a loaded index", "for %20 in 0:i32..19:i32 / _@0[%20] = %2 / %21 = @9[0:i32] / %22 = convert i32 %21 / %23 = @0[%22] / @9[0:i32] += %23")]
    public void ReadOld_Stays(string name, string body) => Assert.False(IsMoved(body), name);

    [Theory]
    [InlineData("%30 = @0[0:i32]\n    yields %30")]
    [InlineData("for %30 in 0:i32..%0\n        @0[%30] = 1")]
    public void ABufferThatIsUsedOutside_Stays(string after) => Assert.False(IsMoved("@0[0:i32] = 1 / %20 = @0[0:i32] / @9[0:i32] += %20", after));

    [Fact]
    public void AGrowableBuffer_Stays() => Picture.Stays(AllocSinking.Run, $"""
        {Header}
            alloc growable @0 : f64[%1]
            for %10 in 0:i32..%0
                @0[0:i32] = 1
        """);

    /// <summary>True where the pass moves the allocation; whether it does or not, the meaning stays.</summary>
    private static bool IsMoved(string body, string after = "")
    {
        string lines = string.Join("\n", body.Split(" / ").Select(l => new string(' ', 8 + 4 * l.TakeWhile(c => c == '_').Count()) + l.TrimStart('_')));
        Function function = IrVerifier.Verify(IrParser.Parse($"{Header}\n    alloc @0 : f64[20:i32]\n    for %10 in 0:i32..%0\n{lines}\n    {after}"));
        Function result = IrVerifier.Verify(AllocSinking.Run(function));
        double[] before = new double[20], now = new double[20];
        Interpreter.Run(function, [before, 3, 4, 0.7, true]);
        Interpreter.Run(result, [now, 3, 4, 0.7, true]);
        Assert.Equal(before, now);
        return !ReferenceEquals(function, result);
    }
}
