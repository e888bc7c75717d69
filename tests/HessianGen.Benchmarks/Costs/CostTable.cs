using System.Globalization;
using Corpus;

namespace HessianGen.Benchmarks.Costs;

/// <summary>The costs of every method of the corpus as text, what breaks a law with a mark.</summary>
internal static class CostTable
{
    /// <summary>What calls functions as they are means nothing to the interpreter, which counts.</summary>
    public static IEnumerable<CorpusRow> Rows => CorpusTable.Rows.Where(row => row.Awaits is null && row.Name != nameof(CustomDerivatives));

    public static void Write(TextWriter output, string filter)
    {
        output.WriteLine($"{"method",-26} {"value",9} {"gradient",9} {"again",9} {"product",9}  {string.Join(' ', CostLaw.All.Select(law => $"{law.Name,-19}"))}");
        foreach (CorpusRow row in Rows.Where(row => row.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            MethodCosts costs = MethodCosts.Of(row);
            output.WriteLine($"{costs.Method,-26} {costs.Value,9} {costs.Gradient,9} {costs.Repeated,9} {costs.Product,9}  {string.Join(' ', CostLaw.All.Select(law => Text(law, costs)))}");
        }
    }

    private static string Text(CostLaw law, MethodCosts costs) =>
        (law.Ratio(costs).ToString("f2", CultureInfo.InvariantCulture) + (law.Ratio(costs) > law.Bound ? $" > {law.Bound}" : "")).PadRight(19);
}
