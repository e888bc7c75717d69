namespace HessianGen.Compiler.Ir;

/// <summary>C#'s integer arithmetic: wraparound, truncating division. Exact, so that it may be folded while building.</summary>
internal static class Integers
{
    /// <summary>The result where it is known without knowing the operands' values (x + 0, x * 1, constants), else null.</summary>
    public static Atom? TryFold(Primitive primitive, Atom[] operands, Func<Atom, ScalarType> typeOf)
    {
        if (operands.Length == 0 || !operands.All(o => typeOf(o).IsInteger())) return null;
        if (operands.All(o => o.IsConstant)) return FoldConstants(primitive, operands);
        if (operands.Length != 2) return null;
        Atom x = operands[0], y = operands[1];
        if (primitive == Primitives.Add) return x.IsInteger(0) ? y : y.IsInteger(0) ? x : null;
        if (primitive == Primitives.Sub) return y.IsInteger(0) ? x : x == y ? Atom.Zero(typeOf(x)) : null;
        if (primitive == Primitives.Mul)
        {
            if (x.IsInteger(0) || y.IsInteger(0)) return Atom.Zero(typeOf(x));
            return x.IsInteger(1) ? y : y.IsInteger(1) ? x : null;
        }

        return primitive == Primitives.Div && y.IsInteger(1) ? x : null;
    }

    /// <summary>The constant converted as C# converts it in an unchecked context; null where the host would have to decide (float to integer out of range).</summary>
    public static Atom? TryConvert(Atom constant, ScalarType type)
    {
        ScalarType from = constant.ConstantType;
        if (from == ScalarType.Bool || type == ScalarType.Bool) return null;
        if (from.IsFloat() && type.IsFloat()) return Atom.OfFloat(constant.Float, type);
        if (from.IsFloat()) return null;
        if (type == ScalarType.F32) return Atom.OfFloat(from == ScalarType.U64 ? unchecked((ulong)constant.Integer) : (float)constant.Integer, type);
        if (type == ScalarType.F64) return Atom.OfFloat(from == ScalarType.U64 ? unchecked((ulong)constant.Integer) : constant.Integer);
        return Atom.OfInteger(Wrap(constant.Integer, type), type);
    }

    /// <summary><paramref name="value"/> modulo 2^bits, in the range of <paramref name="type"/>; u64 keeps its bits in the signed container.</summary>
    public static long Wrap(long value, ScalarType type) => unchecked(type switch
    {
        ScalarType.I8 => (sbyte)value,
        ScalarType.U8 => (byte)value,
        ScalarType.I16 => (short)value,
        ScalarType.U16 => (ushort)value,
        ScalarType.I32 => (int)value,
        ScalarType.U32 => (uint)value,
        _ => value,
    });

    /// <summary>The result of an integer primitive, or null where it throws or is not one.</summary>
    public static long? Evaluate(Primitive primitive, long x, long y, ScalarType type) => unchecked(primitive.Name switch
    {
        "add" => Wrap(x + y, type),
        "sub" => Wrap(x - y, type),
        "mul" => Wrap(x * y, type),
        "div" or "rem" when y == 0 || (y == -1 && x == Minimum(type)) => null,
        "div" => type == ScalarType.U64 ? (long)((ulong)x / (ulong)y) : x / y,
        "rem" => type == ScalarType.U64 ? (long)((ulong)x % (ulong)y) : x % y,
        "neg" => Wrap(-x, type),
        "and" => x & y,
        "or" => x | y,
        "xor" => x ^ y,
        "not" => Wrap(~x, type),
        "shl" => Wrap(x << (int)(y & ShiftMask(type)), type),
        "shr" => type == ScalarType.U64 ? (long)((ulong)x >> (int)(y & 63)) : x >> (int)(y & ShiftMask(type)),
        "ushr" => type == ScalarType.I32 ? (int)((uint)x >> (int)(y & 31)) : (long)((ulong)x >> (int)(y & ShiftMask(type))),
        "min" => Less(x, y, type) ? x : y,
        "max" => Less(x, y, type) ? y : x,
        "abs" => x == Minimum(type) ? null : Math.Abs(x),
        _ => null,
    });

    /// <summary>A comparison of integers, or null where the primitive is none.</summary>
    public static bool? Compare(Primitive primitive, long x, long y, ScalarType type) => primitive.Name switch
    {
        "eq" => x == y,
        "ne" => x != y,
        "lt" => Less(x, y, type),
        "le" => !Less(y, x, type),
        "gt" => Less(y, x, type),
        "ge" => !Less(x, y, type),
        _ => null,
    };

    private static bool Less(long x, long y, ScalarType type) => type == ScalarType.U64 ? unchecked((ulong)x < (ulong)y) : x < y;

    private static long ShiftMask(ScalarType type) => type is ScalarType.I64 or ScalarType.U64 ? 63 : 31;

    /// <summary>The most negative value of a signed type, which has no negative; null where there is none.</summary>
    private static long? Minimum(ScalarType type) => type switch
    {
        ScalarType.I8 => sbyte.MinValue,
        ScalarType.I16 => short.MinValue,
        ScalarType.I32 => int.MinValue,
        ScalarType.I64 => long.MinValue,
        _ => null,
    };

    private static Atom? FoldConstants(Primitive primitive, Atom[] operands)
    {
        ScalarType type = operands[0].ConstantType;
        long x = operands[0].Integer, y = operands.Length > 1 ? operands[1].Integer : 0;
        if (operands.Length <= 2 && Evaluate(primitive, x, y, type) is { } result) return Atom.OfInteger(result, type);
        return operands.Length == 2 && Compare(primitive, x, y, type) is { } holds ? Atom.OfBoolean(holds) : null;
    }
}
