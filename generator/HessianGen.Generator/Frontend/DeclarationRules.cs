using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Frontend;

/// <summary>What a differentiable method and the types around it must look like, before its body is looked at.</summary>
internal static class DeclarationRules
{
    /// <summary>Every rule that the method breaks, each where it is broken.</summary>
    public static IEnumerable<Finding> Check(IMethodSymbol method, Sources sources)
    {
        Location name = method.Locations[0];
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            yield return new(Descriptors.LocalFunction, name, method.Name);
            yield break;
        }

        foreach (Finding finding in CheckTypes(method, sources.Cancellation)) yield return finding;
        if (!method.IsStatic) yield return new(Descriptors.NotStatic, name, method.Name);
        if (method.IsGenericMethod) yield return new(Descriptors.Generic, name, method.Name);
        bool isIterator = IsIterator(method, sources.Cancellation);
        if (method.IsAsync || isIterator) yield return new(Descriptors.AsyncOrIterator, name, method.Name, method.IsAsync ? "async" : "an iterator");
        else if (!(Types.Scalar(method.ReturnType) is { } type && type.IsFloat()) || method.RefKind != RefKind.None) yield return ReturnType(method, sources.Cancellation);
        if (sources.BodyOf(method) is null) yield return new(Descriptors.NoBody, name, method.Name);
        foreach (Finding finding in CheckParameters(method, sources.Cancellation)) yield return finding;
    }

    private static IEnumerable<Finding> CheckTypes(IMethodSymbol method, CancellationToken cancellation)
    {
        SyntaxTree? tree = method.DeclaringSyntaxReferences[0].SyntaxTree;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            TypeDeclarationSyntax[] parts = [.. type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()];
            TypeDeclarationSyntax? part = parts.FirstOrDefault(p => p.SyntaxTree == tree) ?? parts.FirstOrDefault();
            Location location = part?.Identifier.GetLocation() ?? method.Locations[0];
            if (part is not null && !part.Modifiers.Any(SyntaxKind.PartialKeyword)) yield return new(Descriptors.NotPartial, location, type.Name, method.Name, Names.Keyword(type));
            if (type.IsFileLocal) yield return new(Descriptors.FileLocal, location, type.Name);
        }
    }

    private static IEnumerable<Finding> CheckParameters(IMethodSymbol method, CancellationToken cancellation)
    {
        bool isSound = true;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Finding? finding = Check(parameter, cancellation);
            isSound &= finding is null;
            if (finding is not null) yield return finding;
        }

        if (!isSound) yield break;
        IParameterSymbol[] variables = [.. Variables.Of(method)];
        if (variables.Length == 0) yield return new(Descriptors.NoVariable, method.Locations[0], method.Name);
        ScalarType[] types = [.. variables.Select(v => Variables.Real(v.Type)!.Value).Distinct()];
        bool mixesResult = types.Length == 1 && Types.Scalar(method.ReturnType) is { } result && result.IsFloat() && result != types[0];
        if (types.Length > 1 || mixesResult) yield return new(Descriptors.MixedPrecision, method.Locations[0], method.Name);
    }

    private static Finding? Check(IParameterSymbol parameter, CancellationToken cancellation)
    {
        Location name = parameter.Locations[0];
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        if (parameter.RefKind is RefKind.Ref or RefKind.Out) return new(Descriptors.ByReference, name, parameter.Name, parameter.RefKind == RefKind.Ref ? "ref" : "out");
        bool isMarked = Variables.IsMarked(parameter);
        if (parameter.Type.TypeKind == TypeKind.Error) return null;
        if (isMarked && Variables.Real(parameter.Type) is null) return new(Descriptors.VariableNotReal, name, parameter.Name, type);
        Location location = (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as ParameterSyntax)?.Type?.GetLocation() ?? name;
        return Types.OfNumbers(parameter.Type) is not null ? null : new(Descriptors.ParameterType, location, parameter.Name, type);
    }

    private static Finding ReturnType(IMethodSymbol method, CancellationToken cancellation)
    {
        MethodDeclarationSyntax? syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) as MethodDeclarationSyntax;
        return new(Descriptors.ReturnType, syntax?.ReturnType.GetLocation() ?? method.Locations[0], method.Name, method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
    }

    private static bool IsIterator(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences[0].GetSyntax(cancellation).DescendantNodes(n => n is not (LocalFunctionStatementSyntax or LambdaExpressionSyntax)).Any(n => n is YieldStatementSyntax);
}
