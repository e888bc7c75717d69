namespace HessianGen.Compiler.Emission;

/// <summary>A span of an objective's member, beside the point.</summary>
internal sealed record ObjectiveSpan(string Name, bool IsInput);
