using Corpus;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Tests.Frontend;

/// <summary>The translated method, interpreted, does what the compiled one does: the same values to the last bit, the same exceptions.</summary>
public sealed class TranslationTests
{
    public static TheoryData<string> Programs => [.. TranslatedProgram.Names];

    /// <summary>All but what calls functions as they are, which mean nothing to the interpreter.</summary>
    public static TheoryData<string> CorpusRows => [.. CorpusTable.Rows.Where(row => row.Awaits is null && row.Name != nameof(Corpus.CustomDerivatives)).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void ProgramsMeanTheSame(string name)
    {
        TranslatedProgram program = TranslatedProgram.Of(name);
        Assert.DoesNotContain(program.Parsed.Findings, f => f.IsError);
        IrVerifier.Verify(program.Parsed.Source!.Primal);
        Assert.All(program.Arguments, arguments => Assert.Equal(program.Run(arguments), program.Interpret(arguments)));
    }

    [Theory]
    [MemberData(nameof(CorpusRows))]
    public void TheCorpusMeansTheSame(string name)
    {
        CorpusRow row = CorpusTable.Of(name);
        PrimalFunction primal = PrimalFunction.Of(row.Sources);
        Function function = IrVerifier.Verify(Parse(row.Sources).Source!.Primal);
        foreach (object[] arguments in row.Sizes.Select(size => row.Sample(7, size)).Concat(row.Edges))
        {
            ArgumentList list = new(primal.Method, arguments);
            double expected = primal.Value(list), actual = Convert.ToDouble(Interpreter.Run(function, list.Parts()).Results[0]);
            double tolerance = primal.Method.Element == "float" ? 1e-5 : 1e-12;
            Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)), $"{expected} became {actual}.");
        }
    }

    [Fact]
    public void TheSameSourceGivesAnEqualModel()
    {
        string[] sources = CorpusTable.Rows[0].Sources;
        Assert.Equal(Parse(sources).Source, Parse(sources).Source);
    }

    internal static ParsedMethod Parse(params string[] sources)
    {
        CSharpCompilation compilation = InMemory.Compile(sources);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (MethodDeclarationSyntax syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                IMethodSymbol method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax)!;
                if (method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == nameof(DifferentiableAttribute)) is { } attribute)
                {
                    return MethodParser.Parse(method, attribute, compilation, default);
                }
            }
        }

        throw new ArgumentException("No method has the attribute.", nameof(sources));
    }
}
