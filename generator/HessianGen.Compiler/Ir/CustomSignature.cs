namespace HessianGen.Compiler.Ir;

/// <summary>What a function of the user's own takes and gives.</summary>
internal sealed record CustomSignature(IReadOnlyList<ScalarType> Operands, ScalarType Result)
{
    public bool Equals(CustomSignature? other) => other is not null && Result == other.Result && Operands.SequenceEqual(other.Operands);

    public override int GetHashCode() => Operands.Count;
}
