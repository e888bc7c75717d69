using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Emission;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Lowering as two pictures: the IR, and the C# that it becomes, which compiles and means the same.</summary>
internal static class CSharpPicture
{
    /// <summary>The function as a method of a user's project.</summary>
    public static EmittedMethod Method(string function, bool checksOverflow = false) => EmittedMethod.Of(IrParser.Parse(function), checksOverflow);

    /// <summary>The function becomes this method body; comments at the right do not count.</summary>
    public static EmittedMethod Becomes(string function, string body)
    {
        EmittedMethod method = Method(function);
        Assert.Equal(body.Trim(), Body(method.Text));
        return method;
    }

    /// <summary>The function becomes this method body where floating point need not be strict.</summary>
    public static EmittedMethod BecomesFree(string function, string body)
    {
        EmittedMethod method = EmittedMethod.Of(IrParser.Parse(function), isStrict: false);
        Assert.Equal(body.Trim(), Body(method.Text));
        return method;
    }

    /// <summary>The statements of the one method of a file, at the left margin.</summary>
    public static string Body(string file)
    {
        string[] lines = file.Split('\n');
        int open = Array.FindIndex(lines, Array.FindIndex(lines, l => l.Contains("GeneratedCode(")), l => l.Trim() == "{");
        string indent = lines[open][..lines[open].IndexOf('{')];
        int close = Array.FindIndex(lines, open, l => l == indent + "}");
        return string.Join("\n", lines[(open + 1)..close].Select(l => WithoutComment(l.Length == 0 ? l : l[(indent.Length + 4)..]))).Trim();
    }

    private static string WithoutComment(string line)
    {
        int comment = line.IndexOf("  //", StringComparison.Ordinal);
        return comment > 0 && line[..comment].Trim().Length > 0 ? line[..comment].TrimEnd() : line;
    }
}
