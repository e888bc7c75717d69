using HessianGen.Testing;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>What must hold of every product of every method: one function per law, each throws where it does not hold.</summary>
internal static partial class Checks
{
    /// <summary>
    /// Value and outputs are the oracle's, whatever the outputs held before. Each argument is left alone, or as the method
    /// leaves it: never in between.
    /// </summary>
    public static void AgreesWithHyperDualNumbers(ConformanceSubject subject, ProductMember member)
    {
        foreach (ArgumentList arguments in subject.Points)
        {
            MemberCall call = subject.Call(member, arguments);
            if (member.ReturnsValue)
            {
                Close.To(subject.Oracle.Value(arguments), call.Value, subject.Row.Tolerance, $"value of {member}");
            }

            foreach ((ProductSpan span, double[] actual) in member.Spans.Zip(call.Spans).Where(pair => !pair.First.IsInput))
            {
                CompareOutput(subject, span, arguments, actual);
            }

            CompareArguments(subject, arguments, call.Arguments);
        }
    }

    private static void CompareArguments(ConformanceSubject subject, ArgumentList arguments, object[] actual)
    {
        object[] before = arguments.Copy(), after = arguments.Copy();
        subject.Primal.Call(after);
        for (int k = 0; k < actual.Length; k++)
        {
            if (!Elements(before[k]).SequenceEqual(Elements(actual[k])))
            {
                Assert.Equal(after[k], actual[k]);
            }
        }

        static IEnumerable<object> Elements(object argument) => argument is Array array ? array.Cast<object>().SelectMany(Elements) : [argument];
    }

    /// <summary>A large Hessian is compared through its products, which n evaluations give instead of n².</summary>
    private static void CompareOutput(ConformanceSubject subject, ProductSpan span, ArgumentList arguments, double[] actual)
    {
        double[] direction = ConformanceSubject.Direction(arguments);
        if (span.Order == 1 || ConformanceSubject.IsSmall(arguments))
        {
            Close.To(Expected.Of(span, subject.Oracle, arguments, direction), actual, subject.Row.Tolerance, span.Name);
        }
        else
        {
            double[] product = subject.Oracle.HessianVectorProduct(arguments, direction);
            Close.To(product, Matrix.Times(actual, direction), subject.Row.Tolerance, $"{span.Name} times a vector");
        }
    }

    /// <summary>The gradient is the slope of the method itself, and the product the slope of the gradient, as differences see them.</summary>
    /// <remarks>In single precision differences see nothing: there hyper-dual numbers must do.</remarks>
    public static void AgreesWithFiniteDifferences(ConformanceSubject subject)
    {
        const double tolerance = 1e-6;
        bool isDouble = subject.Method.Element == "double";
        foreach (ArgumentList arguments in subject.SmoothPoints.Where(point => isDouble && ConformanceSubject.IsSmall(point)))
        {
            double[] direction = ConformanceSubject.Direction(arguments);
            Close.To(
                FiniteDifferences.Gradient(x => subject.Primal.Value(arguments, x), arguments.Point),
                Gradient(subject, arguments, arguments.Point), tolerance, "gradient");
            Close.To(
                FiniteDifferences.HessianVectorProduct(x => Gradient(subject, arguments, x), arguments.Point, direction),
                subject.Call(ProductMember.Of(Derivatives.HessianVectorProduct), arguments).Spans[1], tolerance, "product");
        }
    }

    private static double[] Gradient(ConformanceSubject subject, ArgumentList arguments, double[] point)
    {
        double[] gradient = new double[point.Length];
        subject.Members.Call(ProductMember.Of(Derivatives.Gradient), arguments.At(point), gradient);
        return gradient;
    }

    /// <summary>H is symmetric, H·v is the product, the diagonal is the diagonal, and both gradients and values are the same.</summary>
    public static void ProductsAgreeWithEachOther(ConformanceSubject subject)
    {
        foreach (ArgumentList arguments in subject.Points)
        {
            double tolerance = subject.Row.Tolerance;
            double[] direction = ConformanceSubject.Direction(arguments);
            MemberCall hessian = subject.Call(ProductMember.Of(Derivatives.Hessian), arguments);
            MemberCall gradient = subject.Call(ProductMember.Of(Derivatives.Gradient), arguments);
            MemberCall product = subject.Call(ProductMember.Of(Derivatives.HessianVectorProduct), arguments);
            MemberCall diagonal = subject.Call(ProductMember.Of(Derivatives.HessianDiagonal), arguments);
            double[] h = hessian.Spans[1];
            Close.To(gradient.Value, hessian.Value, tolerance, "value");
            Close.To(gradient.Spans[0], hessian.Spans[0], tolerance, "gradient");
            Close.To(Matrix.Transposed(h), h, tolerance, "hessian against its transpose");
            Close.To(Matrix.Times(h, direction), product.Spans[1], tolerance, "product");
            Close.To(Matrix.Diagonal(h), diagonal.Spans[0], tolerance, "diagonal");
        }
    }
}
