using HessianGen.Fuzz.Grammar;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Fuzz.Checking;

/// <summary>The files that programs of one precision are compiled with.</summary>
/// <param name="subjects">The programs, by place.</param>
/// <param name="isSingle">Their precision.</param>
internal sealed class Sources(IReadOnlyDictionary<int, Subject> subjects, bool isSingle)
{
    public const string Members = "Members";

    // @formatter:off
    /// <summary>The members that may be there: what follows the method's name, whether they return a value, and how many spans they take.</summary>
    private static readonly (Derivatives Product, bool ReturnsValue, int Spans)[] Products =
    [
        (Derivatives.Gradient,             true,  1),
        (Derivatives.HessianVectorProduct, false, 2),
        (Derivatives.HessianDiagonal,      false, 1),
        (Derivatives.Hessian,              true,  2),
    ];
    // @formatter:on

    /// <summary>The type that holds the program in that place.</summary>
    public static string TypeOf(int place) => $"S{place}";

    /// <summary>The file that holds the program in that place.</summary>
    public static string PathOf(int place) => $"{TypeOf(place)}.cs";

    /// <summary>The programs, each in its file, and what they refer to.</summary>
    public CSharpCompilation Programs() => InMemory.Compile(Given())
        .AddSyntaxTrees(subjects.Select(subject => InMemory.Parse(subject.Value.File(TypeOf(subject.Key)), PathOf(subject.Key))));

    /// <summary>The same as one program, which the first argument chooses.</summary>
    public string[] OneProgram()
    {
        string cases = string.Join("\n", subjects.Select(subject =>
            $"        {subject.Key} => {TypeOf(subject.Key)}.{Subject.Method}({string.Join(", ", subject.Value.Parameters.Select(p => p.Name))}),"));
        string dispatch = $$"""
            using System;
            using HessianGen;

            public static partial class Dispatch
            {
                [Differentiable]
                public static real Value(int program, {{string.Join(", ", Parameter.All.Select(p => $"{p.Type} {p.Name}"))}}) => program switch
                {
            {{cases}}
                    _ => throw new ArgumentOutOfRangeException(nameof(program)),
                };
            }
            """;
        return [.. subjects.Select(subject => subject.Value.File(TypeOf(subject.Key)).Replace(subject.Value.Request, "", StringComparison.Ordinal)), .. Given(), Subject.Precise(dispatch, isSingle)];
    }

    /// <summary>Calls of the programs and of their generated members.</summary>
    public string Calls() => Subject.Precise(
        $$"""
        using System;

        public static class {{Members}}
        {
        {{string.Join("\n", subjects.SelectMany(subject => Calls(subject.Value, subject.Key)))}}
        }
        """,
        isSingle);

    private static IEnumerable<string> Calls(Subject subject, int place)
    {
        SubjectMethod method = subject.In(TypeOf(place));
        string arguments = method.ArgumentList("a");
        yield return $"    public static double Value{place}(object[] a, Array[] s) => {method.Type}.{method.Name}({arguments});";
        foreach ((Derivatives product, bool returnsValue, int spans) in Products.Where(p => subject.Products.HasFlag(p.Product)))
        {
            string list = string.Join(", ", Enumerable.Range(0, spans).Select(k => $"(real[])s[{k}]").Prepend(arguments));
            yield return $"    public static double {product}{place}(object[] a, Array[] s) {{ {(returnsValue ? "return " : "")}{method.Type}.{method.Name}{product}({list}); {(returnsValue ? "" : "return 0; ")}}}";
        }
    }

    private IEnumerable<string> Given() => Texts.Select(text => Subject.Precise(text, isSingle));

    private static readonly string[] Texts =
    [
        .. from name in typeof(Sources).Assembly.GetManifestResourceNames()
           where name.StartsWith("Given.", StringComparison.Ordinal)
           select Read(name),
    ];

    private static string Read(string name)
    {
        using StreamReader reader = new(typeof(Sources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
