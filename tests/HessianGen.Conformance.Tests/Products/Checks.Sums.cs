using Corpus;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

internal static partial class Checks
{
    private const string Terms = "terms";

    /// <summary>Ranges of terms, however they are cut, and the remainder add up to the whole.</summary>
    public static void RangesAndRemainderAddUp(ConformanceSubject subject)
    {
        foreach ((ArgumentList arguments, IHessianVectorSumObjective sum) in SumsOf(subject))
        {
            double[] x = arguments.Point, v = ConformanceSubject.Direction(arguments);
            Sampler random = new(x.Length + 1);
            int count = sum.TermCount(x);
            for (int pieces = 1; pieces <= (count < 10 ? count + 2 : 4); pieces++)
            {
                int[] cuts = [0, .. random.Integers(pieces - 1, count + 1).Order(), count];
                Compare(subject, sum, x, v, [.. cuts.Zip(cuts.Skip(1)).Select(cut => cut.First..cut.Second)]);
            }

            if (count < 10) Compare(subject, sum, x, v, [.. Enumerable.Range(0, count).Select(term => term..(term + 1))]);
        }
    }

    private static void Compare(ConformanceSubject subject, IHessianVectorSumObjective sum, double[] x, double[] v, Range[] ranges)
    {
        int n = x.Length;
        double[] expected = new double[n], actual = new double[n], part = Garbage(n);
        double value = sum.RemainderValue(x) + ranges.Sum(range => sum.Value(x, range));
        Close.To(sum.Value(x), value, subject.Row.Tolerance, "value of the ranges");

        value = sum.RemainderGradient(x, part);
        Add();
        foreach (Range range in ranges)
        {
            value += sum.Gradient(x, range, part);
            Add();
        }

        Close.To(sum.Gradient(x, expected), value, subject.Row.Tolerance, "value beside the gradient of the ranges");
        Close.To(expected, actual, subject.Row.Tolerance, "gradient of the ranges");

        actual = new double[n];
        sum.RemainderHessianVectorProduct(x, v, part);
        Add();
        foreach (Range range in ranges)
        {
            sum.HessianVectorProduct(x, range, v, part);
            Add();
        }

        sum.HessianVectorProduct(x, v, expected);
        Close.To(expected, actual, subject.Row.Tolerance, "product of the ranges");

        void Add()
        {
            for (int k = 0; k < n; k++) actual[k] += part[k];
            Array.Fill(part, double.NaN);
        }
    }

    /// <summary>A range that is not one of the terms throws an <see cref="ArgumentOutOfRangeException"/> that names it; spans are checked as always.</summary>
    public static void BadRangesThrow(ConformanceSubject subject)
    {
        foreach ((ArgumentList arguments, IHessianVectorSumObjective sum) in SumsOf(subject))
        {
            double[] x = arguments.Point, untouched = Garbage(x.Length), output = Garbage(x.Length);
            int count = sum.TermCount(x);
            foreach (Range range in new[] { 0..(count + 1), (count + 1)..(count + 1), ^(count + 1)..^0, 1..0 })
            {
                Assert.Equal(Terms, Assert.Throws<ArgumentOutOfRangeException>(() => sum.Value(x, range)).ParamName);
                Assert.Equal(Terms, Assert.Throws<ArgumentOutOfRangeException>(() => sum.Gradient(x, range, output)).ParamName);
                Assert.Equal(Terms, Assert.Throws<ArgumentOutOfRangeException>(() => sum.HessianVectorProduct(x, range, x, output)).ParamName);
            }

            double[] tooLong = Garbage(x.Length + 1);
            Assert.Equal("gradient", Assert.Throws<ArgumentException>(() => sum.Gradient(x, .., tooLong)).ParamName);
            Assert.Equal("gradient", Assert.Throws<ArgumentException>(() => sum.RemainderGradient(x, tooLong)).ParamName);
            Assert.Equal("product", Assert.Throws<ArgumentException>(() => sum.HessianVectorProduct(x, .., x, tooLong)).ParamName);
            Assert.Equal("direction", Assert.Throws<ArgumentException>(() => sum.RemainderHessianVectorProduct(x, tooLong, output)).ParamName);
            Assert.Equal(untouched, output);
            Assert.Equal(Garbage(x.Length + 1), tooLong);
        }
    }

    /// <summary>From the second call on a range allocates nothing.</summary>
    public static void RangesAllocateNothing(ConformanceSubject subject)
    {
        foreach ((ArgumentList arguments, IHessianVectorSumObjective sum) in SumsOf(subject))
        {
            double[] x = arguments.Point, output = new double[x.Length];
            long bytes = Allocation.Of(() =>
            {
                sum.Value(x, ..);
                sum.RemainderValue(x);
                sum.Gradient(x, .., output);
                sum.RemainderGradient(x, output);
                sum.HessianVectorProduct(x, .., x, output);
                sum.RemainderHessianVectorProduct(x, x, output);
            });
            Assert.True(bytes == 0, $"Ranges allocate {bytes} bytes for {x.Length} variables.");
        }
    }

    /// <summary>On any number of threads the sum over shards has the same bits, and is the whole to rounding.</summary>
    public static void ThreadsDoNotChangeABit(ConformanceSubject subject)
    {
        foreach ((ArgumentList arguments, IHessianVectorSumObjective sum) in SumsOf(subject))
        {
            double[] x = arguments.Point, v = ConformanceSubject.Direction(arguments), expected = Garbage(x.Length), gradient = Garbage(x.Length), product = Garbage(x.Length);
            (double Value, double Beside, double[] Gradient, double[] Product)? first = null;
            foreach (int threads in new[] { 1, 2, 3, 8 })
            {
                ParallelHessianVectorObjective parallel = new(sum) { MaxDegreeOfParallelism = threads, MinimumShard = 32 };
                double value = parallel.Value(x), beside = parallel.Gradient(x, gradient);
                parallel.HessianVectorProduct(x, v, product);
                first ??= (value, beside, [.. gradient], [.. product]);
                Assert.Equal(first.Value.Value, value);
                Assert.Equal(first.Value.Beside, beside);
                Assert.Equal(first.Value.Gradient, gradient);
                Assert.Equal(first.Value.Product, product);
            }

            Close.To(sum.Gradient(x, expected), first!.Value.Beside, subject.Row.Tolerance, "value on threads");
            Close.To(expected, gradient, subject.Row.Tolerance, "gradient on threads");
            sum.HessianVectorProduct(x, v, expected);
            Close.To(expected, product, subject.Row.Tolerance, "product on threads");
        }
    }

    /// <summary>The objective at every point, where the method is a sum of terms.</summary>
    private static IEnumerable<(ArgumentList Arguments, IHessianVectorSumObjective Sum)> SumsOf(ConformanceSubject subject) =>
        from arguments in subject.Points
        let sum = subject.Members.Objective(arguments.Copy()) as IHessianVectorSumObjective
        where sum is not null
        select (arguments, sum);

    private static double[] Garbage(int length)
    {
        double[] garbage = new double[length];
        Array.Fill(garbage, double.NaN);
        return garbage;
    }
}
