using System.Numerics;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Mathematics.Tests;

/// <summary>Every row of the table, over all its domains. The table of docs/numerics.md is made from ten times as many points a domain.</summary>
public sealed class AccuracyTests
{
    private const int Points = 1 << 17;

    public static TheoryData<string> Names => [.. Functions.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public void DoubleIsWithinThePromise(string name) => IsWithinThePromise<double>(Functions.All.Single(f => f.Name == name), f => f.MaxUlp.Double);

    [Theory, MemberData(nameof(Names))]
    public void SingleIsWithinThePromise(string name) => IsWithinThePromise<float>(Functions.All.Single(f => f.Name == name), f => f.MaxUlp.Single);

    [Fact]
    public void ThePromisesAreAtMostTwoUlp() => Assert.All(Functions.All, f => Assert.True(f.MaxUlp is { Double: <= 2, Single: <= 2 }, f.Name));

    [Fact]
    public void EveryPublicFunctionHasARow() =>
        Assert.Equal(typeof(VectorMath).GetMethods().Where(m => m.IsStatic).Select(m => m.Name).Distinct().Order(), Functions.All.Select(f => f.Name).Order());

    private static void IsWithinThePromise<T>(Function function, Func<Function, double> promise) where T : unmanaged, INumber<T>
    {
        foreach ((Domain X, Domain Y) domain in function.Domains)
        {
            Samples<T> samples = Samples<T>.Of(domain, Points / function.Domains.Length / 16 * 16);
            T[] values = samples.ValuesOf(function.Name, function.Arity, typeof(T));
            Assert.All(Samples<T>.Widths, width => Assert.True(values.AsSpan().SequenceEqual(samples.ValuesOf(function.Name, function.Arity, width)), width.Name));
            Accuracy accuracy = Accuracy.Of<T>(function, samples.X, samples.Y, values);
            Assert.True(accuracy.Max <= promise(function), $"{function.Name} on {domain.X}: {accuracy.Max:F3} ULP at {accuracy.Worst.X:R}, {accuracy.Worst.Y:R}");
        }
    }
}
