namespace HessianGen.Compiler.Ir;

internal sealed partial class Interpreter
{
    private void Execute(Let let)
    {
        ScalarType type = function.Values[let.Result.Id].Type;
        Primitive primitive = let.Primitive;
        if (primitive == Primitives.Convert) Convert(let, type);
        else if (primitive == Primitives.Select_) Copy(Integer(let.Arguments[0]) != 0 ? let.Arguments[1] : let.Arguments[2], let.Result);
        else if (type.IsFloat()) floats[let.Result.Id] = Round(primitive.Meaning!([.. let.Arguments.Select(Float)]), type);
        else integers[let.Result.Id] = Discrete(let);
        operations[(int)(costOf?.Invoke(let, type.IsFloat() ? floats[let.Result.Id] : double.NaN) ?? (type.IsFloat() ? primitive.Cost : Cost.Free))]++;
    }

    private long Discrete(Let let)
    {
        ScalarType type = function.TypeOf(let.Arguments[0]);
        if (type.IsFloat()) return Compare(let.Primitive, Float(let.Arguments[0]), Float(let.Arguments[1])) ? 1 : 0;
        long x = Integer(let.Arguments[0]), y = let.Arguments.Count > 1 ? Integer(let.Arguments[1]) : 0;
        if (let.Primitive.IsComparison) return Integers.Compare(let.Primitive, x, y, type)!.Value ? 1 : 0;
        if (type == ScalarType.Bool && let.Primitive == Primitives.Not) return 1 - x;
        return Integers.Evaluate(let.Primitive, x, y, type) ?? throw Undefined(let.Primitive, y);
    }

    private static Exception Undefined(Primitive primitive, long y) =>
        primitive.Arity == 2 && y == 0 ? new DivideByZeroException() : new OverflowException();

    private static bool Compare(Primitive primitive, double x, double y) => primitive.Name switch
    {
        "eq" => x == y,
        "ne" => x != y,
        "lt" => x < y,
        "le" => x <= y,
        "gt" => x > y,
        "ge" => x >= y,
        _ => throw new InvalidOperationException($"'{primitive}' is no comparison."),
    };

    private void Convert(Let let, ScalarType type)
    {
        Atom operand = let.Arguments[0];
        ScalarType from = function.TypeOf(operand);
        int id = let.Result.Id;
        if (from.IsFloat() && type.IsFloat()) floats[id] = Round(Float(operand), type);
        else if (from.IsFloat()) integers[id] = ToInteger(Float(operand), type);
        else if (type.IsFloat()) floats[id] = ToFloat(Integer(operand), from, type);
        else integers[id] = Integers.Wrap(Integer(operand), type);
    }

    private static double Round(double value, ScalarType type) => type == ScalarType.F32 ? (float)value : value;

    /// <summary>Directly to f32: by way of f64 a 64-bit integer would be rounded twice.</summary>
    private static double ToFloat(long value, ScalarType from, ScalarType type)
    {
        ulong bits = unchecked((ulong)value);
        if (type == ScalarType.F32) return from == ScalarType.U64 ? (float)bits : (float)value;
        return from == ScalarType.U64 ? (double)bits : (double)value;
    }

    /// <summary>Saturating, NaN to 0; the types narrower than 32 bits go by way of i32, as .NET's instructions do.</summary>
    private static long ToInteger(double value, ScalarType type) => type switch
    {
        _ when double.IsNaN(value) => 0,
        ScalarType.I64 => value >= 9223372036854775808.0 ? long.MaxValue : value < -9223372036854775808.0 ? long.MinValue : (long)value,
        ScalarType.U64 => value >= 18446744073709551616.0 ? -1 : value <= 0 ? 0 : unchecked((long)(ulong)value),
        ScalarType.U32 => (long)Math.Min(Math.Max(value, uint.MinValue), uint.MaxValue),
        _ => Integers.Wrap((long)Math.Min(Math.Max(value, int.MinValue), int.MaxValue), type),
    };
}
