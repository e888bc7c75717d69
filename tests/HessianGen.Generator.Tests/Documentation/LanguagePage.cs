using System.Reflection;
using System.Text.RegularExpressions;
using HessianGen.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Generator.Tests.Documentation;

/// <summary>docs/language.md: the file in which its examples stand, and its rows.</summary>
internal sealed partial class LanguagePage
{
    private const string Place = "/* the example */";

    private readonly string file;

    private LanguagePage(string text)
    {
        Dictionary<string, string> blocks = Block().Matches(text).ToDictionary(match => Anchor(match.Groups["heading"].Value), match => match.Groups["code"].Value);
        file = blocks[Anchor("The file")];
        Rows = [.. Row().Matches(text).Select(row => new LanguageRow(
            row.Groups["construct"].Value,
            row.Groups["anchor"] is { Success: true, Value: var anchor } ? blocks[anchor] : row.Groups["code"].Value.Replace("\\|", "|", StringComparison.Ordinal),
            row.Groups["id"] is { Success: true, Value: var id } ? id : null))];
    }

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } =
        typeof(LanguagePage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The page as it is on disk.</summary>
    public static LanguagePage Current { get; } = new(Text);

    /// <summary>What stands on disk.</summary>
    public static string Text => File.ReadAllText(Path.Combine(Root, "docs", "language.md"));

    /// <summary>The rows of all its tables.</summary>
    public IReadOnlyList<LanguageRow> Rows { get; }

    /// <summary>How many lines of its tables are neither header nor rule.</summary>
    public static int CountOfLines => Text.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| construct ", StringComparison.Ordinal));

    /// <summary>The page's file with the example in it, and where it stands there.</summary>
    /// <remarks>An expression is returned; after statements that reach their end <c>x</c> is; a method takes the place of the method, and types follow the file.</remarks>
    public (string Text, TextSpan Span) With(LanguageRow row)
    {
        string code = row.Code.Trim();
        if (code.Contains("[Differentiable", StringComparison.Ordinal))
        {
            MethodDeclarationSyntax method = CSharpSyntaxTree.ParseText(file, InMemory.ParseOptions).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.ToString().Contains(Place, StringComparison.Ordinal));
            bool isMember = SyntaxFactory.ParseMemberDeclaration(code, options: InMemory.ParseOptions) is MethodDeclarationSyntax;
            string before = file[..method.SpanStart], after = file[method.Span.End..];
            return isMember ? Join(before, code, after) : Join(before + after + "\n", code, "\n");
        }

        string[] sides = file.Split(Place);
        if (IsExpression(code)) return Join(sides[0] + "return ", code, ";" + sides[1]);
        BlockSyntax block = (BlockSyntax)SyntaxFactory.ParseStatement("{" + code + "\n}", options: InMemory.ParseOptions);
        bool leaves = block.Statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax;
        return Join(sides[0], code, (leaves ? "" : " return x;") + sides[1]);
    }

    private static (string Text, TextSpan Span) Join(string before, string code, string after) => (before + code + after, new(before.Length, code.Length));

    private static bool IsExpression(string code)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(code, options: InMemory.ParseOptions);
        return expression.FullSpan.Length == code.Length && !expression.ContainsDiagnostics;
    }

    /// <summary>The anchor that Markdown makes of a heading.</summary>
    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    [GeneratedRegex(@"^#{2,3} (?<heading>[^\n]+)\n(?:[^#`\n][^\n]*\n|\n)*```csharp\n(?<code>.*?)```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| (?<construct>[^\n]+?) \| +(?:`(?<code>[^`\n]+)`|\[below\]\(#(?<anchor>[\w-]+)\)) +\| (?:accepted|\[(?<id>HG(?<number>\d{4}))\]\(diagnostics\.md#hg\k<number>\) [^\n|]+?) *\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
