using System.Globalization;

namespace HessianGen.Compiler.Emission;

/// <summary>The names of generated files: ASCII, and distinct also where case does not count.</summary>
internal static class HintName
{
    public static string Of(MethodDeclaration declaration, string product)
    {
        IEnumerable<string> segments = [.. (declaration.Namespace ?? "").Split('.'), .. declaration.ContainingTypes.Select(t => t.Name), declaration.MemberName];
        string exact = string.Join(".", segments.Where(s => s.Length > 0)).Replace("@", "");
        string name = new([.. exact.Select(c => IsPlain(c) ? c : '_')]);
        string hash = name == exact && !NeedsSignature(declaration) ? "" : "." + Hash(Signature(declaration, exact));
        return $"{name}.{product}{hash}.g.cs";
    }

    /// <summary>True where another method may have the same name, or one that differs only in the case of its first letter.</summary>
    private static bool NeedsSignature(MethodDeclaration declaration) =>
        declaration.MemberName != declaration.Name || declaration.ContainingTypes.Any(t => char.IsLower(t.Name[0])) || char.IsLower(declaration.Name[0]);

    private static bool IsPlain(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '.';

    private static string Signature(MethodDeclaration declaration, string name) =>
        $"{name}({string.Join(",", declaration.Parameters.Select(p => $"{p.Modifier} {p.Type}"))})";

    /// <summary>FNV-1a: the same on every machine, unlike <see cref="object.GetHashCode"/>.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
