using Corpus;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;
using Xunit.Sdk;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>Every check passes on right members, and fails once a single thing in them is spoilt.</summary>
public sealed class CheckGuardTests
{
    private static readonly CorpusRow Row = new("Cubes", (r, n) => [r.Vector(n), r.Uniform(1, 2)]) { Sizes = [0, 1, 2, 3, 9, 101] };

    private static readonly Dictionary<string, Action<ConformanceSubject>> AllChecks = new()
    {
        [nameof(Checks.AgreesWithHyperDualNumbers)] = subject => ForEachProduct(subject, Checks.AgreesWithHyperDualNumbers),
        [nameof(Checks.AgreesWithFiniteDifferences)] = Checks.AgreesWithFiniteDifferences,
        [nameof(Checks.ProductsAgreeWithEachOther)] = Checks.ProductsAgreeWithEachOther,
        [nameof(Checks.AllocatesNothing)] = subject => ForEachProduct(subject, Checks.AllocatesNothing),
        [nameof(Checks.WrongLengthsThrow)] = subject => ForEachProduct(subject, Checks.WrongLengthsThrow),
        [nameof(Checks.IsTheSameOnEveryThread)] = subject => ForEachProduct(subject, Checks.IsTheSameOnEveryThread),
        [nameof(Checks.ObjectiveAgreesWithTheMembers)] = Checks.ObjectiveAgreesWithTheMembers,
    };

    public static TheoryData<string> CheckNames => [.. AllChecks.Keys];

    public static TheoryData<string, string, string> Spoilt => new()
    {
        //  what is written                                  what is written instead                                the check that must see it
        { "3 * scale * x[i] * x[i] + x[0]",                  "3.000001 * scale * x[i] * x[i] + x[0]",               nameof(Checks.AgreesWithHyperDualNumbers) },
        { "product.Clear();",                                "",                                                    nameof(Checks.AgreesWithHyperDualNumbers) },
        { "hessian[i] += 1;",                                "hessian[i] += 1.00001;",                              nameof(Checks.AgreesWithHyperDualNumbers) },
        { "(i == 0 ? 2 : 0)",                                "(i == 0 ? 2 : 1e-7)",                                 nameof(Checks.AgreesWithHyperDualNumbers) },
        { "return SumGradient(",                             "return 1e-6 + SumGradient(",                          nameof(Checks.AgreesWithHyperDualNumbers) },
        { "return Sum(x, scale);",                           "double sum = Sum(x, scale); x.Clear(); return sum;",  nameof(Checks.AgreesWithHyperDualNumbers) },
        { "gradient[0] += x[i];",                            "gradient[0] += 1.0001 * x[i];",                       nameof(Checks.AgreesWithFiniteDifferences) },
        { "6 * scale * x[i] * direction[i] + direction[0]",  "6.0001 * scale * x[i] * direction[i] + direction[0]", nameof(Checks.AgreesWithFiniteDifferences) },
        { "hessian[i] += 1;",                                "hessian[i] += 1.00001;",                              nameof(Checks.ProductsAgreeWithEachOther) },
        { "6 * scale * x[i] + (i",                           "6.001 * scale * x[i] + (i",                           nameof(Checks.ProductsAgreeWithEachOther) },
        { "hessian.Clear();",                                "new double[n].CopyTo(hessian); hessian.Clear();",     nameof(Checks.AllocatesNothing) },
        { "Require.Length(direction.Length, x.Length, nameof(direction));", "",                                     nameof(Checks.WrongLengthsThrow) },
        { "gradient.Length, n, nameof(gradient)",            "gradient.Length, n, nameof(hessian)",                 nameof(Checks.WrongLengthsThrow) },
        { "diagonal",                                        "d",                                                   nameof(Checks.WrongLengthsThrow) },
        { "int n = x.Length;",                               "int n = x.Length; hessian.Clear();",                  nameof(Checks.WrongLengthsThrow) },
        { "diagonal[i] = 6 * scale",                         "diagonal[i] = System.Environment.CurrentManagedThreadId * scale", nameof(Checks.IsTheSameOnEveryThread) },
        { "=> SumHessianDiagonal(point.ToArray(), scale, diagonal);", "=> diagonal.Clear();",                                nameof(Checks.ObjectiveAgreesWithTheMembers) },
        { "=> Sum(point.ToArray(), scale);",                 "=> Sum(point.ToArray(), scale) + 1;",                 nameof(Checks.ObjectiveAgreesWithTheMembers) },
    };

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Check_PassesOnRightMembers(string check) => AllChecks[check](Subject(HandWrittenCubes.Members));

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void Check_FailsOnSpoiltMembers(string written, string instead, string check)
    {
        Assert.Contains(written, HandWrittenCubes.Members);
        ConformanceSubject subject = Subject(HandWrittenCubes.Members.Replace(written, instead));
        Exception? failure = Record.Exception(() => AllChecks[check](subject));
        Assert.True(failure is XunitException or HarnessException or AggregateException, $"{check} saw nothing, or broke: {failure}");
    }

    private static ConformanceSubject Subject(string members) =>
        new(Row, [HandWrittenCubes.Source], new GeneratorHarness(new FakeGenerator<string>(method => method.TargetSymbol.Name, _ => members)));

    private static void ForEachProduct(ConformanceSubject subject, Action<ConformanceSubject, ProductMember> check)
    {
        foreach (ProductMember member in subject.Members.Products)
        {
            check(subject, member);
        }
    }
}
