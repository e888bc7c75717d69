using Corpus;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>Corpus x product x law: how the generated members behave besides their numbers. Runs beside <see cref="ConformanceTests"/>.</summary>
public sealed class ContractTests
{
    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void Product_AllocatesNothing(string row, Derivatives product) =>
        Checks.AllocatesNothing(ConformanceSubjects.Of(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void SpanOfTheWrongLength_ThrowsNamingIt_AndNothingIsWritten(string row, Derivatives product) =>
        Checks.WrongLengthsThrow(ConformanceSubjects.Of(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRowsAndProducts), MemberType = typeof(CorpusTheory))]
    public void Product_IsTheSameOnEveryThread(string row, Derivatives product) =>
        Checks.IsTheSameOnEveryThread(ConformanceSubjects.Of(row), ProductMember.Of(product));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Objective_AgreesWithTheMembers(string row) => Checks.ObjectiveAgreesWithTheMembers(ConformanceSubjects.Of(row));

    [Theory]
    [MemberData(nameof(CorpusTheory.AcceptedRows), MemberType = typeof(CorpusTheory))]
    public void Sum_IsItsRangesAndTheRemainder(string row)
    {
        bool isSum = Sums.Sums.ReasonAgainst(CorpusTable.Of(row).Sources) is null;
        ConformanceSubject subject = ConformanceSubjects.Of(row);
        Assert.All(subject.Points, point => Assert.Equal(isSum, subject.Members.Objective(point.Copy()) is IHessianVectorSumObjective));
        if (!isSum) return;
        Checks.RangesAndRemainderAddUp(subject);
        Checks.BadRangesThrow(subject);
        Checks.RangesAllocateNothing(subject);
        Checks.ThreadsDoNotChangeABit(subject);
    }
}
