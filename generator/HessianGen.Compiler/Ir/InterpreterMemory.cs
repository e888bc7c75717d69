namespace HessianGen.Compiler.Ir;

/// <summary>A buffer while it is interpreted: a typed .NET array, seen as doubles or as integers.</summary>
internal sealed class InterpreterMemory
{
    private readonly bool isGrowable;
    private readonly TypeCode element;
    private Array array;

    /// <summary>Memory of the caller, read and written in place.</summary>
    public InterpreterMemory(Array array) => (this.array, element) = (array, Type.GetTypeCode(array.GetType().GetElementType()));

    /// <summary>Fresh zeroed memory.</summary>
    public InterpreterMemory(ScalarType element, long extent, bool isGrowable)
        : this(NewArray(element, extent)) => this.isGrowable = isGrowable;

    public int Length => array.Length;

    public double GetFloat(long index) => element switch
    {
        TypeCode.Double => ((double[])array)[index],
        TypeCode.Single => ((float[])array)[index],
        _ => throw Mismatch(),
    };

    /// <summary>By type code and not by type test: to the runtime a <c>uint[]</c> is also an <c>int[]</c>.</summary>
    public long GetInteger(long index) => element switch
    {
        TypeCode.Int32 => ((int[])array)[index],
        TypeCode.Int64 => ((long[])array)[index],
        TypeCode.Boolean => ((bool[])array)[index] ? 1 : 0,
        TypeCode.Byte => ((byte[])array)[index],
        TypeCode.SByte => ((sbyte[])array)[index],
        TypeCode.Int16 => ((short[])array)[index],
        TypeCode.UInt16 => ((ushort[])array)[index],
        TypeCode.UInt32 => ((uint[])array)[index],
        TypeCode.UInt64 => unchecked((long)((ulong[])array)[index]),
        _ => throw Mismatch(),
    };

    public void SetFloat(long index, double value)
    {
        Grow(index);
        if (element == TypeCode.Double) ((double[])array)[index] = value;
        else if (element == TypeCode.Single) ((float[])array)[index] = (float)value;
        else throw Mismatch();
    }

    public void SetInteger(long index, long value)
    {
        Grow(index);
        unchecked
        {
            switch (element)
            {
                case TypeCode.Int32: ((int[])array)[index] = (int)value; break;
                case TypeCode.Int64: ((long[])array)[index] = value; break;
                case TypeCode.Boolean: ((bool[])array)[index] = value != 0; break;
                case TypeCode.Byte: ((byte[])array)[index] = (byte)value; break;
                case TypeCode.SByte: ((sbyte[])array)[index] = (sbyte)value; break;
                case TypeCode.Int16: ((short[])array)[index] = (short)value; break;
                case TypeCode.UInt16: ((ushort[])array)[index] = (ushort)value; break;
                case TypeCode.UInt32: ((uint[])array)[index] = (uint)value; break;
                case TypeCode.UInt64: ((ulong[])array)[index] = (ulong)value; break;
                default: throw Mismatch();
            }
        }
    }

    private void Grow(long index)
    {
        if (!isGrowable || index < array.Length) return;
        Array grown = Array.CreateInstance(array.GetType().GetElementType()!, Math.Max(index + 1, 2L * array.Length));
        Array.Copy(array, grown, array.Length);
        array = grown;
    }

    private static Array NewArray(ScalarType element, long extent) => element switch
    {
        ScalarType.F64 => new double[extent],
        ScalarType.F32 => new float[extent],
        ScalarType.Bool => new bool[extent],
        ScalarType.I8 => new sbyte[extent],
        ScalarType.U8 => new byte[extent],
        ScalarType.I16 => new short[extent],
        ScalarType.U16 => new ushort[extent],
        ScalarType.I32 => new int[extent],
        ScalarType.U32 => new uint[extent],
        ScalarType.I64 => new long[extent],
        _ => new ulong[extent],
    };

    private InvalidOperationException Mismatch() => new($"A buffer of the IR is bound to {array.GetType().Name}.");
}
