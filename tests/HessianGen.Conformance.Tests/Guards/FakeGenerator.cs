using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>A generator of two lambdas, on which the harness is tried.</summary>
/// <param name="parse">Makes the model of a method with <c>[Differentiable]</c>.</param>
/// <param name="write">Makes the text of its one file.</param>
/// <param name="extension">How the file's name ends.</param>
internal sealed class FakeGenerator<T>(Func<GeneratorAttributeSyntaxContext, T> parse, Func<T, string> write, string extension = ".g.cs")
    : IIncrementalGenerator
{
    /// <summary>The name of the step that parses.</summary>
    public const string Parse = "Parse";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var methods = context.SyntaxProvider
            .ForAttributeWithMetadataName("HessianGen.DifferentiableAttribute", (_, _) => true, (method, _) => (method.TargetSymbol.Name, Model: parse(method)))
            .WithTrackingName(Parse);
        context.RegisterSourceOutput(methods, (output, method) =>
            output.AddSource(method.Name + extension, SourceText.From(write(method.Model), Encoding.UTF8)));
    }
}
