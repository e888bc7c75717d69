namespace HessianGen.Optimization.Tests.Objectives;

/// <summary>An objective of a few variables, written as formulas; its products and its diagonal come from the Hessian.</summary>
internal sealed class FunctionObjective(int dimension, Func<double[], double> value, Func<double[], double[]> gradient, Func<double[], double[,]> hessian)
    : IHessianObjective, IHessianVectorObjective, IDiagonalObjective
{
    public int? Dimension => dimension;

    public int Values { get; private set; }

    public int Gradients { get; private set; }

    public int Products { get; private set; }

    public double Value(ReadOnlySpan<double> point)
    {
        Values++;
        return value(point.ToArray());
    }

    public double Gradient(ReadOnlySpan<double> point, Span<double> output)
    {
        Gradients++;
        gradient(point.ToArray()).CopyTo(output);
        return value(point.ToArray());
    }

    public double Hessian(ReadOnlySpan<double> point, Span<double> output, Span<double> matrix)
    {
        double[,] h = hessian(point.ToArray());
        for (int i = 0; i < dimension * dimension; i++) matrix[i] = h[i / dimension, i % dimension];
        return Gradient(point, output);
    }

    public void HessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product)
    {
        Products++;
        double[,] h = hessian(point.ToArray());
        for (int i = 0; i < dimension; i++)
        {
            product[i] = 0;
            for (int j = 0; j < dimension; j++) product[i] += h[i, j] * direction[j];
        }
    }

    public void HessianDiagonal(ReadOnlySpan<double> point, Span<double> diagonal)
    {
        double[,] h = hessian(point.ToArray());
        for (int i = 0; i < dimension; i++) diagonal[i] = h[i, i];
    }
}
