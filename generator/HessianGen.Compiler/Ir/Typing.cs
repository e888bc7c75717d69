using static HessianGen.Compiler.Ir.ScalarType;

namespace HessianGen.Compiler.Ir;

/// <summary>Which types a primitive takes and gives.</summary>
internal static class Typing
{
    /// <summary>The primitives that also have an integer meaning, beside the bitwise ones.</summary>
    private static readonly HashSet<Primitive> OnNumbers =
    [
        Primitives.Add, Primitives.Sub, Primitives.Mul, Primitives.Div, Primitives.Rem, Primitives.Neg, Primitives.Min, Primitives.Max, Primitives.Abs,
    ];

    private static readonly HashSet<Primitive> Logic = [Primitives.And, Primitives.Or, Primitives.Xor, Primitives.Not];

    private static readonly HashSet<Primitive> Shifts = [Primitives.Shl, Primitives.Shr, Primitives.Ushr];

    /// <summary>True where the primitive takes operands of these types; there are as many as its arity.</summary>
    public static bool Accepts(Primitive primitive, ScalarType[] operands)
    {
        if (primitive.Signature is { } signature) return signature.Operands.SequenceEqual(operands);
        ScalarType last = operands[operands.Length - 1];
        if (primitive == Primitives.Convert) return last != Bool;
        if (primitive == Primitives.Select_) return operands[0] == Bool && operands[1] == last;
        if (Shifts.Contains(primitive)) return operands[0].IsInteger() && last.IsInteger();
        if (operands.Any(o => o != last)) return false;
        if (primitive == Primitives.Eq || primitive == Primitives.Ne) return true;
        if (Logic.Contains(primitive)) return !last.IsFloat();
        return OnNumbers.Contains(primitive) || primitive.IsComparison ? last != Bool : last.IsFloat();
    }

    /// <summary>True where the primitive may give a result of this type from operands that it accepts.</summary>
    public static bool Gives(Primitive primitive, ScalarType[] operands, ScalarType result)
    {
        if (primitive.Signature is { } signature) return result == signature.Result;
        if (primitive == Primitives.Convert) return result != Bool;
        if (primitive.IsComparison) return result == Bool;
        return result == (Shifts.Contains(primitive) ? operands[0] : operands[operands.Length - 1]);
    }
}
