using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>One side of a rewrite rule: an expression over <see cref="PatternVariable"/>s, written with C#'s operators.</summary>
internal abstract class Pattern
{
    /// <summary>How many operations remain to be executed, constants being folded.</summary>
    public abstract int Operations { get; }

    /// <summary>True where nothing in it varies at run time.</summary>
    public abstract bool IsConstant { get; }

    public static implicit operator Pattern(double number) => new PatternNumber(number);

    public static implicit operator Pattern(bool truth) => new PatternTruth(truth);

    public static Pattern operator -(Pattern x) => Of(Primitives.Neg, x);

    public static Pattern operator +(Pattern x, Pattern y) => Of(Primitives.Add, x, y);

    public static Pattern operator -(Pattern x, Pattern y) => Of(Primitives.Sub, x, y);

    public static Pattern operator *(Pattern x, Pattern y) => Of(Primitives.Mul, x, y);

    public static Pattern operator /(Pattern x, Pattern y) => Of(Primitives.Div, x, y);

    public static Pattern operator !(Pattern x) => Of(Primitives.Not, x);

    public static Pattern operator &(Pattern x, Pattern y) => Of(Primitives.And, x, y);

    public static Pattern operator |(Pattern x, Pattern y) => Of(Primitives.Or, x, y);

    public static Pattern operator ^(Pattern x, Pattern y) => Of(Primitives.Xor, x, y);

    public static Pattern operator <(Pattern x, Pattern y) => Of(Primitives.Lt, x, y);

    public static Pattern operator >(Pattern x, Pattern y) => Of(Primitives.Gt, x, y);

    public static Pattern operator <=(Pattern x, Pattern y) => Of(Primitives.Le, x, y);

    public static Pattern operator >=(Pattern x, Pattern y) => Of(Primitives.Ge, x, y);

    public static Pattern Of(Primitive primitive, params Pattern[] operands) => new PatternOperation(primitive, operands);
}
