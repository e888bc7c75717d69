using Corpus;

namespace HessianGen.Conformance.Tests;

public sealed class CorpusTests
{
    [Fact]
    public void EveryFileOfTheCorpus_HasARow_AndEveryRowAFile() =>
        Assert.Equal(CorpusSource.Names, CorpusTable.Rows.Select(row => row.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void TheRows_AreInAlphabeticalOrder() =>
        Assert.Equal(CorpusTable.Rows.Select(row => row.Name).Order(StringComparer.Ordinal), CorpusTable.Rows.Select(row => row.Name));

    [Fact]
    public void ATolerance_IsExplained() =>
        Assert.All(CorpusTable.Rows, row => Assert.Equal(row.Tolerance != 1e-9, row.Because is not null));

    [Theory]
    [MemberData(nameof(CorpusTheory.AllRows), MemberType = typeof(CorpusTheory))]
    public void TheSameSeed_GivesTheSameArguments_AndAnotherSeedOthers(string name)
    {
        CorpusRow row = CorpusTable.Of(name);
        int size = row.Sizes[^1];
        Assert.Equal(row.Sample(seed: 1, size), row.Sample(seed: 1, size));
        Assert.NotEqual(row.Sample(seed: 1, size), row.Sample(seed: 2, size));
    }
}
