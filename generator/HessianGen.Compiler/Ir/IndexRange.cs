namespace HessianGen.Compiler.Ir;

/// <summary>The indices from <paramref name="Low"/> up to, not including, <paramref name="High"/>; empty where they cross.</summary>
internal readonly record struct IndexRange(Polynomial Low, Polynomial High)
{
    public static IndexRange At(Polynomial index) => new(index, index + Polynomial.One);

    public bool Mentions(ICollection<Value> values) => Low.Variables.Concat(High.Variables).Any(id => values.Contains(new(id)));
}
