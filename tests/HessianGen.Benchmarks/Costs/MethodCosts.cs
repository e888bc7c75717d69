using Corpus;
using HessianGen.Compiler;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Benchmarks.Costs;

/// <summary>What the members of a method cost at one point: operations that are executed, and lines that are written.</summary>
/// <param name="Value">Operations of the method itself, optimised as its derivatives are.</param>
/// <param name="Repeated">Those of the gradient that the method does too, beyond the first time.</param>
/// <param name="Statements">Statements of the method in the language of the compiler, with what it calls.</param>
/// <param name="Lines">Lines of the gradient and of the product together.</param>
internal sealed record MethodCosts(string Method, long Value, long Gradient, long Repeated, long Product, int Statements, int Lines)
{
    public double GradientRatio => Ratio(Gradient, Value);

    /// <summary>Without what is computed again rather than kept.</summary>
    public double FirstTimeRatio => Ratio(Gradient - Repeated, Value);

    public double ProductRatio => Ratio(Product, Gradient);

    public double LinesPerStatement => (double)Lines / Statements;

    /// <summary>At the largest size of the row.</summary>
    public static MethodCosts Of(CorpusRow row)
    {
        CSharpCompilation compilation = InMemory.Compile(row.Sources);
        MethodSource source = Parse(compilation);
        ArgumentList arguments = new(SubjectMethod.In(compilation), row.Sample(seed: 4, row.Sizes.Max()));
        CountedOperations value = Executed(Compiler.Product.Value), gradient = Executed(Compiler.Product.Gradient), product = Executed(Compiler.Product.HessianVectorProduct);
        int lines = LinesOf(Compiler.Product.Gradient) + LinesOf(Compiler.Product.HessianVectorProduct);
        return new(row.Name, value.Total, gradient.Total, value.RepeatedBy(gradient), product.Total, StatementsIn(source.Primal.Body), lines);

        CountedOperations Executed(Product product)
        {
            Function function = CompilerPipeline.Derive(source, product, default);
            IEnumerable<object> own = function.Parameters.OfType<BufferParameter>().Where(p => p.Role != ParameterRole.User).Select(p => Span(p, function, arguments.Point.Length));
            return CountedOperations.Executed(function, [.. arguments.Parts(), .. own]);
        }

        int LinesOf(Product product) => CompilerPipeline.Compile(source, product, default).Sum(file => file.Text.Count(c => c == '\n'));
    }

    /// <summary>What the front end hands over of the one differentiable method.</summary>
    public static MethodSource Parse(CSharpCompilation compilation) => (
        from tree in compilation.SyntaxTrees
        from syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax)!
        from attribute in method.GetAttributes()
        where attribute.AttributeClass?.Name == nameof(DifferentiableAttribute)
        select MethodParser.Parse(method, attribute, compilation, default).Source!).First();

    private static Array Span(BufferParameter parameter, Function function, int variables)
    {
        double[] values = new double[variables];
        if (parameter.Role == ParameterRole.Direction) Array.Fill(values, 0.5);
        return function.Buffers[parameter.Buffer.Id].Element == ScalarType.F32 ? Array.ConvertAll(values, x => (float)x) : values;
    }

    private static int StatementsIn(Block block) => block.Statements.Sum(s => 1 + s.Blocks.Sum(StatementsIn));

    private static double Ratio(long a, long b) => (double)a / Math.Max(1, b);
}
