using Corpus;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests;

/// <summary>The rows of the corpus as theory data, by name so that each shows as a test of its own.</summary>
public static class CorpusTheory
{
    public static TheoryData<string> AllRows => [.. CorpusTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> AcceptedRows => [.. Accepted];

    /// <summary>Every accepted row with every product that <see cref="Every.Product"/> asks for.</summary>
    public static TheoryData<string, Derivatives> AcceptedRowsAndProducts
    {
        get
        {
            TheoryData<string, Derivatives> data = [];
            foreach (string row in Accepted)
            {
                foreach (ProductMember member in ProductMember.Rows.Where(member => Every.Product.HasFlag(member.Product)))
                {
                    data.Add(row, member.Product);
                }
            }

            return data;
        }
    }

    /// <summary>The sources of a row with another request than <see cref="Every.Product"/>.</summary>
    public static string[] Asking(CorpusRow row, string products) =>
        [.. row.Sources.Select(text => text.Replace("Derivatives.Default | Derivatives.Value | Derivatives.HessianDiagonal", products, StringComparison.Ordinal))];

    private static IEnumerable<string> Accepted => CorpusTable.Rows.Where(row => row.Awaits is null).Select(row => row.Name);
}
