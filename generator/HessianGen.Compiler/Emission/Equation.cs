namespace HessianGen.Compiler.Emission;

/// <summary>One equation of the user's method.</summary>
/// <param name="Target">The name of what it defines; the array's for an element.</param>
/// <param name="Line">The relative line.</param>
/// <param name="IsAlways">False where a branch decides whether it holds.</param>
internal sealed record Equation(string Target, string Text, int Line, bool IsAlways);
