using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Optimization;

public sealed class SimplificationTests
{
    [Fact]
    public void Simplify_IsIdempotent() => Meaning.ForEveryProgram(program =>
    {
        foreach (Licence licence in new[] { Licence.None, Licences.Default })
        {
            Function once = Simplification.Run(program, licence);
            Assert.Same(once, Simplification.Run(once, licence));
        }
    });

    [Fact]
    public void ConstantsFold_ThroughTheFiveOperations_AndNoFurther() => Picture.Becomes(Default, """
        function F(%0 : f64 "s")
            %1 = add 1 2
            %2 = sqrt %1
            %3 = div 1 3:f32
            %4 = exp %1
            %5 = div 0 0
            %6 = lt 1 %1
            %7 = mul 3:i32 4:i32
            yields %2 %4 %5 %6 %7
        """.Replace("div 1 3:f32", "div 1:f32 3:f32", StringComparison.Ordinal), """
        function F(%0 : f64 "s")
            %4 = exp 3
            %5 = div 0 0
            yields 1.7320508075688772 %4 %5 true 12:i32
        """, clean: true);

    [Fact]
    public void ConversionsThatLoseNothing_AreSkipped() => Picture.Becomes(Default, """
        function F(%0 : i32 "n", %1 : f32 "t", %2 : i64 "m", %3 : u8 "b")
            %4 = convert i64 %0
            %5 = convert f64 %4
            %6 = convert f64 %1
            %7 = convert f32 %6
            %8 = convert i32 %2
            %9 = convert i64 %8
            %10 = convert f32 %3
            %11 = convert u8 %10
            %12 = convert f32 %2
            %13 = convert i64 %12
            yields %5 %7 %9 %11 %13
        """, """
        function F(%0 : i32 "n", %1 : f32 "t", %2 : i64 "m", %3 : u8 "b")
            %5 = convert f64 %0
            %8 = convert i32 %2
            %9 = convert i64 %8
            %12 = convert f32 %2
            %13 = convert i64 %12
            yields %5 %1 %9 %3 %13
        """, clean: true);

    /// <summary>A negative number becomes another on the way through an unsigned type; a long loses digits in a double.</summary>
    [Theory]
    [InlineData("i32", "u64", "f64")]
    [InlineData("i8", "u16", "i32")]
    [InlineData("u32", "i32", "i64")]
    [InlineData("i64", "f64", "i64")]
    [InlineData("i32", "f32", "f64")]
    [InlineData("f64", "f32", "f64")]
    [InlineData("f32", "i64", "f32")]
    public void ConversionsThatMayLoseSomething_Stay(string from, string by, string to) => Picture.Stays(Default, $"""
        function F(%0 : {from} "x")
            %1 = convert {by} %0
            %2 = convert {to} %1
            yields %2
        """);

    [Fact]
    public void ASign_MovesOutOnlyWhereItIsNotNeededInside() => Picture.Becomes(Default, """
        function F(%0 : f64 "s", %1 : f64 "t")
            %2 = neg %0
            %3 = mul %2 %1
            %4 = sub 5 %3
            %5 = neg %1
            %6 = mul %5 %0
            yields %4 %5 %6
        """, """
        function F(%0 : f64 "s", %1 : f64 "t")
            %7 = mul %0 %1
            %4 = add 5 %7
            %5 = neg %1
            %6 = mul %5 %0
            yields %4 %5 %6
        """, clean: true);

    [Fact]
    public void ASign_DoesNotMoveIntoALoop() => Picture.Stays(Default, """
        function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
            %2 = neg %1
            for %3 in 0:i32..%0
                %4 = @0[%3]
                %5 = mul %2 %4
                @0[%3] = %5
        """);

    [Fact]
    public void AddingZero_GoesUnderTheLicence_AndStaysWithoutIt()
    {
        const string before = """
            function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
                %2 = add %1 0
                @0[0:i32] += 0
                @0[1:i32] += %2
            """;
        Picture.Stays(f => Simplification.Run(f, Licences.Strict), before);
        Picture.Becomes(Default, before, """
            function F(@0 : f64[%0 : i32] "gradient" gradient, %1 : f64 "s")
                @0[1:i32] += %1
            """);
    }

    [Fact]
    public void TheReplacement_KeepsNameAndLine() => Picture.Becomes(Default, """
        function F(%0.s : f64 "s", %1.t : f64 "t")
            %2 = neg %1.t                                                // +1
            %3.z = sub %0.s %2                                           // +2
            yields %3.z
        """, """
        function F(%0.s : f64 "s", %1.t : f64 "t")
            %3.z = add %0.s %1.t                                         // +2
            yields %3.z
        """, clean: true);

    private static Function Default(Function function) => Simplification.Run(function, Licences.Default);
}
