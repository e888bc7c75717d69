using HessianGen.Compiler.Tests.Emission;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Wrong lengths and overlaps throw, naming the argument, before anything is written.</summary>
public sealed class EntryCheckTests
{
    private static readonly string[] Declarations =
    [
        """@0.a : f64[%0 : i32] "a" variable""",
        """%1.s : f64 "s" variable""",
        """@1.b : f64[%2 : i32] "b" variable""",
        """@2.data : f64[%3 : i32] "data" """.Trim(),
        """@3.direction : f64[%4 : i32] "direction" direction""",
        """@4.product : f64[%5 : i32] "product" product""",
    ];

    private static readonly EmittedMethod Method = CSharpPicture.Method(
        $"""
        function Product({string.Join(", ", Declarations)})
            for %6.i in 0:i32..%4
                %7 = @3[%6]
                @4[%6] = %7
        """);

    [Fact]
    public void RightLengths_AreAccepted()
    {
        double[] direction = [1, 2, 3, 4, 5, 6], product = new double[6];
        Method.Call(new double[2], 1.0, new double[3], new double[9], direction, product);
        Assert.Equal(direction, product);
    }

    [Theory]
    [InlineData(5, 6, "direction")]
    [InlineData(6, 7, "product")]
    public void AWrongLength_NamesTheArgument(int direction, int product, string name)
    {
        double[] output = [.. Enumerable.Repeat(7.0, product)];
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Method.Call(new double[2], 1.0, new double[3], new double[9], new double[direction], output));
        Assert.Equal(name, thrown.ParamName);
        Assert.All(output, x => Assert.Equal(7.0, x));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void AnOutputThatIsAlsoAnInput_NamesTheOutput(int other)
    {
        double[] output = [7, 7, 7, 7, 7, 7];
        object[] arguments = [new double[2], 1.0, new double[3], new double[9], new double[6], output];
        arguments[other] = output;
        Assert.Equal("product", Assert.Throws<ArgumentException>(() => Method.Call(arguments)).ParamName);
        Assert.All(output, x => Assert.Equal(7.0, x));
    }

    [Fact]
    public void AHessian_HasTheSquareOfTheCount()
    {
        EmittedMethod method = CSharpPicture.Method(
            """
            function Square(@0.w : f64[%0 : i32] "w" variable, @1.gradient : f64[%1 : i32] "gradient" gradient, @2.hessian : f64[%2 : i32] "hessian" hessian)
                for %3.i in 0:i32..%0
                    @1[%3] = 0
                %4 = mul %0 %0
                for %5.i in 0:i32..%4
                    @2[%5] = 0
                yields 1
            """);
        Assert.Contains("gradient.Clear();", method.Text);
        Assert.Contains("hessian.Clear();", method.Text);
        Assert.Equal(1.0, method.Call(new double[3], new double[3], new double[9]));
        Assert.Equal("hessian", Assert.Throws<ArgumentException>(() => method.Call(new double[3], new double[3], new double[3])).ParamName);
        double[] shared = new double[1];
        Assert.Equal("hessian", Assert.Throws<ArgumentException>(() => method.Call(new double[1], shared, shared)).ParamName);
    }

    [Fact]
    public void ScalarVariables_CountOneEach()
    {
        EmittedMethod method = CSharpPicture.Method(
            """
            function Scalars(%0.x : f64 "x" variable, %1.y : f64 "y" variable, @0.diagonal : f64[%2 : i32] "diagonal" diagonal)
                @0[0:i32] = %0
                @0[1:i32] = %1
            """);
        Assert.Contains("Require.Length(diagonal.Length, 2, \"diagonal\")", method.Text);
        Assert.Throws<ArgumentException>(() => method.Call(1.0, 2.0, new double[3]));
    }
}
