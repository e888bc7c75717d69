using Corpus;

namespace HessianGen.Conformance.Tests;

/// <summary>The rows of the corpus as theory data, by name so that each shows as a test of its own.</summary>
public static class CorpusTheory
{
    public static TheoryData<string> AllRows => [.. CorpusTable.Rows.Select(row => row.Name)];
}
