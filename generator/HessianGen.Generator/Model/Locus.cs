namespace HessianGen.Generator.Model;

/// <summary>Where a method stands, for the diagnostics of later steps.</summary>
/// <remarks>Equal to every other one: a method that only moved must not be compiled anew.</remarks>
internal sealed class Locus(LocationModel location) : IEquatable<Locus>
{
    public LocationModel Location { get; } = location;

    public bool Equals(Locus? other) => other is not null;

    public override bool Equals(object? obj) => obj is Locus;

    public override int GetHashCode() => 0;
}
