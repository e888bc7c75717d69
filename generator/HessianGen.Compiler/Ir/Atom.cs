namespace HessianGen.Compiler.Ir;

/// <summary>A scalar in single-assignment form; its type, name and line stand in the function's value table.</summary>
internal readonly record struct Value(int Id)
{
    public override string ToString() => $"%{Id}";
}

/// <summary>An array; its element type, name and line stand in the function's buffer table.</summary>
internal readonly record struct Buffer(int Id)
{
    public override string ToString() => $"@{Id}";
}

/// <summary>An operand: a <see cref="Value"/> or a typed constant.</summary>
/// <remarks>Constants are held as bits, so that equality tells 0.0 from -0.0 and finds NaN equal to itself.</remarks>
internal readonly struct Atom : IEquatable<Atom>
{
    private readonly int id;
    private readonly long bits;
    private readonly ScalarType type;

    private Atom(int id, long bits, ScalarType type) => (this.id, this.bits, this.type) = (id, bits, type);

    public bool IsConstant => id == 0;

    public bool IsValue => id != 0;

    /// <summary>The value this atom names; meaningful only where <see cref="IsValue"/>.</summary>
    public Value Value => IsValue ? new(id - 1) : throw new InvalidOperationException("A constant is not a value.");

    /// <summary>The type of a constant; a value's type stands in the value table.</summary>
    public ScalarType ConstantType => IsConstant ? type : throw new InvalidOperationException("A value's type stands in the table.");

    public double Float => BitConverter.Int64BitsToDouble(bits);

    public long Integer => bits;

    public bool Boolean => bits != 0;

    public static implicit operator Atom(Value value) => new(value.Id + 1, 0, default);

    /// <summary>A floating-point constant; an f32 constant is rounded to single precision.</summary>
    public static Atom OfFloat(double value, ScalarType type = ScalarType.F64) =>
        new(0, BitConverter.DoubleToInt64Bits(type == ScalarType.F32 ? (float)value : value), type);

    public static Atom OfInteger(long value, ScalarType type = ScalarType.I32) => new(0, value, type);

    public static Atom OfBoolean(bool value) => new(0, value ? 1 : 0, ScalarType.Bool);

    /// <summary>The zero of any type.</summary>
    public static Atom Zero(ScalarType type) => new(0, 0, type);

    public bool IsInteger(long value) => IsConstant && type.IsInteger() && bits == value;

    public bool IsFloat(double value) => IsConstant && type.IsFloat() && bits == BitConverter.DoubleToInt64Bits(value);

    public bool Equals(Atom other) => id == other.id && bits == other.bits && type == other.type;

    public override bool Equals(object? obj) => obj is Atom other && Equals(other);

    public override int GetHashCode() => unchecked((id * 31 + bits.GetHashCode()) * 31 + (int)type);

    public static bool operator ==(Atom x, Atom y) => x.Equals(y);

    public static bool operator !=(Atom x, Atom y) => !x.Equals(y);

    public override string ToString() => IsValue ? Value.ToString() : Literal.Text(this);
}
