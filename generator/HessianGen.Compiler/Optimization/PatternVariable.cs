using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Matches any atom of its sort; the same one wherever it stands in a pattern.</summary>
/// <param name="index">Its place among a match's bindings.</param>
internal sealed class PatternVariable(int index, PatternSort sort) : Pattern
{
    public int Index => index;

    public PatternSort Sort => sort;

    public override int Operations => 0;

    public override bool IsConstant => sort >= PatternSort.FloatConstant;

    /// <summary>True where the variable may stand for an atom of that type.</summary>
    public bool Admits(Atom atom, ScalarType type) => sort switch
    {
        PatternSort.Float => type.IsFloat(),
        PatternSort.Integer => type.IsInteger(),
        PatternSort.Number => type != ScalarType.Bool,
        PatternSort.Boolean => type == ScalarType.Bool,
        PatternSort.Any => true,
        PatternSort.FloatConstant => atom.IsConstant && type.IsFloat(),
        PatternSort.PowerOfTwo => atom.IsConstant && type.IsFloat() && IsPowerOfTwo(atom.Float),
        PatternSort.Moderate => atom.IsConstant && type.IsFloat() && Math.Abs(atom.Float) is >= 1.0 / (1 << 20) and <= 1 << 20,
        PatternSort.Negative => atom.IsConstant && type.IsFloat() && atom.Float < 0,
        _ => atom.IsConstant && type.IsInteger(),
    };

    /// <summary>Within 2^±100, so that value and reciprocal are normal in f32 too.</summary>
    private static bool IsPowerOfTwo(double value)
    {
        const long mantissa = (1L << 52) - 1;
        long bits = BitConverter.DoubleToInt64Bits(value);
        long exponent = (bits >> 52 & 0x7FF) - 1023;
        return (bits & mantissa) == 0 && Math.Abs(exponent) <= 100;
    }
}
