namespace HessianGen.Generator.Tests.Documentation;

/// <summary>A row of docs/language.md.</summary>
/// <param name="Construct">What it is about.</param>
/// <param name="Code">The example: an expression, statements, a method or types.</param>
/// <param name="Id">The diagnostic that the example gives; null where it is accepted without one.</param>
internal sealed record LanguageRow(string Construct, string Code, string? Id);
