using System.Globalization;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Emission;

/// <summary>A generated member compiles wherever the user put his method, and takes his parameters as he declared them.</summary>
public sealed class EmittedDeclarationTests
{
    private const string Everything =
        """
        function Loss(@0.w : f64[%0 : i32] "w" variable, @1.x : f64[%1 : i32] "x", %2.mode : i32 "mode", %3.scale : f64 "scale")
            alloc @2.h : f64[%0]
            alloc growable @3 : f64[0:i32]
            for %4.i in 0:i32..%0
                %5 = @0[%4]
                %6 = tanh %5
                @2[%4] = %6
                @3[%4] = %6
            %7.sum = for %8.i in 0:i32..%0 carrying (%9.sum = 0)
                %10 = @2[%8]
                %11 = @3[%8]
                %12 = max %10 %11
                %13 = mul %12 %3
                %14 = add %9 %13
                yields %14
            for %15.k in 0:i32..%0
                %16 = @0[%15]
                @2[%15] = %16
            %17 = @2[0:i32]
            %18 = convert f64 %2
            %23 = mul %17 -1.25
            %24 = add %23 1.5e-9
            %19 = mul %24 %18
            %20 = @1[0:i32]
            %21 = mul %20 %19
            %22 = add %7 %21
            yields %22
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("Foo.System")]
    [InlineData("HessianGen.System.Runtime")]
    [InlineData("@class.@int")]
    [InlineData("Global.Größe")]
    public void AnyNamespace_Compiles(string? space)
    {
        EmittedMethod method = EmittedMethod.Of(IrParser.Parse(Everything), change: d => d with { Namespace = space });
        method.CallAsInterpreted(new double[] { 1, 2, 3 }, new double[] { 5 }, 2, 0.5);
    }

    [Theory]
    [InlineData("System")]
    [InlineData("Math")]
    [InlineData("Span")]
    [InlineData("HessianGen")]
    [InlineData("Runtime")]
    [InlineData("Workspace")]
    [InlineData("GeneratedCode")]
    public void AnyTypeName_Compiles(string name)
    {
        EmittedMethod method = EmittedMethod.Of(IrParser.Parse(Everything), change: d => d with
        {
            ContainingTypes = new([new("partial class " + name, name), new("internal readonly partial struct Inner", "Inner"), new("internal partial record @record", "record")]),
        });
        method.CallAsInterpreted(new double[] { 1, 2, 3 }, new double[] { 5 }, 2, 0.5);
    }

    [Fact]
    public void EnumsArraysAndInParameters_AreTakenAsDeclared()
    {
        EmittedMethod method = EmittedMethod.Of(IrParser.Parse(Everything), change: d => d with
        {
            Parameters = new(
            [
                d.Parameters[0] with { Type = "double[]", Form = ParameterForm.Array },
                d.Parameters[1] with { Type = "global::System.ReadOnlySpan<double>" },
                d.Parameters[2] with { Type = "global::System.DayOfWeek", Form = ParameterForm.Enum },
                d.Parameters[3] with { Modifier = "in" },
            ]),
        });
        Assert.Contains("public static double LossValue(double[] w, global::System.ReadOnlySpan<double> x, global::System.DayOfWeek mode, in double scale)", method.Text);
        Assert.Contains("(int)mode", method.Text);
        method.CallAsInterpreted(new double[] { 1, 2, 3 }, new double[] { 5 }, 2, 0.5);
    }

    [Fact]
    public void ALongSignature_HasALineForEachParameter()
    {
        string text = EmittedMethod.Of(IrParser.Parse(Everything), change: d => d with { Name = "LossOfAFitWithAPenaltyAndAMode" }).Text;
        Assert.Contains("LossOfAFitWithAPenaltyAndAModeValue(\n            global::System.Span<double> w,\n            global::System.Span<double> x,\n            int mode,\n            double scale)\n", text);
    }

    [Fact]
    public void TheBytes_DependOnNothingButTheInput()
    {
        string first = EmittedMethod.Of(IrParser.Parse(Everything)).Text;
        CultureInfo ours = CultureInfo.CurrentCulture, strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (strange.NumberFormat.NumberDecimalSeparator, strange.NumberFormat.NegativeSign) = (",", "minus ");
        CultureInfo.CurrentCulture = strange;
        string second = EmittedMethod.Of(IrParser.Parse(Everything)).Text;
        CultureInfo.CurrentCulture = ours;
        Assert.Equal(first, second);
        Assert.DoesNotContain("\r", first);
        Assert.EndsWith("}\n", first);
        Assert.DoesNotContain(first.Split('\n'), line => line.EndsWith(' '));
    }

    [Theory]
    [InlineData("My.Space", "Digits", "Loss", "Loss", "My.Space.Digits.Loss.Gradient.g.cs")]
    [InlineData(null, "Digits", "Loss", "Loss", "Digits.Loss.Gradient.g.cs")]
    [InlineData("My", "Digits`1", "Loss", "Loss", @"My\.Digits_1\.Loss\.Gradient\.[0-9a-f]{8}\.g\.cs")]
    [InlineData("My", "Digits", "Loss", "Loss2", @"My\.Digits\.Loss2\.Gradient\.[0-9a-f]{8}\.g\.cs")]
    [InlineData("My", "Größe", "Loss", "Loss", @"My\.Gr__e\.Loss\.Gradient\.[0-9a-f]{8}\.g\.cs")]
    [InlineData("My.@class", "Digits", "loss", "loss", @"My\.class\.Digits\.loss\.Gradient\.[0-9a-f]{8}\.g\.cs")]
    public void HintNames_AreAscii(string? space, string type, string method, string member, string expected)
    {
        MethodDeclaration declaration = EmittedMethod.Declare(IrParser.Parse(Everything)) with
        {
            Namespace = space, ContainingTypes = new([new("partial class X", type)]), Name = method, MemberName = member,
        };
        Assert.Matches("^" + expected + "$", HintName.Of(declaration, "Gradient"));
    }

    [Fact]
    public void HintNamesOfOverloads_Differ()
    {
        MethodDeclaration declaration = EmittedMethod.Declare(IrParser.Parse(Everything)) with { MemberName = "Loss2" };
        MethodDeclaration other = declaration with { Parameters = new([.. declaration.Parameters.Skip(1)]) };
        Assert.NotEqual(HintName.Of(declaration, "Value"), HintName.Of(other, "Value"));
    }
}
