using System.Collections.Concurrent;
using Corpus;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>Corpus x product x law, for the members that the generator makes.</summary>
public sealed class ConformanceTests
{
    private static readonly ConcurrentDictionary<string, Lazy<ConformanceSubject>> Subjects = new();

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Method_IsAccepted(string row) => Assert.NotEmpty(Subject(row).Members.Products);

    [Fact]
    public void MethodsThatAwaitAConstruct_AreRefused() => Assert.All(
        CorpusTable.Rows.Where(row => row.Awaits is not null),
        row => Assert.Contains(Harness().Run(row.Sources).Errors, error => error.Id.StartsWith("HG", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void Product_AgreesWithHyperDualNumbers(string row, Derivatives product) =>
        Checks.AgreesWithHyperDualNumbers(Subject(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void GradientAndProduct_AgreeWithFiniteDifferences(string row) => Checks.AgreesWithFiniteDifferences(Subject(row));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Products_AgreeWithEachOther(string row) => Checks.ProductsAgreeWithEachOther(Subject(row));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void Product_AllocatesNothing(string row, Derivatives product) =>
        Checks.AllocatesNothing(Subject(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void SpanOfTheWrongLength_ThrowsNamingIt_AndNothingIsWritten(string row, Derivatives product) =>
        Checks.WrongLengthsThrow(Subject(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void Product_IsTheSameOnEveryThread(string row, Derivatives product) =>
        Checks.IsTheSameOnEveryThread(Subject(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Objective_AgreesWithTheMembers(string row) => Checks.ObjectiveAgreesWithTheMembers(Subject(row));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Sum_IsItsRangesAndTheRemainder(string row)
    {
        bool isSum = Sums.Sums.ReasonAgainst(CorpusTable.Of(row).Sources) is null;
        ConformanceSubject subject = Subject(row);
        Assert.All(subject.Points, point => Assert.Equal(isSum, subject.Members.Objective(point.Copy()) is IHessianVectorSumObjective));
        if (!isSum) return;
        Checks.RangesAndRemainderAddUp(subject);
        Checks.BadRangesThrow(subject);
        Checks.RangesAllocateNothing(subject);
        Checks.ThreadsDoNotChangeABit(subject);
    }

    private static ConformanceSubject Subject(string row) => Subjects.GetOrAdd(
        row, name => new(() => new ConformanceSubject(CorpusTable.Of(name), CorpusTable.Of(name).Sources, Harness()))).Value;

    private static GeneratorHarness Harness() => new(
        new DerivativeGenerator(),
        [.. typeof(DerivativeGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)]);
}
