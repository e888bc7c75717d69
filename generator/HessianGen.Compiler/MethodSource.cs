using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler;

/// <summary>What the front end hands over: one differentiable method with everything it calls inlined.</summary>
/// <remarks>Equatable all the way down; it is the gate behind which everything costly is cached. Lines are relative to the method.</remarks>
/// <param name="Products">The products that were asked for and can be built.</param>
/// <param name="IsStrict">True where the user asked for strict floating point: no licence is granted to the optimiser.</param>
internal sealed record MethodSource(MethodDeclaration Declaration, Function Primal, Product Products, bool IsStrict)
{
    /// <summary>The user's own derivatives that the method's functions have.</summary>
    public CustomRules Rules { get; init; } = new();

    /// <summary>True where a sparse Hessian was asked for by name: it is an error if there is none.</summary>
    public bool MustBeSparse { get; init; }

    /// <summary>How the user wants dense Hessians made.</summary>
    public HessianStrategy Strategy { get; init; }
}

/// <summary>One generated file.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
