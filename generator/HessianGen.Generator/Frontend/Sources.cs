using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Finds the bodies of methods that this compilation has the source of.</summary>
internal sealed class Sources(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<ISymbol, IOperation?> tables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);

    private CustomDerivatives? customDerivatives;

    public Compilation Compilation { get; } = compilation;

    /// <summary>The user's own rules for derivatives.</summary>
    public CustomDerivatives CustomDerivatives => customDerivatives ??= new(Compilation, ModelOf, Cancellation);

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

    /// <summary>What a static readonly field always holds: the formula that initialises it, where no static constructor could assign it; else null.</summary>
    public IOperation? FormulaOf(IFieldSymbol field)
    {
        bool isFinal = field.IsReadOnly && field.ContainingType.StaticConstructors.All(c => c.IsImplicitlyDeclared);
        return isFinal && InitialiserOf(field) is { } formula && formula.DescendantsAndSelf().All(o => IsFixed(o, field)) ? formula : null;
    }

    /// <summary>False for a field whose own initialiser runs later: it would still be 0.</summary>
    private static bool IsFixed(IOperation operation, IFieldSymbol user) => operation is not IFieldReferenceOperation { Field: { IsConst: false } field }
        || !SymbolEqualityComparer.Default.Equals(field.ContainingType, user.ContainingType)
        || field.Locations[0].SourceTree == user.Locations[0].SourceTree && field.Locations[0].SourceSpan.Start < user.Locations[0].SourceSpan.Start;

    /// <summary>What initialises a field where it is declared, or null.</summary>
    public IOperation? InitialiserOf(IFieldSymbol field)
    {
        foreach (SyntaxReference reference in (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(Cancellation) is PropertyDeclarationSyntax { Initializer: { } assigned } &&
                ModelOf(assigned.SyntaxTree).GetOperation(assigned, Cancellation) is IPropertyInitializerOperation { Value: var initial })
            {
                return initial;
            }

            if (reference.GetSyntax(Cancellation) is VariableDeclaratorSyntax { Initializer: { } clause } &&
                ModelOf(clause.SyntaxTree).GetOperation(clause, Cancellation) is IFieldInitializerOperation { Value: var value })
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>What makes a read-only static array that nothing in its type can write, or what a span property returns; else null.</summary>
    public IOperation? TableOf(ISymbol symbol)
    {
        if (!tables.TryGetValue(symbol, out IOperation? table)) tables.Add(symbol, table = FindTable(symbol));
        return table;
    }

    private IOperation? FindTable(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, Type: IArrayTypeSymbol } field when IsOnlyRead(field) => ListOf(InitialiserOf(field)),
        IPropertySymbol { IsStatic: true, GetMethod: { } getter } property when Types.IsSpan(property.Type) && property.Type.Name == "ReadOnlySpan" && BodyOf(getter) is { } body =>
            ListOf(body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue),
        _ => null,
    };

    /// <summary>The expression where it spells its elements out, else null.</summary>
    private static IOperation? ListOf(IOperation? initialiser)
    {
        while (initialiser is IConversionOperation { OperatorMethod: null } conversion) initialiser = conversion.Operand;
        return initialiser is IArrayCreationOperation { Initializer: not null } or ICollectionExpressionOperation ? initialiser : null;
    }

    /// <summary>True where every use of a private array reads an element or the length, or makes a read-only span of it.</summary>
    private bool IsOnlyRead(IFieldSymbol field) => field.ContainingType.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax(Cancellation).DescendantNodes().OfType<IdentifierNameSyntax>())
        .Where(name => name.Identifier.ValueText == field.Name)
        .Select(name => (SyntaxNode)(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name))
        .Select(use => ModelOf(use.SyntaxTree).GetOperation(use, Cancellation))
        .OfType<IFieldReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Field, field))
        .All(IsRead);

    private static bool IsRead(IOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: "Length" } => true,
        IInvocationOperation { TargetMethod.Name: "GetLength" or "GetUpperBound" } => true,
        IConversionOperation { Type: { } type } when Types.IsSpan(type) => type.Name == "ReadOnlySpan",
        IConversionOperation { Parent: IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None or RefKind.RefReadOnly } } } => use.Type is IArrayTypeSymbol { ElementType: not IArrayTypeSymbol },
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol } row => row.ArrayReference == use && IsRead(row),
        IArrayElementReferenceOperation element when element.ArrayReference == use => element.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target != element,
            IIncrementOrDecrementOperation => false,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
            _ => true,
        },
        _ => false,
    };

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
