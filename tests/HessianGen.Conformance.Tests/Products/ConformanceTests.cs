using Corpus;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>Corpus x product x law: the numbers that the generated members compute.</summary>
public sealed class ConformanceTests
{
    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Method_IsAccepted(string row) => Assert.NotEmpty(ConformanceSubjects.Of(row).Members.Products);

    [Fact]
    public void MethodsThatAwaitAConstruct_AreRefused() => Assert.All(
        CorpusTable.Rows.Where(row => row.Awaits is not null),
        row => Assert.Contains(ConformanceSubjects.Harness().Run(row.Sources).Errors, error => error.Id.StartsWith("HG", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void Product_AgreesWithHyperDualNumbers(string row, Derivatives product) =>
        Checks.AgreesWithHyperDualNumbers(ConformanceSubjects.Of(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void GradientAndProduct_AgreeWithFiniteDifferences(string row) => Checks.AgreesWithFiniteDifferences(ConformanceSubjects.Of(row));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Products_AgreeWithEachOther(string row) => Checks.ProductsAgreeWithEachOther(ConformanceSubjects.Of(row));
}
