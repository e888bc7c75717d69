namespace HessianGen.Compiler.Lowering;

/// <summary>Where one array is declared, and what happens at the place of its <c>alloc</c>.</summary>
/// <param name="Before">The array is declared in this statement's block, just before it.</param>
/// <param name="IsZeroed">True where the declaration must give zeros.</param>
/// <param name="IsHoisted">True where the declaration stands outside a loop around the <c>alloc</c>.</param>
/// <param name="ClearsAtPlace">True where the <c>alloc</c> itself must clear what the last iteration left.</param>
internal sealed record ArrayPlacement(KernelArray Array, Node Before, bool IsZeroed, bool IsHoisted, bool ClearsAtPlace);
