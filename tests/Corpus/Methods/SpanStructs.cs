using System;
using HessianGen;

namespace Corpus;

/// <summary>A ref struct with two slices and methods on them, made by a static factory.</summary>
public static partial class SpanStructs
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        Halves halves = Halves.Of(x);
        return halves.Dot() + Math.Sin(halves.First[^1]) * halves.Count;
    }

    private readonly ref struct Halves(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        public ReadOnlySpan<double> First { get; } = first;

        public ReadOnlySpan<double> Second { get; } = second;

        public int Count => First.Length;

        public static Halves Of(ReadOnlySpan<double> all) => new(all[..(all.Length / 2)], all[(all.Length / 2)..]);

        public double Dot()
        {
            double sum = 0;
            for (int i = 0; i < First.Length; i++)
            {
                sum += First[i] * Second[i] * Second[i];
            }

            return sum;
        }
    }
}
