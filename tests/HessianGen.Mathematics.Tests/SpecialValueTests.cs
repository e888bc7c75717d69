using System.Numerics;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Mathematics.Tests;

public sealed class SpecialValueTests
{
    public static TheoryData<string> Names => AccuracyTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void DoubleIsExact(string name) => IsExact<double>(Functions.All.Single(f => f.Name == name), _ => true);

    /// <summary>Where the arguments and the result are floats too.</summary>
    [Theory, MemberData(nameof(Names))]
    public void SingleIsExact(string name) => IsExact<float>(
        Functions.All.Single(f => f.Name == name),
        row => IsSingle(row.X) && IsSingle(row.Y) && IsSingle(row.Result));

    [Theory, MemberData(nameof(Names))]
    public void NaNGivesNaN(string name)
    {
        Function function = Functions.All.Single(f => f.Name == name);
        foreach (Type width in Samples<double>.Widths)
            Assert.All(new Samples<double>(Filled(double.NaN), Filled(2.0)).ValuesOf(name, function.Arity, width), v => Assert.True(double.IsNaN(v)));
        foreach (Type width in Samples<float>.Widths)
            Assert.All(new Samples<float>(Filled(float.NaN), Filled(2f)).ValuesOf(name, function.Arity, width), v => Assert.True(float.IsNaN(v)));
    }

    private static void IsExact<T>(Function function, Func<(double X, double Y, double Result), bool> applies) where T : unmanaged, INumber<T>
    {
        foreach ((double x, double y, double result) in function.Special.Where(applies))
        {
            Samples<T> samples = new(Filled(T.CreateTruncating(x)), Filled(T.CreateTruncating(y)));
            foreach (Type width in Samples<T>.Widths)
            {
                foreach (T value in samples.ValuesOf(function.Name, function.Arity, width))
                    Assert.True(IsSame(double.CreateTruncating(value), result), $"{function.Name}({x:R}, {y:R}) = {value}, not {result:R}, at {width.Name}");
            }
        }
    }

    private static T[] Filled<T>(T value) => [.. Enumerable.Repeat(value, 16)];

    private static bool IsSingle(double value) => double.IsNaN(value) || (float)value == value;

    // NaN has many patterns, 0 two that differ.
    private static bool IsSame(double a, double b) => double.IsNaN(b) ? double.IsNaN(a) : BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
