using System.Text.RegularExpressions;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;

namespace HessianGen.Generator.Tests.Frontend;

/// <summary>The IR of a method as text without lines, its values numbered in the order in which they appear.</summary>
internal static partial class Picture
{
    /// <summary>The IR of <c>double F(double x, ReadOnlySpan&lt;double&gt; v, int n)</c> with this body.</summary>
    public static string Of(string statements, string members = "")
    {
        ParsedMethod parsed = TranslationTests.Parse($$"""
            using System;
            using HessianGen;
            public static partial class C
            {
                [Differentiable] public static double F(double x, ReadOnlySpan<double> v, int n) { {{statements}} }
                {{members}}
            }
            """);
        Function function = parsed.Source!.Primal;
        string text = IrPrinter.Print(function);
        Dictionary<string, string> numbers = [];
        string body = Trailing().Replace(text[(text.IndexOf('\n') + 1)..], "").TrimEnd();
        return Number().Replace(body, match => numbers.TryGetValue(match.Value, out string? number) ? number : numbers[match.Value] = $"%{numbers.Count}");
    }

    [GeneratedRegex(@"%\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@" +// \+\d+$", RegexOptions.Multiline)]
    private static partial Regex Trailing();
}
