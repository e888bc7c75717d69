using HessianGen.Testing;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

internal static partial class Checks
{
    /// <summary>From the second call on nothing is allocated, at any size.</summary>
    public static void AllocatesNothing(ConformanceSubject subject, ProductMember member)
    {
        foreach (ArgumentList arguments in subject.Points)
        {
            object[] copy = arguments.Copy();
            double[][] spans = ConformanceSubject.NewSpans(member, arguments, garbage: 0);
            long bytes = Allocation.Of(() => subject.Members.Call(member, copy, spans));
            Assert.True(bytes == 0, $"{member} allocates {bytes} bytes for {arguments.Point.Length} variables.");
        }
    }

    /// <summary>A span that is one too short or too long throws an <see cref="ArgumentException"/> that names it, before anything is written.</summary>
    public static void WrongLengthsThrow(ConformanceSubject subject, ProductMember member)
    {
        const double untouched = 1234.5;
        ArgumentList arguments = subject.TypicalPoint;
        for (int wrong = 0; wrong < member.Spans.Length; wrong++)
        {
            foreach (int change in new[] { -1, 1 })
            {
                double[][] spans = ConformanceSubject.NewSpans(member, arguments, untouched);
                Array.Resize(ref spans[wrong], spans[wrong].Length + change);
                Array.Fill(spans[wrong], untouched);
                object[] copy = arguments.Copy();

                ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => { subject.Members.Call(member, copy, spans); });

                Assert.Equal(subject.Members.NameOf(member, member.Spans[wrong]), exception.ParamName);
                Assert.Equal(arguments.Copy(), copy);
                Assert.All(
                    member.Spans.Zip(spans).Where(pair => !pair.First.IsInput),
                    pair => Assert.All(pair.Second, entry => Assert.Equal(untouched, entry)));
            }
        }
    }

    /// <summary>Calls at the same time on other threads, each at another point, change no bit of a result.</summary>
    public static void IsTheSameOnEveryThread(ConformanceSubject subject, ProductMember member)
    {
        const int threads = 4, rounds = 3;
        ArgumentList[] points = [.. subject.Points.Where(ConformanceSubject.IsSmall)];
        double[][][] alone = [.. points.Select(arguments => subject.Call(member, arguments).Spans)];
        using Barrier start = new(threads);
        Task[] tasks = [.. Enumerable.Range(0, threads).Select(first => Task.Factory.StartNew(() => Work(first), TaskCreationOptions.LongRunning))];
        Task.WaitAll(tasks);

        void Work(int first)
        {
            start.SignalAndWait();
            for (int i = 0; i < rounds * points.Length; i++)
            {
                int at = (first + i) % points.Length;
                Assert.Equal(alone[at], subject.Call(member, points[at]).Spans);
            }
        }
    }

    /// <summary>The objective computes what the members do, bit for bit, and checks what it is given.</summary>
    public static void ObjectiveAgreesWithTheMembers(ConformanceSubject subject)
    {
        foreach (ArgumentList arguments in subject.Points)
        {
            IObjective objective = subject.Members.Objective(arguments.Copy())!;
            double[] x = arguments.Point, v = ConformanceSubject.Direction(arguments);
            int n = x.Length;
            Assert.Equal(n, objective.Dimension ?? n);

            MemberCall gradient = subject.Call(ProductMember.Of(Derivatives.Gradient), arguments);
            double[] actual = new double[n];
            Assert.Equal(gradient.Value, objective.Gradient(x, actual));
            Assert.Equal(gradient.Spans[0], actual);
            Close.To(gradient.Value, objective.Value(x), subject.Row.Tolerance, "value");

            MemberCall product = subject.Call(ProductMember.Of(Derivatives.HessianVectorProduct), arguments);
            Assert.IsAssignableFrom<IHessianVectorObjective>(objective).HessianVectorProduct(x, v, actual);
            Assert.Equal(product.Spans[1], actual);

            MemberCall hessian = subject.Call(ProductMember.Of(Derivatives.Hessian), arguments);
            double[] matrix = new double[n * n];
            Assert.Equal(hessian.Value, Assert.IsAssignableFrom<IHessianObjective>(objective).Hessian(x, actual, matrix));
            Assert.Equal(hessian.Spans, [actual, matrix]);

            MemberCall diagonal = subject.Call(ProductMember.Of(Derivatives.HessianDiagonal), arguments);
            Assert.IsAssignableFrom<IDiagonalObjective>(objective).HessianDiagonal(x, actual);
            Assert.Equal(diagonal.Spans[0], actual);
            Assert.Equal(arguments.Point, x);
        }
    }
}
