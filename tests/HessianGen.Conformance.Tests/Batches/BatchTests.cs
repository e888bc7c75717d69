using System.Collections.Concurrent;
using Corpus;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Batches;

/// <summary>Many instances at once give what one after another do: every method of the corpus, products in turn, around every number of lanes.</summary>
public sealed class BatchTests
{
    private const double Untouched = 1234.5;

    private static readonly ConcurrentDictionary<string, Lazy<BatchSubject>> Subjects = new();

    /// <summary>Every method of the corpus of which there can be a batch.</summary>
    public static TheoryData<string> Rows => [.. CorpusTable.Rows.Where(row => row.Awaits is null && !HasShapedVariable(row)).Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void ABatch_IsWhatItsInstancesAre_AndThePaddingStays(string row)
    {
        BatchSubject subject = Subject(row);
        Assert.Equal(2, subject.Members.Products.Count());
        foreach (Batch batch in subject.Batches)
        {
            int n = subject.Variables(batch);
            foreach (ProductMember member in subject.Members.Products)
            {
                double[][] spans = batch.Spans(member, n, ConformanceSubject.Direction, Untouched);
                subject.Members.Call(member, batch.Count, batch.Stride, batch.Arguments(subject.Template), spans);
                for (int p = 0; p < batch.Stride; p++) Compare(subject, member, batch, spans, p, n);
            }
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void ABatch_AllocatesNothing(string row)
    {
        BatchSubject subject = Subject(row);
        Batch batch = subject.Batches.First();
        foreach (ProductMember member in subject.Members.Products)
        {
            object[] arguments = batch.Arguments(subject.Template);
            double[][] spans = batch.Spans(member, subject.Variables(batch), ConformanceSubject.Direction, 0);
            Assert.Equal(0, Allocation.Of(() => subject.Members.Call(member, batch.Count, batch.Stride, arguments, spans)));
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void AnArrayOfTheWrongLength_ThrowsNamingIt_AndNothingIsWritten(string row)
    {
        BatchSubject subject = Subject(row);
        Batch batch = subject.Batch(9, 12, subject.Row.Sizes.Where(size => size <= ConformanceSubject.SmallSize).Max());
        foreach (ProductMember member in subject.Members.Products)
        {
            for (int wrong = 0; wrong < member.BatchSpans.Count; wrong++)
            {
                double[][] spans = batch.Spans(member, subject.Variables(batch), _ => [], Untouched);
                spans[wrong] = [.. spans[wrong], Untouched];
                string? name = Refused(batch.Count, batch.Stride, batch.Arguments(subject.Template), spans);
                Assert.StartsWith(member.BatchSpans[wrong].Name, name, StringComparison.Ordinal);
            }

            double[][] right = batch.Spans(member, subject.Variables(batch), _ => [], Untouched);
            for (int k = 0; k < subject.Members.Method.Parameters.Count; k++)
            {
                SubjectParameter parameter = subject.Members.Method.Parameters[k];
                if (!parameter.IsOwn) continue;
                object[] arguments = batch.Arguments(subject.Template);
                arguments[k] = arguments[k] is double[] rows ? (object)(double[])[.. rows, 0] : (float[])[.. (float[])arguments[k], 0];
                Assert.Equal(parameter.Name, Refused(batch.Count, batch.Stride, arguments, right));
            }

            Assert.StartsWith("count", Refused(-1, batch.Stride, batch.Arguments(subject.Template), right), StringComparison.Ordinal);
            Assert.StartsWith("stride", Refused(batch.Stride + 1, batch.Stride, batch.Arguments(subject.Template), right), StringComparison.Ordinal);

            string? Refused(int count, int stride, object[] arguments, double[][] spans)
            {
                string? name = Assert.ThrowsAny<ArgumentException>(() => subject.Members.Call(member, count, stride, arguments, spans)).ParamName;
                Assert.All(spans, span => Assert.All(span, entry => Assert.Equal(Untouched, entry)));
                return name;
            }
        }
    }

    private static void Compare(BatchSubject subject, ProductMember member, Batch batch, double[][] spans, int p, int n)
    {
        if (p >= batch.Count)
        {
            Assert.All(spans, span => Assert.All(batch.Of(span, p), entry => Assert.Equal(Untouched, entry)));
            return;
        }

        double[][] one = [.. member.Spans.Select(span => span.IsInput ? ConformanceSubject.Direction(batch[p]) : new double[span.Length(n)])];
        double value = subject.One.Call(member, batch[p].Copy(), one);
        double[][] expected = member.ReturnsValue ? [[value], .. one] : one;
        double tolerance = Math.Max(subject.Row.Tolerance / 1000, subject.Members.Method.Element == "float" ? subject.Row.Tolerance : 0);
        for (int k = 0; k < spans.Length; k++)
        {
            Close.To(expected[k], batch.Of(spans[k], p), tolerance, $"{member} batch of {batch.Count}: {member.BatchSpans[k].Name} of instance {p}");
        }
    }

    private static bool HasShapedVariable(CorpusRow row) =>
        Parameters(row).Any(p => p is { IsVariable: true, Shape: ParameterShape.Rectangular or ParameterShape.Jagged });

    private static IReadOnlyList<SubjectParameter> Parameters(CorpusRow row) => SubjectMethod.In(InMemory.Compile(row.Sources)).Parameters;

    private static BatchSubject Subject(string row) => Subjects.GetOrAdd(row, name => new(() => new BatchSubject(CorpusTable.Of(name)))).Value;
}
