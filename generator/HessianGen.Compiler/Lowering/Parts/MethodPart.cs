namespace HessianGen.Compiler.Lowering;

/// <summary>A part of a method in a method of its own, so that none is longer than the just-in-time compiler optimises well.</summary>
/// <param name="Number">From 1, in the order of the text.</param>
/// <param name="Inputs">The variables that it reads.</param>
/// <param name="Updated">The variables that it changes and that others read.</param>
/// <param name="Arrays">The arrays that it uses, each with whether it writes to it.</param>
/// <param name="Scopes">The workspace scopes that it rents from.</param>
internal sealed record MethodPart(
    int Number, KernelBlock Body, IReadOnlyList<Local> Inputs, IReadOnlyList<Local> Updated, IReadOnlyList<(KernelArray Array, bool IsWritten)> Arrays, IReadOnlyList<WorkspaceVariable> Scopes);
