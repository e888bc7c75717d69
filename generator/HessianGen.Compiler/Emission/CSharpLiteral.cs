using System.Globalization;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>Constants as C# text that compiles to the same bits.</summary>
internal static class CSharpLiteral
{
    public static string Text(Atom constant) => constant.ConstantType switch
    {
        ScalarType.F64 => Text(constant.Float, "double", "", Literal.Number(constant.Float)),
        ScalarType.F32 => Text(constant.Float, "float", "f", Literal.Number((float)constant.Float)),
        ScalarType.Bool => constant.Boolean ? "true" : "false",
        ScalarType.U32 => constant.Integer.ToString(CultureInfo.InvariantCulture) + "u",
        ScalarType.I64 => constant.Integer.ToString(CultureInfo.InvariantCulture) + "L",
        ScalarType.U64 => unchecked((ulong)constant.Integer).ToString(CultureInfo.InvariantCulture) + "UL",
        _ => constant.Integer.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A string literal on one line.</summary>
    public static string Text(string value)
    {
        string text = "\"";
        foreach (char c in value)
        {
            text += c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            };
        }

        return text + "\"";
    }

    private static string Text(double value, string type, string suffix, string digits)
    {
        if (double.IsNaN(value)) return type + ".NaN";
        if (double.IsInfinity(value)) return type + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        if (value == 0 && 1 / value < 0) return "-0.0" + suffix;
        return suffix.Length > 0 || digits.Any(c => c is '.' or 'E') ? digits + suffix : digits + ".0";
    }
}
