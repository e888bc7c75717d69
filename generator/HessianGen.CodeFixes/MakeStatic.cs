using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.CodeFixes;

/// <summary>HG1002: makes a method <c>static</c> that uses nothing of its instance.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeStatic)), Shared]
public sealed class MakeStatic() : NodeFix("HG1002")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not MethodDeclarationSyntax declaration || model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol method) return null;
        bool isBound = method.IsVirtual || method.IsOverride || method.IsAbstract || Implements(method);
        if (isBound || model.GetOperation(declaration, cancellation) is not { } body || body.Descendants().Any(UsesInstance)) return null;
        return Edit.Modify($"Make '{method.Name}' static", modifiers => modifiers.WithIsReadOnly(false).WithIsStatic(true), declaration);
    }

    /// <summary>True for <c>this</c>, written or not, and for a parameter of a primary constructor.</summary>
    private static bool UsesInstance(IOperation operation) => operation
        is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        or IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    private static bool Implements(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .SelectMany(i => i.GetMembers().OfType<IMethodSymbol>())
        .Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
}
