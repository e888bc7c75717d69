namespace HessianGen.Tests.Threading;

/// <summary>Σₜ exp(xₜ mod n · cₜ) + ½·|x|², as somebody writes it who has no generator.</summary>
internal sealed class HandWrittenSum(params double[] factors) : IHessianVectorSumObjective
{
    /// <summary>Called before each range.</summary>
    public Action<Range> Before { get; init; } = _ => { };

    public int? Dimension => null;

    public int TermCount(ReadOnlySpan<double> point) => factors.Length;

    public double Value(ReadOnlySpan<double> point) => Value(point, ..) + RemainderValue(point);

    public double Gradient(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double value = Gradient(point, .., gradient) + RemainderValue(point);
        for (int k = 0; k < point.Length; k++) gradient[k] += point[k];
        return value;
    }

    public void HessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product)
    {
        HessianVectorProduct(point, .., direction, product);
        for (int k = 0; k < point.Length; k++) product[k] += direction[k];
    }

    public double Value(ReadOnlySpan<double> point, Range terms) => Gradient(point, terms, new double[point.Length]);

    public double Gradient(ReadOnlySpan<double> point, Range terms, Span<double> gradient)
    {
        Before(terms);
        (int first, int count) = terms.GetOffsetAndLength(factors.Length);
        gradient.Clear();
        double sum = 0;
        for (int t = first; t < first + count; t++)
        {
            double term = Math.Exp(point[t % point.Length] * factors[t]);
            sum += term;
            gradient[t % point.Length] += term * factors[t];
        }

        return sum;
    }

    public void HessianVectorProduct(ReadOnlySpan<double> point, Range terms, ReadOnlySpan<double> direction, Span<double> product)
    {
        (int first, int count) = terms.GetOffsetAndLength(factors.Length);
        product.Clear();
        for (int t = first; t < first + count; t++)
        {
            int k = t % point.Length;
            product[k] += Math.Exp(point[k] * factors[t]) * factors[t] * factors[t] * direction[k];
        }
    }

    public double RemainderValue(ReadOnlySpan<double> point)
    {
        double sum = 0;
        foreach (double x in point) sum += 0.5 * x * x;
        return sum;
    }

    public double RemainderGradient(ReadOnlySpan<double> point, Span<double> gradient)
    {
        point.CopyTo(gradient);
        return RemainderValue(point);
    }

    public void RemainderHessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product) => direction.CopyTo(product);
}
