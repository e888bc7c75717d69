using HessianGen.Testing;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Oracles;

/// <summary>Each way to write x³ keeps its derivatives when it is rewritten: at x = 2 they are 12 and 12.</summary>
public sealed class HyperDualRewriterTests
{
    [Theory]
    [InlineData("plain",                    "return x * x * x;")]
    [InlineData("var",                      "var y = 1.0; y *= x; var z = y; return z * z * z;")]
    [InlineData("float",                    "float y = (float)x; return y * x * (double)y;")]
    [InlineData("local constant",           "const double half = 0.5; var y = half; y *= 2 * x; return y * y * y;")]
    [InlineData("member constant",          "return x * x * x + 0 * double.MaxValue + 0 * float.Epsilon + 0 * Math.PI;")]
    [InlineData("array",                    "double[] a = { 1.0, 2.0 }; a[0] = x; return a[0] * x * x;")]
    [InlineData("implicitly typed array",   "var a = new[] { 1.0, 2.0 }; a[1] = x * x; return a[1] * x;")]
    [InlineData("implicitly typed stack",   "Span<double> a = stackalloc[] { 1.0, x }; a[0] = a[1]; return a[0] * x * x;")]
    [InlineData("stack",                    "Span<double> a = stackalloc double[2]; a[0] = x; return a[0] * x * x;")]
    [InlineData("integers stay",            "int n = Math.Max(3, Math.Abs(-2)); double y = 1; for (int i = 0; i < n; i++) { y *= x; } return y;")]
    [InlineData("integer of a real",        "int n = (int)Math.Floor(x + 1.5); return n == 3 ? x * x * x : 0;")]
    [InlineData("collection expression",    "ReadOnlySpan<double> a = [x, x, x]; return a[0] * a[1] * a[2];")]
    [InlineData("tuple",                    "(double a, double b) = (x, x * x); return a * b;")]
    [InlineData("local function",           "double F(double a) { return a * a; } return F(x) * x;")]
    [InlineData("omitted arguments",        "return Scaled(x) + Scaled(x, by: 0) + Scaled(x, 2, 0);")]
    [InlineData("statics of double",        "return double.Pow(x, 3) + (double.IsNaN(x) ? 1 : 0);")]
    [InlineData("MathF",                    "return MathF.Pow((float)x, 3);")]
    [InlineData("using static",             "return Pow(x, 3);")]
    [InlineData("switch expression",        "return x switch { > 1 and < 3 => x * x * x, _ => 0 };")]
    [InlineData("switch statement",         "switch (x) { case < 0: return 0; default: return x * x * x; }")]
    [InlineData("is pattern",               "return x is > 0 ? x * x * x : 0;")]
    [InlineData("increment",                "double y = x; y++; --y; y--; ++y; return y * x * x;")]
    [InlineData("size",                     "return sizeof(double) == 8 ? x * x * x : 0;")]
    public void WayToWriteACube_KeepsItsDerivatives(string way, string body)
    {
        HyperDualOracle oracle = HyperDualOracle.Of(Method(body));
        ArgumentList arguments = new(oracle.Method, [2.0]);
        Assert.True(oracle.Value(arguments) == 8, way);
        Close.To([12], oracle.Gradient(arguments), 1e-14, way);
        Close.To([12], oracle.Hessian(arguments), 1e-14, way);
    }

    [Theory]
    [InlineData("pattern variable",         "return x is > 0 and var y ? y * y * y : 0;",  "lose its derivative")]
    [InlineData("way out of the numbers",   "return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x));", "does not compile")]
    public void WayThatWouldLoseTheDerivatives_IsRefused(string way, string body, string complaint)
    {
        HarnessException exception = Assert.Throws<HarnessException>(() => HyperDualOracle.Of(Method(body)));
        Assert.True(exception.Message.Contains(complaint), $"{way}: {exception.Message}");
    }

    [Fact]
    public void Method_IsReadAsItsSourceDeclaresIt()
    {
        SubjectMethod method = HyperDualOracle.Of("""
            using System;
            using HessianGen;

            namespace Deep.Inside
            {
                public enum Colour : byte { Red, Green = 7 }

                internal static partial class Outer
                {
                    internal static partial class Inner
                    {
                        [Differentiable(Derivatives.Gradient | Derivatives.Hessian)]
                        internal static float Loss([Variable] float[] w, ReadOnlySpan<double> x, Colour colour, [Variable] Span<float> v, long n, bool on) => (float)(w[0] * x[0] * v[0]);
                    }
                }
            }
            """).Method;
        Assert.Equal(("global::Deep.Inside.Outer.Inner", "Loss", "float"), (method.Type, method.Name, method.Element));
        Assert.Equal(Derivatives.Gradient | Derivatives.Hessian, method.Products);
        Assert.Equal(
            [
                new("w", "float", ParameterShape.Array, IsEnum: false, IsVariable: true),
                new("x", "double", ParameterShape.ReadOnlySpan, IsEnum: false, IsVariable: false),
                new("colour", "global::Deep.Inside.Colour", ParameterShape.Scalar, IsEnum: true, IsVariable: false),
                new("v", "float", ParameterShape.Span, IsEnum: false, IsVariable: true),
                new("n", "long", ParameterShape.Scalar, IsEnum: false, IsVariable: false),
                new("on", "bool", ParameterShape.Scalar, IsEnum: false, IsVariable: false),
            ],
            method.Parameters);
    }

    private static string Method(string body) => $$"""
        using System;
        using static System.Math;

        public static class Cube
        {
            [HessianGen.Differentiable]
            public static double Of(double x)
            {
                {{body}}
            }

            private static double Scaled(double x, int power = 3, double by = 1.0) => by * Math.Pow(x, power);
        }
        """;
}
