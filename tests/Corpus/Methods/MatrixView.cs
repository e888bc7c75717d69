using System;
using HessianGen;

namespace Corpus;

/// <summary>A quadratic form of a product AᵀA through a ref struct that is a matrix over a span, with an indexer that returns a reference.</summary>
public static partial class MatrixView
{
    [Differentiable(Every.Product)]
    public static double Form([Variable] ReadOnlySpan<double> a, [Variable] ReadOnlySpan<double> x, int n)
    {
        View gram = new(stackalloc double[n * n], n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    gram[i, j] += a[k * n + i] * a[k * n + j];
                }
            }
        }

        double form = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                form += x[i] * gram[i, j] * x[j];
            }
        }

        return form;
    }

    private readonly ref struct View
    {
        private readonly Span<double> _data;
        private readonly int _columns;

        public View(Span<double> data, int columns)
        {
            _data = data;
            _columns = columns;
        }

        public ref double this[int row, int column] => ref _data[row * _columns + column];
    }
}
