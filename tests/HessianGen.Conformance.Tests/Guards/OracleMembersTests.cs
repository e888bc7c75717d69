using System.Collections.Concurrent;
using Corpus;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>
/// Every law of the conformance tests, but allocation, holds on every row of the corpus for members that ask the oracle: so
/// rows, shims and laws are right, and where a generated member breaks one, the member is wrong.
/// </summary>
public sealed class OracleMembersTests
{
    [Theory]
    [MemberData(nameof(CorpusTheory.AllRows), MemberType = typeof(CorpusTheory))]
    public void MembersThatAskTheOracle_PassEveryCheck(string name)
    {
        CorpusRow row = CorpusTable.Of(name);
        row = row with { Sizes = [.. row.Sizes.Where(size => size <= 2)] };
        HyperDualOracle oracle = HyperDualOracle.Of(row.Sources);
        ConcurrentDictionary<string, double[][]> answers = new();
        AppContext.SetData(name, (object[] arguments, string member, double[] direction) => answers.GetOrAdd(
            Key([.. arguments, member, direction]), _ => Answer(oracle, arguments, member, direction)));
        FakeGenerator<string> generator = new(
            method => new OracleMembers(SubjectMethod.In((CSharpCompilation)method.SemanticModel.Compilation), method.TargetSymbol.ContainingType, name).Text(), text => text);
        ConformanceSubject subject = new(row, row.Sources, new GeneratorHarness(generator));

        foreach (ProductMember member in subject.Members.Products)
        {
            Checks.AgreesWithHyperDualNumbers(subject, member);
            Checks.WrongLengthsThrow(subject, member);
            Checks.IsTheSameOnEveryThread(subject, member);
        }

        Checks.AgreesWithFiniteDifferences(subject);
        Checks.ProductsAgreeWithEachOther(subject);
        Checks.ObjectiveAgreesWithTheMembers(subject);
    }

    private static string Key(object[] question) =>
        string.Join(' ', question.SelectMany(Flat));

    private static IEnumerable<object> Flat(object part) => part is Array array ? array.Cast<object>().SelectMany(Flat).Append(';') : [part];

    /// <summary>One array for each span of the member, and then one for its value.</summary>
    private static double[][] Answer(HyperDualOracle oracle, object[] boxed, string suffix, double[] direction)
    {
        ArgumentList arguments = new(oracle.Method, boxed);
        ProductMember member = ProductMember.Rows.Single(row => row.Suffix == suffix);
        return
        [
            .. member.Spans.Select(span => span.IsInput ? direction : Expected.Of(span, oracle, arguments, direction)),
            [oracle.Value(arguments)],
        ];
    }
}
