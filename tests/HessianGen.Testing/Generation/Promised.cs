using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Testing.Generation;

/// <summary>The promises that every run of a generator keeps, one function each; all throw <see cref="HarnessException"/>.</summary>
internal static class Promised
{
    public static GeneratorRunResult NoException(GeneratorRunResult result) => result.Exception is null
        ? result
        : throw new HarnessException("The generator threw: all its output is lost to the user.", result.Exception);

    public static void AllCached(GeneratorRunResult second)
    {
        NoException(second);
        GeneratorEdit edit = GeneratorEdit.Of(second);
        string[] computed =
        [
            .. edit.Steps.Keys.Where(step => !edit.LeftAlone(step)),
            .. edit.LeftOutputsAlone ? Array.Empty<string>() : ["the output"],
        ];
        if (computed.Length > 0)
        {
            throw new HarnessException($"A second run over an equal compilation changed: {string.Join(", ", computed)}.");
        }
    }

    public static void SameBytes(GeneratorRunResult result, GeneratorRunResult fresh)
    {
        if (!result.GeneratedSources.Select(Bytes).SequenceEqual(fresh.GeneratedSources.Select(Bytes)))
        {
            throw new HarnessException("Two fresh runs over the same compilation wrote different files.");
        }

        static (string, string) Bytes(GeneratedSourceResult source) => (source.HintName, source.SourceText.ToString());
    }

    public static void NothingOfRoslynInTheModel(GeneratorRunResult result)
    {
        foreach ((string step, var runs) in GeneratorEdit.OwnSteps(result))
        {
            HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
            foreach ((object value, _) in runs.SelectMany(run => run.Outputs))
            {
                if (FindRoslyn(value, step, seen) is { } path)
                {
                    throw new HarnessException($"The model of a step holds an object of Roslyn, which keeps whole compilations alive and is never equal: {path}.");
                }
            }
        }
    }

    /// <summary>The path of fields to the first object of Roslyn, or null. Positions, enums and descriptors are plain data, and pass.</summary>
    private static string? FindRoslyn(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or Delegate or TextSpan or LinePositionSpan or LinePosition or DiagnosticDescriptor
            || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            return null;
        }

        if (value.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        {
            return $"{path} is a {value.GetType().Name}";
        }

        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return null;
        }

        if (value is Array array)
        {
            return array.Cast<object?>().Select((item, index) => FindRoslyn(item, $"{path}[{index}]", seen)).FirstOrDefault(found => found is not null);
        }

        return FieldsOf(value.GetType())
            .Select(field => FindRoslyn(field.GetValue(value), $"{path}.{field.Name}", seen))
            .FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(FieldsOf(type.BaseType));

    public static void PlainText(GeneratorRunResult result)
    {
        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            string text = source.SourceText.ToString();
            if (text.Contains('\r') || !text.EndsWith('\n') || text.EndsWith("\n\n", StringComparison.Ordinal))
            {
                throw new HarnessException($"{source.HintName} must end in one \\n and have no \\r.");
            }

            if (source.HintName.Any(c => !char.IsAscii(c) || "<>@=".Contains(c)))
            {
                throw new HarnessException($"{source.HintName} is no name for a file: ASCII only, none of <>@=.");
            }
        }
    }

    public static void CompilesWithoutWarning(CSharpCompilation output, GeneratorRunResult result)
    {
        HashSet<SyntaxTree> generated = [.. result.GeneratedSources.Select(source => source.SyntaxTree)];
        Diagnostic[] broken =
        [
            .. output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error
                || d.Severity == DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && generated.Contains(tree)),
        ];
        if (broken.Length > 0)
        {
            throw new HarnessException(InMemory.Report("The generated code does not compile cleanly.", broken, DiagnosticSeverity.Warning));
        }
    }
}
