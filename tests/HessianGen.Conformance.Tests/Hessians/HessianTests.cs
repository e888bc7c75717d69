using HessianGen.Conformance.Tests.Lanes;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>Every way to a Hessian, at sizes around the number of lanes.</summary>
public sealed class HessianTests
{
    private static readonly ProductMember Member = ProductMember.Of(Derivatives.Hessian);

    private static readonly Dictionary<string, (LaneRow Row, string Way)> Known = HessianTable.Rows.Concat(HessianTable.Asked).ToDictionary(r => r.Row.Name);

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Hessian_AgreesWithHyperDualNumbers_AndIsSymmetric(string name)
    {
        (LaneRow row, LaneSubject subject) = (Known[name].Row, LaneSubject.Of(Known[name].Row));
        foreach (ArgumentList arguments in subject.Points)
        {
            double[][] spans = ConformanceSubject.NewSpans(Member, arguments, garbage: double.NaN);
            double value = subject.Members.Call(Member, arguments.Copy(), spans);
            Close.To(subject.Oracle.Value(arguments), value, row.Tolerance, "value");
            foreach ((ProductSpan span, double[] actual) in Member.Spans.Zip(spans))
            {
                Close.To(Expected.Of(span, subject.Oracle, arguments, []), actual, row.Tolerance, $"{span.Name} of {name} at {arguments.Point.Length}");
            }

            int n = arguments.Point.Length;
            Assert.All(Enumerable.Range(0, n * n), k => Assert.Equal(spans[1][k], spans[1][k % n * n + k / n]));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Header_SaysWhichWay(string name) =>
        Assert.Contains(Known[name].Way, LaneSubject.Of(Known[name].Row).Outcome.Files.Single(file => file.Text.Contains("FHessian(", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public void Hessian_AllocatesNothing(string name)
    {
        LaneSubject subject = LaneSubject.Of(Known[name].Row);
        ArgumentList arguments = subject.Points.Last();
        object[] copy = arguments.Copy();
        double[][] spans = ConformanceSubject.NewSpans(Member, arguments, garbage: 0);
        Assert.Equal(0, HessianGen.Testing.Allocation.Of(() => subject.Members.Call(Member, copy, spans)));
    }
}
