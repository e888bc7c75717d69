using System.Text.RegularExpressions;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;

namespace HessianGen.Generator.Tests.Frontend;

/// <summary>The IR of a method as text in which ids are left out where a name says enough.</summary>
internal static partial class Picture
{
    /// <summary>The IR of <c>double F(double x, ReadOnlySpan&lt;double&gt; v, int n)</c> with this body.</summary>
    public static string Of(string body, string members = "")
    {
        ParsedMethod parsed = TranslationTests.Parse($$"""
            using System;
            using HessianGen;
            public static partial class C
            {
                [Differentiable] public static double F(double x, ReadOnlySpan<double> v, int n) { {{body}} }
                {{members}}
            }
            """);
        Function function = parsed.Source!.Primal;
        string text = IrPrinter.Print(function);
        return Trailing().Replace(text[(text.IndexOf('\n') + 1)..], "").TrimEnd();
    }

    [GeneratedRegex(@" +// \+\d+$", RegexOptions.Multiline)]
    private static partial Regex Trailing();
}
