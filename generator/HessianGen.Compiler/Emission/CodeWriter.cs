using System.Text;

namespace HessianGen.Compiler.Emission;

/// <summary>Text in lines: indentation, braces, comments at a fixed column. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private const int CommentColumn = 88;

    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "", string? comment = null)
    {
        string indented = line.Length == 0 ? "" : new string(' ', 4 * depth) + line;
        text.Append(indented);
        if (comment is not null) text.Append(' ', Math.Max(2, CommentColumn - indented.Length)).Append("// ").Append(comment);
        text.Append('\n');
    }

    public void Open()
    {
        Line("{");
        depth++;
    }

    public void Close()
    {
        depth--;
        Line("}");
    }

    public override string ToString() => text.ToString();
}
