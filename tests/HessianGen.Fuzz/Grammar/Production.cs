namespace HessianGen.Fuzz.Grammar;

/// <summary>One way to write something.</summary>
/// <param name="Weight">How often it is taken, relative to the other rows.</param>
/// <param name="Write">Writes it, to a depth; null where nothing in scope allows it.</param>
internal sealed record Production(int Weight, Func<int, string?> Write);
