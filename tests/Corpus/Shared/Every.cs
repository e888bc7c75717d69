using HessianGen;

namespace Corpus;

/// <summary>What the corpus asks of the generator: a product added here is requested of every method.</summary>
public static class Every
{
    public const Derivatives Product = Derivatives.Default | Derivatives.Value | Derivatives.HessianDiagonal;
}
