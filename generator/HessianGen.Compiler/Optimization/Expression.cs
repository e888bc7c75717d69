using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>A pure computation as a key: two lets with equal keys give the same value.</summary>
/// <remarks>Operands of commutative primitives are ordered, and a &gt; b is b &lt; a.</remarks>
internal readonly record struct Expression(Primitive Primitive, ScalarType Type, Atom First, Atom Second, Atom Third)
{
    public static Expression Of(Let let, ScalarType type)
    {
        EquatableArray<Atom> arguments = let.Arguments;
        Atom none = Atom.OfBoolean(false);
        Atom a = arguments[0], b = arguments.Count > 1 ? arguments[1] : none, c = arguments.Count > 2 ? arguments[2] : none;
        Primitive primitive = let.Primitive;
        bool isSwapped = primitive == Primitives.Gt || primitive == Primitives.Ge || (primitive.IsCommutative && IsAfter(a, b));
        if (primitive == Primitives.Gt) primitive = Primitives.Lt;
        if (primitive == Primitives.Ge) primitive = Primitives.Le;
        return isSwapped ? new(primitive, type, b, a, c) : new(primitive, type, a, b, c);
    }

    /// <summary>Some fixed order of atoms: constants by their bits, then values by id.</summary>
    private static bool IsAfter(Atom a, Atom b)
    {
        if (a.IsConstant != b.IsConstant) return b.IsConstant;
        return a.IsConstant ? a.Integer > b.Integer : a.Value.Id > b.Value.Id;
    }
}
