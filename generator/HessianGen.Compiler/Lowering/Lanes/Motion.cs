using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>How an integer differs from one lane to the next.</summary>
/// <param name="Stride">What the next lane has more; null where lanes have no common stride.</param>
internal sealed record Motion(KernelExpression? Stride)
{
    public static readonly Motion Same = new(Constant(0));

    public static readonly Motion Counter = new(Constant(1));

    public static readonly Motion Scattered = new((KernelExpression?)null);

    public bool IsSame => this == Same;

    public bool IsScattered => Stride is null;

    public static Motion operator +(Motion x, Motion y) => Combine(Primitives.Add, x, y);

    public static Motion operator -(Motion x, Motion y) => Combine(Primitives.Sub, x, y);

    /// <summary>The motion of a product with a factor that all lanes share.</summary>
    public Motion Times(KernelExpression factor) => Stride is null ? Scattered : new(Apply(Primitives.Mul, Stride, factor));

    /// <summary>An integer operation; the trivial ones are done here.</summary>
    public static KernelExpression Apply(Primitive primitive, KernelExpression x, KernelExpression y)
    {
        long? a = ValueOf(x), b = ValueOf(y);
        if (a is { } left && b is { } right) return Constant(primitive == Primitives.Add ? left + right : primitive == Primitives.Sub ? left - right : left * right);
        if (primitive == Primitives.Add && a == 0) return y;
        if (primitive != Primitives.Mul && b == 0) return x;
        if (primitive == Primitives.Mul && (a == 0 || b == 0)) return Constant(0);
        if (primitive == Primitives.Mul && a == 1) return y;
        if (primitive == Primitives.Mul && b == 1) return x;
        return new OperationExpression(primitive, new([x, y]), ScalarType.I32);
    }

    public static KernelExpression Constant(long value) => new ConstantExpression(Atom.OfInteger(value));

    private static Motion Combine(Primitive primitive, Motion x, Motion y) =>
        x.Stride is null || y.Stride is null ? Scattered : new(Apply(primitive, x.Stride, y.Stride));

    private static long? ValueOf(KernelExpression expression) => expression is ConstantExpression { Constant: { IsConstant: true } constant } ? constant.Integer : null;
}
