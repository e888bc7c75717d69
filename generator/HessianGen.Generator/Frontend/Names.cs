using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Frontend;

/// <summary>What a generated file must repeat of the user's names.</summary>
internal static class Names
{
    private const string Attribute = "HessianGen.DifferentiableAttribute";

    public static string Of(INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer ? Of(outer) + "." + Escaped(space.Name) : Escaped(space.Name);

    public static string Of(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    public static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };

    /// <summary>The types around the method, outermost first.</summary>
    public static EquatableArray<TypeDeclaration> ContainingTypes(IMethodSymbol method)
    {
        List<TypeDeclaration> types = [];
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            string modifiers = (type.IsStatic ? "static " : "") + (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : "");
            types.Insert(0, new($"{modifiers}partial {Keyword(type)} {Escaped(type.Name)}{TypeParameters(type)}", type.MetadataName));
        }

        return types.ToEquatableArray();
    }

    private static string TypeParameters(INamedTypeSymbol type) => type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(p => Escaped(p.Name)))}>";

    /// <summary>The method's own name for the first of its attributed overloads, with a number for the later ones.</summary>
    public static string MemberName(IMethodSymbol method)
    {
        IMethodSymbol[] overloads =
        [
            .. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Where(m => m.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == Attribute)),
        ];
        int index = Array.FindIndex(overloads, m => SymbolEqualityComparer.Default.Equals(m, method));
        return index <= 0 ? method.Name : method.Name + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The members of the type, and what the method declares.</summary>
    public static EquatableArray<string> Taken(IMethodSymbol method, Sources sources)
    {
        SortedSet<string> names = new(method.ContainingType.GetMembers().Where(m => m.CanBeReferencedByName).Select(m => m.Name), StringComparer.Ordinal);
        SyntaxNode syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences[0].GetSyntax(sources.Cancellation);
        names.UnionWith(syntax.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(v => v.Identifier.ValueText));
        names.UnionWith(syntax.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(v => v.Identifier.ValueText));
        return names.ToEquatableArray();
    }

    /// <summary>The names of the IR's parameters for one of the method's: its own, or where it has a shape those of its elements and of what describes the shape.</summary>
    public static IReadOnlyList<string> Parts(IMethodSymbol method, IParameterSymbol parameter)
    {
        string[] suffixes = parameter.Type switch
        {
            IArrayTypeSymbol { Rank: 2 } => ["Elements", "Rows", "Columns"],
            IArrayTypeSymbol { Rank: > 2 } array => ["Elements", .. Enumerable.Range(0, array.Rank).Select(d => FormattableString.Invariant($"Extent{d}"))],
            IArrayTypeSymbol { ElementType: IArrayTypeSymbol { ElementType: IArrayTypeSymbol } } => ["Elements", "Starts", "Lengths", "InnerStarts", "InnerLengths"],
            IArrayTypeSymbol { ElementType: IArrayTypeSymbol } => ["Elements", "Starts", "Lengths"],
            _ => [],
        };
        return suffixes.Length == 0 ? [parameter.Name] : [.. suffixes.Select(suffix => CSharpName.Unique(parameter.Name + suffix, name => method.Parameters.Any(p => p.Name == name)))];
    }

    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
