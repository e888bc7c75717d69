using System.Globalization;

namespace HessianGen.Fuzz.Checking;

/// <summary>Arguments and results as C# writes them.</summary>
internal static class Shown
{
    public static string Of(object value) => value switch
    {
        Array { Rank: > 1 } matrix => $"{matrix.GetLength(0)} x {matrix.GetLength(1)} [{string.Join(", ", matrix.Cast<object>().Select(Of))}]",
        Array array => $"[{string.Join(", ", array.Cast<object>().Select(Of))}]",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
