using System.Globalization;

namespace HessianGen.Compiler.Ir;

/// <summary>Constants as text that reads back to the same bits, whatever the culture of the machine.</summary>
internal static class Literal
{
    /// <summary>The IR's spelling of a constant: <c>0.5</c>, <c>3:i32</c>, <c>true</c>.</summary>
    public static string Text(Atom constant) => constant.ConstantType switch
    {
        ScalarType.F64 => Number(constant.Float),
        ScalarType.F32 => Number((float)constant.Float) + ":f32",
        ScalarType.Bool => constant.Boolean ? "true" : "false",
        ScalarType.U64 => unchecked((ulong)constant.Integer).ToString(CultureInfo.InvariantCulture) + ":u64",
        var type => constant.Integer.ToString(CultureInfo.InvariantCulture) + ":" + type.Spelling(),
    };

    /// <summary>The shortest text that parses back to <paramref name="value"/>.</summary>
    public static string Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc cref="Number(double)"/>
    public static string Number(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }
}
