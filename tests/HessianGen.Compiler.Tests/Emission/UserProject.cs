using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Compiler.Tests.Emission;

/// <summary>The strictest project that a user may have: nullable, documentation checked, every warning an error, no unsafe code.</summary>
internal static class UserProject
{
    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        warningLevel: 9999,
        generalDiagnosticOption: ReportDiagnostic.Error,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Framework().Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location),
    ];

    /// <summary>Compiles and loads the files; fails with the compiler's messages, warnings among them.</summary>
    /// <param name="checksOverflow">True for a project with <c>CheckForOverflowUnderflow</c>.</param>
    public static Assembly Build(bool checksOverflow, params IEnumerable<string> files)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "User", files.Select(f => CSharpSyntaxTree.ParseText(f, Syntax)), References, Options.WithOverflowChecks(checksOverflow));
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        Assert.True(result.Success, Report(result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("User", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The first messages, and the file that the first one is about.</summary>
    private static string Report(ImmutableArray<Diagnostic> diagnostics) =>
        string.Join("\n", diagnostics.Take(10)) + "\n" + diagnostics.FirstOrDefault()?.Location.SourceTree;

    private static IEnumerable<string> Framework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }
}
