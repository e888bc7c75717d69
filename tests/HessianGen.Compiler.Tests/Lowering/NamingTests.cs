using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Emission;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>The user's names win; ours step aside, by a number and only where they must.</summary>
public sealed class NamingTests
{
    private static readonly string[] Words =
    [
        "class", "int", "double", "var", "await", "async", "yield", "value", "field", "nameof", "dynamic", "record", "scoped", "when", "where", "partial",
        "from", "select", "file", "required", "global", "unmanaged", "notnull", "managed", "nint", "args", "_", "__", "get", "set", "init", "with", "and", "or", "not",
        "System", "HessianGen", "Math", "Span", "workspace", "gradient", "product", "direction", "sum", "i", "n", "xBar", "aDot", "λ", "größe", "変数", "x１",
    ];

    [Fact]
    public void EveryWordOfTheLanguage_CanBeALocalOfTheUsers()
    {
        foreach (string[] some in Words.Chunk(10))
        {
            IrBuilder ir = new();
            ScalarParameter x = new("x", ParameterRole.User, true, ir.NewValue(ScalarType.F64, "x"));
            Atom sum = x.Value;
            foreach (string word in some)
            {
                Value named = ir.NewValue(ScalarType.F64, word);
                ir.Emit(new Let(named, Primitives.Sin, new([sum])));
                sum = ir.Apply(Primitives.Add, named, ir.Apply(Primitives.Mul, named, named));
            }

            EmittedMethod method = EmittedMethod.Of(ir.ToFunction("Words", [x], sum));
            Assert.All(some, word => Assert.Matches($"double @?{word} = double.Sin", method.Text));
            method.CallAsInterpreted(0.5);
        }
    }

    [Fact]
    public void EveryWordOfTheLanguage_CanBeAParameterOfTheUsers()
    {
        foreach (string[] some in Words.Chunk(10))
        {
            IrBuilder ir = new();
            ScalarParameter[] parameters = [.. some.Select(w => new ScalarParameter(w, ParameterRole.User, true, ir.NewValue(ScalarType.F64, w)))];
            BufferParameter gradient = new("gradient", ParameterRole.Gradient, false, ir.NewBuffer(ScalarType.F64, "gradient"), ir.NewValue(ScalarType.I32));
            Atom sum = Atom.OfFloat(0);
            for (int i = 0; i < parameters.Length; i++)
            {
                sum = ir.Apply(Primitives.Add, sum, parameters[i].Value);
                ir.Store(gradient.Buffer, Atom.OfInteger(i), sum);
            }

            EmittedMethod method = EmittedMethod.Of(ir.ToFunction("Words", [.. parameters, gradient], sum));
            method.CallAsInterpreted([.. some.Select(w => (object)(double)w.Length), new double[some.Length]]);
        }
    }

    [Fact]
    public void ALocalCalledLikeAnOutput_GetsANumber()
    {
        Function function = IrParser.Parse(
            """
            function Clash(@0.x : f64[%0 : i32] "x" variable, @1.gradient : f64[%1 : i32] "gradient" gradient)
                %2.gradient = @0[0:i32]
                %3.product = mul %2 %2
                %4 = mul %3 %2
                %5 = add %4 %4
                @1[0:i32] = %5
                yields %3
            """);
        EmittedMethod method = EmittedMethod.Of(function, change: d => d with { TakenNames = new(["gradient", "product"]) });
        Assert.Contains("global::System.Span<double> gradient)", method.Text);
        Assert.Contains("double gradient2 = x[0];", method.Text);
        Assert.Contains("double product = gradient2 * gradient2;", method.Text);
        Assert.Contains("double product2 = product * gradient2;", method.Text);
        Assert.Equal(9.0, method.CallAsInterpreted(new double[] { 3 }, new double[1]));
    }

    [Fact]
    public void AParameterCalledLikeAnOutput_KeepsItsName()
    {
        Function function = IrParser.Parse(
            """
            function Clash(@0.gradient : f64[%0 : i32] "gradient" variable, @1.gradient : f64[%1 : i32] "gradient" gradient)
                %2 = @0[0:i32]
                @1[0:i32] = %2
                yields %2
            """);
        EmittedMethod method = EmittedMethod.Of(function);
        Assert.Contains("(global::System.Span<double> gradient, global::System.Span<double> gradient2)", method.Text);
        Assert.Equal(3.0, method.CallAsInterpreted(new double[] { 3 }, new double[1]));
        Assert.Equal("gradient2", Assert.Throws<ArgumentException>(() => method.Call(new double[1], new double[2])).ParamName);
    }

    [Fact]
    public void TheSameNameInSiblingBlocks_IsUsedAgain()
    {
        CSharpPicture.Becomes(
            """
            function Siblings(@0.w : f64[%0 : i32] "w")
                for %1.i in 0:i32..%0
                    %2.t = @0[%1]
                    %3 = mul %2 %2
                    @0[%1] = %3
                for %4.i in 0:i32..%0
                    %5.t = @0[%4]
                    %6 = mul %5 %5
                    for %7.i in 0:i32..%4
                        %8.t = @0[%7]
                        %9 = mul %8 %8
                        @0[%7] = %9
                    @0[%4] = %6
                yields 0
            """,
            """
            for (int i = 0; i < w.Length; i++)
            {
                double t = w[i];
                w[i] = t * t;
            }

            for (int i = 0; i < w.Length; i++)
            {
                double t = w[i];
                for (int i2 = 0; i2 < i; i2++)
                {
                    double t2 = w[i2];
                    w[i2] = t2 * t2;
                }

                w[i] = t * t;
            }

            return 0.0;
            """);
    }

    [Fact]
    public void SuccessiveValuesOfOneVariable_AreOneVariable()
    {
        CSharpPicture.Becomes(
            """
            function Steps(%0.x : f64 "x")
                %1.a = sin %0
                %2.a = mul %1 2
                %3.a = exp %2
                %4.b = add %3 %2
                %5 = mul %4 %3
                yields %5
            """,
            """
            double a = double.Sin(x);
            a *= 2.0;
            double a2 = double.Exp(a);
            double b = a2 + a;
            return b * a2;
            """);
    }

    [Fact]
    public void ATemporary_IsCalledAfterWhatMadeIt()
    {
        var method = CSharpPicture.Method(
            """
            function Names(%0.x : f64 "x", @0.label : f64[%1 : i32] "label", %2.n : i32 "n")
                %3 = mul %0 %0
                %4 = exp %0
                %5 = add %3 %4
                %6 = div %3 %5
                %7 = sqrt %6
                %8 = @0[%2]
                %9 = mul %7 %8
                %10 = add %6 %8
                %11 = add %10 %7
                %12 = mul %9 %11
                %13 = add %12 %5
                %14 = add %13 %4
                yields %14
            """);
        string[] names = ["product", "exp", "sum", "ratio", "root", "labelN"];
        Assert.All(names, name => Assert.Contains($"double {name} = ", method.Text));
    }
}
