namespace HessianGen.Compiler.Ir;

/// <summary>The types of scalar values and of buffer elements, with C#'s semantics.</summary>
internal enum ScalarType : byte
{
    F64,
    F32,
    Bool,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
}

internal static class ScalarTypes
{
    /// <summary>True for the types that derivatives exist for.</summary>
    public static bool IsFloat(this ScalarType type) => type <= ScalarType.F32;

    public static bool IsInteger(this ScalarType type) => type >= ScalarType.I8;

    /// <summary>The IR's spelling: <c>f64</c>, <c>i32</c>.</summary>
    public static string Spelling(this ScalarType type) => type.ToString().ToLowerInvariant();

    /// <summary>C#'s keyword: <c>double</c>, <c>int</c>.</summary>
    public static string Keyword(this ScalarType type) => type switch
    {
        ScalarType.F64 => "double",
        ScalarType.F32 => "float",
        ScalarType.Bool => "bool",
        ScalarType.I8 => "sbyte",
        ScalarType.U8 => "byte",
        ScalarType.I16 => "short",
        ScalarType.U16 => "ushort",
        ScalarType.I32 => "int",
        ScalarType.U32 => "uint",
        ScalarType.I64 => "long",
        _ => "ulong",
    };
}
