using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Frontend;

/// <summary>The methods with <c>[DerivativeOf]</c> in a compilation, by the method that they are about.</summary>
/// <remarks>Which syntax trees have any is remembered with the tree, so an edit costs one look at the tree that it changed.</remarks>
internal sealed class CustomDerivatives
{
    private const string Attribute = "HessianGen.DerivativeOfAttribute";

    private static readonly ConditionalWeakTable<SyntaxTree, MethodDeclarationSyntax[]> Marked = new();

    private readonly Dictionary<ISymbol, List<IMethodSymbol>> rules = new(SymbolEqualityComparer.Default);

    public CustomDerivatives(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (MethodDeclarationSyntax syntax in Marked.GetValue(tree, t => Find(t, cancellation)))
            {
                if (modelOf(tree).GetDeclaredSymbol(syntax, cancellation) is { } rule) Add(rule);
            }
        }
    }

    /// <summary>The methods that claim to be the rule of this one.</summary>
    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method) => rules.TryGetValue(method.OriginalDefinition, out List<IMethodSymbol> found) ? found : [];

    /// <summary>True where the parameters of a rule are those of the method, then its result, then a partial derivative for each floating-point one.</summary>
    public static bool Fits(IMethodSymbol rule, IMethodSymbol method)
    {
        int count = method.Parameters.Length, reals = method.Parameters.Count(p => IsReal(p.Type));
        return rule is { IsStatic: true, ReturnsVoid: true, IsGenericMethod: false } && rule.Parameters.Length == count + 1 + reals && IsReal(method.ReturnType) && reals > 0
            && method.Parameters.All(p => Types.Scalar(p.Type) is not null && p.RefKind is RefKind.None or RefKind.In)
            && method.Parameters.Zip(rule.Parameters, (p, q) => SymbolEqualityComparer.Default.Equals(p.Type, q.Type)).All(same => same)
            && SymbolEqualityComparer.Default.Equals(rule.Parameters[count].Type, method.ReturnType)
            && rule.Parameters.Skip(count + 1).Zip(method.Parameters.Where(p => IsReal(p.Type)), (p, q) => p.RefKind == RefKind.Out && SymbolEqualityComparer.Default.Equals(p.Type, q.Type)).All(fits => fits);
    }

    private static bool IsReal(ITypeSymbol type) => Types.Scalar(type) is { } scalar && HessianGen.Compiler.Ir.ScalarTypes.IsFloat(scalar);

    private static MethodDeclarationSyntax[] Find(SyntaxTree tree, CancellationToken cancellation) =>
    [
        .. tree.GetRoot(cancellation).DescendantNodes(n => n is not (BlockSyntax or ArrowExpressionClauseSyntax)).OfType<MethodDeclarationSyntax>()
            .Where(m => m.AttributeLists.Any(list => list.Attributes.Any(a => a.Name.ToString() is var name && (name.EndsWith("DerivativeOf", StringComparison.Ordinal) || name.EndsWith("DerivativeOfAttribute", StringComparison.Ordinal))))),
    ];

    private void Add(IMethodSymbol rule)
    {
        foreach (AttributeData attribute in rule.GetAttributes().Where(a => a.AttributeClass?.ToDisplayString() == Attribute && a.ConstructorArguments.Length == 2))
        {
            if (attribute.ConstructorArguments[0].Value is not INamedTypeSymbol type || attribute.ConstructorArguments[1].Value is not string name) continue;
            IMethodSymbol[] overloads = [.. type.GetMembers(name).OfType<IMethodSymbol>()];
            IMethodSymbol? method = overloads.Length == 1 ? overloads[0] : overloads.FirstOrDefault(o => Fits(rule, o));
            if (method is null) continue;
            if (!rules.TryGetValue(method, out List<IMethodSymbol> known)) rules.Add(method, known = []);
            known.Add(rule);
        }
    }
}
