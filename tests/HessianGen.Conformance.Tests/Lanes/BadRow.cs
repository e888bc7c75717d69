namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>Arguments that the method throws for, so that its members must throw the same.</summary>
/// <param name="Row">The method.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Spoil">Makes good arguments bad, at an iteration.</param>
public sealed record BadRow(string Row, string What, Action<object[], int> Spoil)
{
    public override string ToString() => $"{Row}: {What}";
}
