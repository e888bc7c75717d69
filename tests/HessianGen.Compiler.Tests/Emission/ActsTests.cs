using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;
using HessianGen.Compiler.Tests.Language;
using HessianGen.Compiler.Tests.Lowering;

namespace HessianGen.Compiler.Tests.Emission;

/// <summary>The acts of a derivative are visible: where the forward part ends and the reverse one begins.</summary>
public sealed class ActsTests
{
    private const string Primal =
        """
        function F(@0.w : f64[%0 : i32] "w" variable)
            %1.sum = for %2.i in 0:i32..%0 carrying (%3.sum = 0)
                %4 = @0[%2]
                %5.a = tanh %4
                %6 = mul %5 %5
                %7.sum = add %3 %6
                yields %7
            yields %1
        """;

    [Fact]
    public void AFusedLoop_IsMarkedInItsBody()
    {
        Assert.Equal(
            """
            double sum = 0.0;
            for (int i = 0; i < w.Length; i++)
            {
                // Forward
                double wi = w[i];
                double a = double.Tanh(wi);
                sum += a * a;

                // Reverse
                double aBar = 2.0 * a;
                gradient[i] = aBar * (1.0 - a * a);
            }

            return sum;
            """,
            Body(
                """
                function F(@0.w : f64[%0 : i32] "w" variable, @1.gradient : f64[%8 : i32] "gradient" gradient)
                    %1.sum = for %2.i in 0:i32..%0 carrying (%3.sum = 0)
                        %4.wi = @0[%2]
                        %5.a = tanh %4
                        %6 = mul %5 %5
                        %7.sum = add %3 %6
                        %9.aBar = mul 2 %5
                        %10 = mul %5 %5
                        %11 = sub 1 %10
                        %12 = mul %9 %11
                        @1[%2] = %12
                        yields %7
                    yields %1
                """,
                Primal.Replace("%4 =", "%4.wi =")));
    }

    [Fact]
    public void TwoLoops_AreMarkedBetween()
    {
        string body = Body(
            """
            function F(@0.w : f64[%0 : i32] "w" variable, @1.gradient : f64[%8 : i32] "gradient" gradient)
                %1.sum = for %2.i in 0:i32..%0 carrying (%3.sum = 0)
                    %4 = @0[%2]
                    %5.a = tanh %4
                    %6 = mul %5 %5
                    %7.sum = add %3 %6
                    yields %7
                for %9.i in 0:i32..%0
                    %10 = @0[%9]
                    %11.aBar = mul 2 %10
                    @1[%9] = %11
                yields %1
            """,
            Primal);
        Assert.StartsWith("double sum = 0.0;\n\n// Forward\nfor", body);
        Assert.Contains("}\n\n// Reverse\nfor", body);
    }

    [Fact]
    public void TheUsersOwnBar_IsNoAdjoint()
    {
        const string Mean =
            """
            function F(@0.w : f64[%0 : i32] "w" variable)
                %1.x = @0[0:i32]
                %2.xBar = mul %1 0.5
                %3 = mul %2 %1
                yields %3
            """;
        Assert.DoesNotContain("//", Body(Mean, Mean));
    }

    private static string Body(string function, string primal)
    {
        Function derived = IrVerifier.Verify(IrParser.Parse(function));
        MethodDeclaration declaration = EmittedMethod.Declare(derived);
        Product product = derived.Parameters.Count > 1 ? Product.Gradient : Product.Value;
        MethodSource source = new(declaration, IrVerifier.Verify(IrParser.Parse(primal)), product, IsStrict: true);
        string body = CSharpPicture.Body(Emitter.Emit(source, product, Lower.Run(derived)).Text);
        return body[(body.LastIndexOf("Require", StringComparison.Ordinal) is var at and >= 0 ? body.IndexOf('\n', at) : 0)..].Trim();
    }
}
