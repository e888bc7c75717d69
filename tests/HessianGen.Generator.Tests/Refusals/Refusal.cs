namespace HessianGen.Generator.Tests.Refusals;

/// <summary>Source that must be refused: <c>[|</c> and <c>|]</c> mark the expression, <paramref name="Id"/> says why.</summary>
public sealed record Refusal(string Id, string Name, string Source)
{
    /// <summary>A whole file.</summary>
    public static Refusal File(string id, string name, string members) => new(id, name, "using System;\nusing System.Collections.Generic;\nusing HessianGen;\n" + members);

    /// <summary>A method <c>double F(double x, ReadOnlySpan&lt;double&gt; v, int n)</c> with this body, among these members.</summary>
    public static Refusal Body(string id, string name, string body, string members = "") => File(id, name, $$"""
        public static partial class C
        {
            [Differentiable]
            public static double F(double x, ReadOnlySpan<double> v, int n)
            {
                {{body}}
            }

            {{members}}
        }
        """);

    public override string ToString() => $"{Id} {Name}";
}
