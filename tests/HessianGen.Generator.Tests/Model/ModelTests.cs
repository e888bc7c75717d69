using HessianGen.Compiler;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;
using HessianGen.Generator.Model;
using HessianGen.Generator.Tests.Frontend;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Tests.Model;

/// <summary>What the cached model promises.</summary>
public sealed class ModelTests
{
    private const string Source = "using HessianGen; namespace A.@event { partial class B { internal static partial class C { [Differentiable(FloatingPoint = FloatingPointMode.Strict)] internal static double F([Variable] double[] x, int @class) => x[@class]; } } }";

    private static readonly Locus Here = new(new("File.cs", 3, 1, 0, 3, 0, 4));

    [Fact]
    public void AStageThatFails_IsReportedWithItsNameAndDoesNotThrow()
    {
        CompiledProduct compiled = new ProductRequest(TranslationTests.Parse(Source).Source!, Product.GaussNewton, Here).Compile(default);
        Assert.Empty(compiled.Files);
        Diagnostic failure = compiled.Failure!.ToDiagnostic();
        Assert.Equal(("HG9001", DiagnosticSeverity.Error), (failure.Id, failure.Severity));
        Assert.Contains(nameof(CompilerPipeline), failure.GetMessage());
        Assert.Equal("File.cs", failure.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Cancellation_IsHonouredByBothHalves()
    {
        CancellationToken cancelled = new(canceled: true);
        CSharpCompilation compilation = InMemory.Compile(Source);
        IMethodSymbol method = compilation.GetSemanticModel(compilation.SyntaxTrees[0])
            .GetDeclaredSymbol(compilation.SyntaxTrees[0].GetRoot(default).DescendantNodes().OfType<MethodDeclarationSyntax>().Single())!;
        Assert.ThrowsAny<OperationCanceledException>(() => MethodParser.Parse(method, method.GetAttributes()[0], compilation, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => new ProductRequest(TranslationTests.Parse(Source).Source!, Product.Gradient, Here).Compile(cancelled));
    }

    [Fact]
    public void AMethodThatOnlyMoved_IsEqual()
    {
        MethodSource source = TranslationTests.Parse(Source).Source!, moved = TranslationTests.Parse("\n\n" + Source).Source!;
        Assert.Equal(new ProductRequest(source, Product.Gradient, Here), new ProductRequest(moved, Product.Gradient, new(new("Other.cs", 0, 1, 9, 0, 9, 1))));
        Assert.Equal(source.GetHashCode(), moved.GetHashCode());
    }

    [Fact]
    public void TheDeclaration_SaysWhatGeneratedCodeMustRepeat()
    {
        MethodSource source = TranslationTests.Parse(Source).Source!;
        MethodDeclaration declaration = source.Declaration;
        Assert.Equal("A.@event", declaration.Namespace);
        Assert.Equal(["partial class B", "static partial class C"], declaration.ContainingTypes.Select(t => t.Header));
        Assert.Equal(("F", "F", "internal", ScalarType.F64), (declaration.Name, declaration.MemberName, declaration.Accessibility, declaration.Element));
        Assert.Equal([("x", "double[]", ParameterForm.Array, true), ("class", "int", ParameterForm.Scalar, false)], declaration.Parameters.Select(p => (p.Name, p.Type, p.Form, p.IsVariable)));
        Assert.Equal(source.Primal.Parameters.Select(p => p.Name), declaration.Parameters.Select(p => p.Name));
        Assert.Equal("x.Length", source.Primal.Values[((BufferParameter)source.Primal.Parameters[0]).Length.Id].Name);
        Assert.True(source.IsStrict);
    }

    [Fact]
    public void Overloads_HaveDifferentMemberNames()
    {
        CSharpCompilation compilation = InMemory.Compile("using HessianGen; static partial class C { [Differentiable] static double F(double x) => x; static double F(int n) => n; [Differentiable] static double F(double x, int n) => x; }");
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        IEnumerable<IMethodSymbol> methods = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(m => model.GetDeclaredSymbol(m)!);
        Assert.Equal(["F", "F2"], methods.Where(m => m.GetAttributes().Length > 0).Select(Names.MemberName));
    }
}
