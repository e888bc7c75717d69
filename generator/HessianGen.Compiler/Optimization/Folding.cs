using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Computes at compile time what every machine computes alike: integers, comparisons, and + − · / √ of floating-point constants.</summary>
/// <remarks>
/// Those five are correctly rounded by IEEE 754, also in f32 by way of f64. Everything else keeps its call: the compiler's host
/// must not decide last bits.
/// </remarks>
internal static class Folding
{
    /// <summary>The atom that the let's result surely is, or null.</summary>
    public static Atom? Fold(Let let, ScalarType type, Func<Atom, ScalarType> typeOf, Func<Value, Let?> definitionOf)
    {
        if (let.Primitive == Primitives.Convert) return FoldConversion(let.Arguments[0], type, typeOf, definitionOf);
        if (let.Arguments.Count == 0 || let.Primitive == Primitives.Select_) return null;
        if (let.Arguments[0].IsConstant && let.Arguments[0].ConstantType.IsFloat()) return FoldFloats(let, type);
        return Integers.TryFold(let.Primitive, [.. let.Arguments], typeOf);
    }

    /// <summary>The operand itself where the conversions lead back to it, a constant converted, or null.</summary>
    private static Atom? FoldConversion(Atom operand, ScalarType type, Func<Atom, ScalarType> typeOf, Func<Value, Let?> definitionOf)
    {
        if (typeOf(operand) == type) return operand;
        if (operand.IsConstant) return Integers.TryConvert(operand, type);
        if (definitionOf(operand.Value) is not { } inner || inner.Primitive != Primitives.Convert) return null;
        return typeOf(inner.Arguments[0]) == type && IsLossless(type, typeOf(operand)) ? inner.Arguments[0] : null;
    }

    /// <summary>The source of the conversion before this one, where skipping that one changes nothing; else null.</summary>
    public static Atom? ConversionSource(Let let, Func<Atom, ScalarType> typeOf, Func<Value, Let?> definitionOf)
    {
        if (let.Primitive != Primitives.Convert || let.Arguments[0].IsConstant) return null;
        if (definitionOf(let.Arguments[0].Value) is not { } inner || inner.Primitive != Primitives.Convert) return null;
        return IsLossless(typeOf(inner.Arguments[0]), typeOf(let.Arguments[0])) ? inner.Arguments[0] : null;
    }

    /// <summary>True where every value of one type is a value of the other.</summary>
    private static bool IsLossless(ScalarType from, ScalarType to)
    {
        if (from.IsFloat()) return from == to || (from == ScalarType.F32 && to == ScalarType.F64);
        if (to.IsFloat()) return Bits(from) < (to == ScalarType.F32 ? 24 : 53);
        return IsSigned(from) == IsSigned(to) ? Bits(from) <= Bits(to) : IsSigned(to) && Bits(from) < Bits(to);
    }

    private static Atom? FoldFloats(Let let, ScalarType type)
    {
        EquatableArray<Atom> operands = let.Arguments;
        if (!operands.All(o => o.IsConstant)) return null;
        double x = operands[0].Float, y = operands.Count > 1 ? operands[1].Float : 0;
        if (let.Primitive.IsComparison) return Atom.OfBoolean(Compare(let.Primitive, x, y));
        double? result = let.Primitive.Name switch
        {
            "add" => x + y,
            "sub" => x - y,
            "mul" => x * y,
            "div" => x / y,
            "sqrt" => Math.Sqrt(x),
            "neg" => -x,
            _ => null,
        };
        return result is { } value && !double.IsNaN(value) ? Atom.OfFloat(value, type) : null;
    }

    private static bool Compare(Primitive primitive, double x, double y) => primitive.Name switch
    {
        "eq" => x == y,
        "ne" => x != y,
        "lt" => x < y,
        "le" => x <= y,
        "gt" => x > y,
        _ => x >= y,
    };

    private static bool IsSigned(ScalarType type) => type is ScalarType.I8 or ScalarType.I16 or ScalarType.I32 or ScalarType.I64;

    private static int Bits(ScalarType type) => type switch
    {
        ScalarType.I8 or ScalarType.U8 => 8,
        ScalarType.I16 or ScalarType.U16 => 16,
        ScalarType.I32 or ScalarType.U32 => 32,
        _ => 64,
    };
}
