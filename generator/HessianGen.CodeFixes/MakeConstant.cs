using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.CodeFixes;

/// <summary>HG2006: makes a static field <c>const</c>, or a private table <c>readonly</c>, where its initialiser is constant and its file does not write it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeConstant)), Shared]
public sealed class MakeConstant() : NodeFix("HG2006")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(node, cancellation) is not IFieldReferenceOperation { Field: { IsReadOnly: false, IsVolatile: false } field }) return null;
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initialiser, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } } declarator) return null;
        if (declarator.SyntaxTree != model.SyntaxTree || !Uses(field, model, cancellation).All(IsRead)) return null;
        if (field.Type.IsValueType && model.GetConstantValue(initialiser, cancellation).HasValue) return Edit.Modify($"Make '{field.Name}' const", modifiers => modifiers.WithIsStatic(false).WithIsConst(true), declaration);
        bool isTable = field is { Type: IArrayTypeSymbol, DeclaredAccessibility: Accessibility.Private } && Elements(initialiser) is { } elements && elements.All(e => model.GetConstantValue(e, cancellation).HasValue);
        return isTable ? Edit.Modify($"Make '{field.Name}' readonly", modifiers => modifiers.WithIsReadOnly(true), declaration) : null;
    }

    private static IEnumerable<SyntaxNode>? Elements(ExpressionSyntax initialiser) => initialiser switch
    {
        InitializerExpressionSyntax list => list.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var list } => list.Expressions,
        CollectionExpressionSyntax list => list.Elements.Select(e => e is ExpressionElementSyntax { Expression: var value } ? value : (SyntaxNode)e),
        _ => null,
    };

    private static IEnumerable<IFieldReferenceOperation> Uses(IFieldSymbol field, SemanticModel model, CancellationToken cancellation) => model.SyntaxTree.GetRoot(cancellation)
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == field.Name)
        .Select(name => (SyntaxNode)(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name))
        .Select(use => model.GetOperation(use, cancellation))
        .OfType<IFieldReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Field, field));

    /// <summary>True where a number is read, or of an array its length, all its elements, or one.</summary>
    private static bool IsRead(IFieldReferenceOperation use) => (use.Field.Type, use.Parent) switch
    {
        (not IArrayTypeSymbol, _) => IsReadValue(use),
        (_, IPropertyReferenceOperation { Property.Name: "Length" }) => true,
        (_, IConversionOperation { Parent: IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } }) => true,
        (_, IArrayElementReferenceOperation element) => IsReadValue(element),
        _ => false,
    };

    private static bool IsReadValue(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != use,
        IIncrementOrDecrementOperation => false,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target != tuple,
        IAddressOfOperation => false,
        _ => true,
    };
}
