using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace HessianGen.CodeFixes;

/// <summary>Reads, writes and removes <c>[Variable]</c>.</summary>
internal static class VariableAttributes
{
    private const string Name = "HessianGen.VariableAttribute";

    /// <summary>The attribute of a parameter, or null.</summary>
    public static AttributeSyntax? Of(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellation) => parameter.AttributeLists
        .SelectMany(list => list.Attributes)
        .FirstOrDefault(a => model.GetTypeInfo(a, cancellation).Type?.ToDisplayString() == Name);

    public static void Add(SyntaxEditor editor, ParameterSyntax parameter)
    {
        NameSyntax name = SyntaxFactory.ParseName("global::HessianGen.Variable").WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)));
        list = list.WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        editor.ReplaceNode(parameter, parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Insert(0, list)));
    }

    /// <summary>Removes an attribute, with its brackets where it stands alone in them.</summary>
    public static void Remove(SyntaxEditor editor, ParameterSyntax parameter, AttributeSyntax attribute)
    {
        AttributeListSyntax list = (AttributeListSyntax)attribute.Parent!;
        SyntaxNode gone = list.Attributes.Count == 1 ? list : attribute;
        editor.ReplaceNode(parameter, parameter.RemoveNode(gone, SyntaxRemoveOptions.KeepNoTrivia)!.WithTriviaFrom(parameter));
    }
}
