using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>What .NET's integer types and <c>BitOperations</c> know of bits, in arithmetic.</summary>
internal sealed partial class Translator
{
    private Atom LowestBit(Atom x)
    {
        Atom wide = ir.Convert(x, Types.Promoted(ir.TypeOf(x)));
        return ir.Apply(Primitives.And, wide, Atom.OfInteger(1, ir.TypeOf(wide)));
    }

    /// <summary>The number of ones, summed in parallel in fields of 2, 4 and 8 bits.</summary>
    private Atom PopCount(Atom x)
    {
        ScalarType type = ir.TypeOf(x);
        ScalarType unsigned = type switch
        {
            ScalarType.I8 or ScalarType.U8 => ScalarType.U8,
            ScalarType.I16 or ScalarType.U16 => ScalarType.U16,
            ScalarType.I32 or ScalarType.U32 => ScalarType.U32,
            _ => ScalarType.U64,
        };
        Atom v = ir.Convert(ir.Convert(x, unsigned), ScalarType.U64);
        v = Minus(v, Both(Right(v, 1), 0x5555555555555555));
        v = Plus(Both(v, 0x3333333333333333), Both(Right(v, 2), 0x3333333333333333));
        v = Both(Plus(v, Right(v, 4)), 0x0F0F0F0F0F0F0F0F);
        return Right(ir.Apply(Primitives.Mul, v, Atom.OfInteger(0x0101010101010101, ScalarType.U64)), 56);

        Atom Both(Atom a, long mask) => ir.Apply(Primitives.And, a, Atom.OfInteger(mask, ScalarType.U64));
        Atom Right(Atom a, int places) => ir.Apply(Primitives.Shr, a, Atom.OfInteger(places));
        Atom Plus(Atom a, Atom b) => ir.Apply(Primitives.Add, a, b);
        Atom Minus(Atom a, Atom b) => ir.Apply(Primitives.Sub, a, b);
    }

    /// <summary>The number of ones below the lowest one of x.</summary>
    private Atom TrailingZeros(Atom x)
    {
        Atom one = Atom.OfInteger(1, ir.TypeOf(x));
        return PopCount(ir.Apply(Primitives.And, ir.Apply(Primitives.Not, x), ir.Apply(Primitives.Sub, x, one)));
    }

    private Atom IsPowerOfTwo(Atom x)
    {
        ScalarType type = ir.TypeOf(x);
        Atom rest = ir.Apply(Primitives.And, x, ir.Apply(Primitives.Sub, x, Atom.OfInteger(1, type)));
        return And(ir.Apply(Primitives.Gt, x, Atom.Zero(type)), ir.Apply(Primitives.Eq, rest, Atom.Zero(type)));
    }
}
