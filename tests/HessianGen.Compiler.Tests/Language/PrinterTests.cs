using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

public sealed class PrinterTests
{
    private const string Everything = """
        function Everything(@0.x : f64[%0.n : i32] "x" variable, @1 : i32[%1 : i32] "label", %2 : f64 "s" variable, @2 : f64[%3 : i32] "gradient" gradient)
            alloc @3.h : f32[8:i32]                                      // +2
            alloc growable @4 : i64[0:i32]
            check true System.ArgumentException "bad \slice"             // +3
            %4 = convert f32 %2                                          // +4
            @3.h[0:i32] = %4
            @4[%1] = -9223372036854775808:i64
            %9 %10 = for %5.i in 7:i32..-1:i32 step -1 carrying (%6.sum = -0, %7 = NaN)
                %8 = fma %6.sum %7 1E-300
                yields %8 %6.sum
            %11 = lt %9 Infinity
            if %11
                @2[3:i32] += %10
            %12 = if %11
                yields 18446744073709551615:u64
            else
                yields 0:u64
            while
                condition false
            do
                %13 = not %11
            yields %10 %12 true
        """;

    [Fact]
    public void TheTextualForm_ReadsBackToTheSameText() =>
        Assert.Equal(Everything, IrPrinter.Print(IrParser.Parse(Everything)).TrimEnd());

    [Fact]
    public void EveryProgram_ReadsBackToTheSameText() => Meaning.ForEveryProgram(program =>
        Assert.Equal(IrPrinter.Print(program), IrPrinter.Print(IrParser.Parse(IrPrinter.Print(program)))));

    [Fact]
    public void EveryProgram_ReadsBackToAnEqualFunction_UpToUnusedEntriesOfTheTables() => Meaning.ForEveryProgram(program =>
    {
        Function read = IrParser.Parse(IrPrinter.Print(program));
        Assert.Equal(program.Body, read.Body);
        Assert.Equal(program.Parameters, read.Parameters);
        Assert.Equal(program.Body.GetHashCode(), read.Body.GetHashCode());
    });

    [Fact]
    public void ABlockAndAStatement_StandAtTheLeftMargin()
    {
        Function function = IrParser.Parse(Everything);
        Assert.StartsWith("alloc @3.h : f32[8:i32] ", IrPrinter.Print(function.Body, function), StringComparison.Ordinal);
        Assert.Equal("%4 = convert f32 %2                                              // +4\n", IrPrinter.Print(function.Body.Statements[3], function));
    }
}
