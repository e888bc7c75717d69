using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Testing;

/// <summary>Compiles C# as a user's project would: C# 14, nullable, documentation checked, no unsafe code.</summary>
public static class InMemory
{
    /// <summary>How every tree is parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp14, DocumentationMode.Diagnose, SourceCodeKind.Regular);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        allowUnsafe: false,
        deterministic: true);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. FrameworkAssemblies().Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(InMemory).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.Location),
    ];

    /// <summary>A compilation of these texts; the files are called <c>0.cs</c>, <c>1.cs</c>, ...</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Subject",
        sources.Select((text, index) => Parse(text, $"{index}.cs")),
        References,
        Options);

    /// <summary>The syntax tree of one file.</summary>
    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>Loads a compilation so that the collector can unload it once nothing refers to it any more.</summary>
    /// <exception cref="HarnessException">It does not compile.</exception>
    public static Assembly Load(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new HarnessException(Report("The source does not compile.", result.Diagnostics, DiagnosticSeverity.Error));
        }

        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The title, and below it every diagnostic of at least that severity with its line of source.</summary>
    public static string Report(string title, IEnumerable<Diagnostic> diagnostics, DiagnosticSeverity least) =>
        string.Join("\n", diagnostics.Where(d => d.Severity >= least).Select(d => $"{d}\n    {LineOf(d)}").Take(20).Prepend(title));

    private static string? LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetText().Lines
        .GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim();

    private static IEnumerable<string> FrameworkAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework);
    }
}
