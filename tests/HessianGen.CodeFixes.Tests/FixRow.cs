namespace HessianGen.CodeFixes.Tests;

/// <summary>Source with a diagnostic at <c>[| |]</c>, and the same source after its fix; without <paramref name="After"/> no fix is offered.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Name">What the row is about.</param>
/// <param name="Before">The source with its mark.</param>
/// <param name="After">The source after the fix, or null.</param>
public sealed record FixRow(string Id, string Name, string Before, string? After)
{
    private const string Usings = "using System;\nusing HessianGen;\n\n";

    /// <summary>A file with these two usings.</summary>
    public static FixRow File(string id, string name, string before, string after) => new(id, name, Usings + before, Usings + after);

    /// <summary>A method <c>F</c> with this body, among these members.</summary>
    public static FixRow Body(string id, string name, string before, string after, string members = "", string membersAfter = "") =>
        File(id, name, Method(before, members), Method(after, membersAfter is "" ? members : membersAfter));

    /// <summary>A file for which no fix is offered.</summary>
    public static FixRow None(string id, string name, string source) => new(id, name, Usings + source, null);

    /// <summary>A body for which no fix is offered.</summary>
    public static FixRow NoneInBody(string id, string name, string body, string members = "") => None(id, name, Method(body, members));

    /// <summary>The id and the name: what identifies a row in the list of tests.</summary>
    public override string ToString() => $"{Id} {Name}";

    private static string Method(string body, string members) => $$"""
        public static partial class C
        {
            {{members}}

            [Differentiable]
            public static double F(double x, ReadOnlySpan<double> v, int n)
            {
                {{body}}
            }
        }
        """;
}
