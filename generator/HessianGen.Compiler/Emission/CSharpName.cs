namespace HessianGen.Compiler.Emission;

/// <summary>Names as C# wants them written.</summary>
internal static class CSharpName
{
    /// <summary>The reserved words; contextual ones are names like any other where generated code has names.</summary>
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
    ];

    /// <summary>The name, with <c>@</c> before it where it is a keyword.</summary>
    public static string Escaped(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>The name itself, or with the first number from 2 that makes it new.</summary>
    public static string Unique(string name, Func<string, bool> isTaken)
    {
        string unique = name;
        for (int number = 2; isTaken(unique); number++) unique = FormattableString.Invariant($"{name}{number}");
        return unique;
    }
}
