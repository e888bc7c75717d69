using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Finds the bodies of methods that this compilation has the source of.</summary>
internal sealed class Sources(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<ISymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out SemanticModel model)) models.Add(tree, model = Compilation.GetSemanticModel(tree));
        return model;
    }

    /// <summary>The block of a method, or null where there is none or no source of it.</summary>
    public IBlockOperation? BodyOf(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        if (!bodies.TryGetValue(method, out IOperation? body)) bodies.Add(method, body = Find(method));
        return body as IBlockOperation;
    }

    /// <summary>The constant that initialises a static readonly field, or null.</summary>
    public object? ConstantOf(IFieldSymbol field)
    {
        IOperation? initialiser = InitialiserOf(field);
        return initialiser is { ConstantValue: { HasValue: true, Value: var value } } ? value : null;
    }

    /// <summary>What initialises a field where it is declared, or null.</summary>
    public IOperation? InitialiserOf(IFieldSymbol field)
    {
        foreach (SyntaxReference reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(Cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: { } clause } &&
                ModelOf(clause.SyntaxTree).GetOperation(clause, Cancellation) is IFieldInitializerOperation { Value: var value })
            {
                return value;
            }
        }

        return null;
    }

    private IOperation? Find(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax(Cancellation);
            switch (ModelOf(node.SyntaxTree).GetOperation(node, Cancellation))
            {
                case IMethodBodyBaseOperation { BlockBody: { } block }: return block;
                case IMethodBodyBaseOperation { ExpressionBody: { } expression }: return expression;
                case IBlockOperation block: return block;
            }
        }

        return null;
    }
}
