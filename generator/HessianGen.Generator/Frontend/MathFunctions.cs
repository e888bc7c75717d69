using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>The static methods of .NET's numeric types and of the run-time library's special functions, which are functions and nothing else.</summary>
internal static class MathFunctions
{
    private static readonly HashSet<string> Owners = ["Math", "MathF", "Double", "Single", "Int32", "Int64", "UInt32", "UInt64", "Int16", "UInt16", "Byte", "SByte"];

    public static bool IsMath(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } owner } && Owners.Contains(owner.Name)
        || IsSpecial(method)
        || method is { IsStatic: true, ContainingType: { Name: "BitOperations", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } };

    /// <summary>True for the functions of <c>HessianGen.SpecialFunctions</c>.</summary>
    public static bool IsSpecial(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { Name: "SpecialFunctions", ContainingNamespace: { Name: "HessianGen", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>The row of the primitive table that the method means, or null; generic mathematics and the integer types spell theirs as <c>System.Math</c> does.</summary>
    /// <param name="constrained">What the type parameter stands for through which the method is called, if it is.</param>
    public static Primitive? PrimitiveOf(IMethodSymbol method, ScalarType? constrained)
    {
        if (IsSpecial(method)) return Primitives.ByMethod($"HessianGen.SpecialFunctions.{method.Name}");
        string owner = constrained is { } type ? type == ScalarType.F32 ? "Single" : type == ScalarType.F64 ? "Double" : "Math" : method.ContainingType.Name;
        bool isFloat = owner is "MathF" or "Double" or "Single";
        return Primitives.ByMethod($"System.{(isFloat ? owner : "Math")}.{method.Name}") is { } row && row.Arity == method.Parameters.Length ? row : null;
    }
}
