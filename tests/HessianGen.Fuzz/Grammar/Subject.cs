using System.Text.RegularExpressions;
using HessianGen.Testing.Subjects;

namespace HessianGen.Fuzz.Grammar;

/// <summary>A program under test.</summary>
/// <param name="Seed">What it was made of.</param>
/// <param name="Text">The class that holds it, in which <c>real</c>, <c>Maths</c> and the suffix <c>R</c> stand for one precision.</param>
/// <param name="IsSingle">Whether that is single precision.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Variables">The names of the independent ones.</param>
internal sealed partial record Subject(int Seed, string Text, bool IsSingle, IReadOnlyList<Parameter> Parameters, IReadOnlySet<string> Variables)
{
    public const string Type = "Subject", Method = "Value";

    /// <summary>What stands for the request in the text.</summary>
    public const string Attribute = "[Differentiable]";

    private const string Usings = "using System;\nusing HessianGen;\nusing Given;\nusing static Given.Helpers;\n\n";

    /// <summary>What the generator is asked for: of every other program the Hessian, of the rest its diagonal.</summary>
    public Derivatives Products => Derivatives.Gradient | Derivatives.HessianVectorProduct | (Seed % 2 == 0 ? Derivatives.HessianDiagonal : Derivatives.Hessian);

    /// <summary>The request; not in the copy that the oracle runs.</summary>
    public string Request => $"[Differentiable(Derivatives.{Products.ToString().Replace(", ", " | Derivatives.", StringComparison.Ordinal)})]";

    /// <summary>C# for the element type.</summary>
    public string Real => IsSingle ? "float" : "double";

    /// <summary>The file of the program, in which its type has that name.</summary>
    public string File(string type) => Usings + Precise(Text.Replace($"class {Type}", $"class {type}", StringComparison.Ordinal).Replace(Attribute, Request, StringComparison.Ordinal), IsSingle);

    /// <summary>The method of that type as the tests see it.</summary>
    public SubjectMethod In(string type) => new(
        $"global::{type}", Method, Real, Derivatives.Gradient, [.. Parameters.Select(p => p.Subject(Real, Variables.Contains(p.Name)))]);

    /// <summary>Text in one of the two precisions.</summary>
    public static string Precise(string text, bool isSingle) => Words().Replace(text, word => (word.Value, isSingle) switch
    {
        ("real", false) => "double",
        ("real", true) => "float",
        ("Maths", false) => "Math",
        ("Maths", true) => "MathF",
        (_, false) => word.Value[..^1],
        (_, true) => word.Value[..^1] + "f",
    });

    [GeneratedRegex(@"\breal\b|\bMaths\b|\b[0-9.]+R\b")]
    private static partial Regex Words();
}
