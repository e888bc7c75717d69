namespace HessianGen.Testing.Generation;

/// <summary>One file that a generator added to a compilation.</summary>
/// <param name="HintName">The name that the generator gave it.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratedFile(string HintName, string Text);
