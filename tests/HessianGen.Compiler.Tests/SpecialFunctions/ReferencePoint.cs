using System.Globalization;

namespace HessianGen.Compiler.Tests.SpecialFunctions;

/// <summary>A line of special_functions.csv: the value and three derivatives at a point, to 20 digits of mpmath's 120.</summary>
internal sealed record ReferencePoint(string Key, double X, double[] Derivatives)
{
    public static readonly ILookup<string, ReferencePoint> All = Read().ToLookup(point => point.Key);

    private static IEnumerable<ReferencePoint> Read()
    {
        using StreamReader reader = new(typeof(ReferencePoint).Assembly.GetManifestResourceStream("special_functions.csv")!);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            double[] numbers = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            yield return new(cells[0], numbers[0], numbers[1..]);
        }
    }
}
