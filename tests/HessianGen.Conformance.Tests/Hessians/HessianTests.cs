using HessianGen.Conformance.Tests.Lanes;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>Every way to a Hessian, at sizes around the number of lanes.</summary>
public sealed class HessianTests
{
    private static readonly ProductMember Member = ProductMember.Of(Derivatives.Hessian), Diagonal = ProductMember.Of(Derivatives.HessianDiagonal);

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
    public void Diagonal_AgreesWithHyperDualNumbers(string name)
    {
        (LaneRow row, LaneSubject subject) = (Known[name].Row, LaneSubject.Of(Known[name].Row));
        foreach (ArgumentList arguments in subject.Points)
        {
            double[][] spans = ConformanceSubject.NewSpans(Diagonal, arguments, garbage: double.NaN);
            subject.Members.Call(Diagonal, arguments.Copy(), spans);
            Close.To(subject.Oracle.HessianDiagonal(arguments), spans[0], row.Tolerance, $"diagonal of {name} at {arguments.Point.Length}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Header_SaysWhichWay(string name) => Assert.Contains(Known[name].Way, Text(name, "FHessian("), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public void HeaderOfTheDiagonal_SaysWhichWay(string name)
    {
        bool isDirectional = Known[name].Way == HessianTable.Directions || Known[name].Row.Options.Contains("Directional", StringComparison.Ordinal) || HessianTable.DirectionalDiagonals.Contains(name);
        Assert.Contains(isDirectional ? "one unit direction after another" : "adds the second derivatives in the variables", Text(name, "FHessianDiagonal("), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Hessian_AllocatesNothing(string name)
    {
        LaneSubject subject = LaneSubject.Of(Known[name].Row);
        ArgumentList arguments = subject.Points.Last();
        object[] copy = arguments.Copy();
        double[][] spans = ConformanceSubject.NewSpans(Member, arguments, garbage: 0);
        Assert.Equal(0, HessianGen.Testing.Allocation.Of(() => subject.Members.Call(Member, copy, spans)));
    }

    /// <summary>Sizes that are constants of the program do not make its text longer, whichever way is taken; loops too short for lanes have less.</summary>
    [Theory, InlineData("ElementWise"), InlineData("Directional")]
    public void Lines_DoNotDependOnTheSize(string strategy)
    {
        int[] lines = [.. new[] { 10, 1000, 10_000, 100_000 }.Select(size => LinesOf(strategy, size))];
        Assert.Equal(lines.Order(), lines);
        Assert.Equal(lines[2], lines[3]);
    }

    private static string Text(string name, string member) => LaneSubject.Of(Known[name].Row).Outcome.Files.Single(file => file.Text.Contains(member, StringComparison.Ordinal)).Text;

    private static int LinesOf(string strategy, int size)
    {
        string text = $$"""
            double F(ReadOnlySpan<double> x)
            {
                const int N = {{size}};
                double sum = 0;
                for (int i = 0; i < N - 1; i++)
                {
                    double t = x[i + 1] - x[i] * x[i];
                    sum += 100 * t * t;
                }

                return sum;
            }
            """;
        LaneRow row = new($"Size{size}{strategy}", text, (r, _) => [r.Vector(size)]) { Members = [Member], Options = $", HessianStrategy = HessianStrategy.{strategy}" };
        return LaneSubject.Of(row).Outcome.Files.Sum(file => file.Text.Count(c => c == '\n'));
    }
}
