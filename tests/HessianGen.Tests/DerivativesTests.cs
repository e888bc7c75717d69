using System.Reflection;

namespace HessianGen.Tests;

public sealed class DerivativesTests
{
    private static readonly Derivatives[] Combinations = [Derivatives.None, Derivatives.Default, Derivatives.All];

    [Fact]
    public void EveryProductIsOneBitOfItsOwn_AndTogetherTheyAreAll()
    {
        Derivatives[] products = [.. Enum.GetValues<Derivatives>().Except(Combinations)];

        Assert.All(products, product => Assert.True(int.IsPow2((int)product), product.ToString()));
        Assert.Equal(Derivatives.All, products.Aggregate((a, b) => a | b));
        Assert.Equal((int)Derivatives.All, (1 << products.Length) - 1);
    }

    [Theory]
    [InlineData(Derivatives.Gradient, 1)]
    [InlineData(Derivatives.HessianVectorProduct, 2)]
    [InlineData(Derivatives.Hessian, 4)]
    [InlineData(Derivatives.HessianDiagonal, 8)]
    [InlineData(Derivatives.GaussNewtonProduct, 16)]
    [InlineData(Derivatives.GaussNewton, 32)]
    [InlineData(Derivatives.SparseHessian, 64)]
    [InlineData(Derivatives.ApproximateDiagonal, 128)]
    [InlineData(Derivatives.Value, 256)]
    [InlineData(Derivatives.HessianVectorProducts, 512)]
    [InlineData(Derivatives.GaussNewtonDiagonal, 1024)]
    [InlineData(Derivatives.Fisher, 2048)]
    [InlineData(Derivatives.TermGradients, 4096)]
    [InlineData(Derivatives.ThirdOrder, 8192)]
    [InlineData(Derivatives.KroneckerFactors, 16384)]
    [InlineData(Derivatives.Jacobian, 32768)]
    [InlineData(Derivatives.JacobianVectorProduct, 65536)]
    [InlineData(Derivatives.VectorJacobianProduct, 131072)]
    [InlineData(Derivatives.Batch, 262144)]
    [InlineData(Derivatives.Objective, 524288)]
    public void TheValuesArePartOfTheBinaryInterface(Derivatives product, int value) => Assert.Equal(value, (int)product);

    [Differentiable]
    private static double Plain([Variable] double x) => x;

    [Differentiable(Derivatives.Gradient, FloatingPoint = FloatingPointMode.Strict)]
    private static double Strict([Variable] double x) => x;

    [Fact]
    public void TheAttributeWithoutArgumentsAsksForGradientHessianProductAndObjective()
    {
        DifferentiableAttribute attribute = AttributeOf(nameof(Plain));

        Assert.Equal(Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct | Derivatives.Objective, attribute.Derivatives);
        Assert.Equal(FloatingPointMode.Default, attribute.FloatingPoint);
    }

    [Fact]
    public void TheAttributeKeepsWhatItIsAskedFor()
    {
        DifferentiableAttribute attribute = AttributeOf(nameof(Strict));

        Assert.Equal(Derivatives.Gradient, attribute.Derivatives);
        Assert.Equal(FloatingPointMode.Strict, attribute.FloatingPoint);
    }

    private static DifferentiableAttribute AttributeOf(string method)
        => typeof(DerivativesTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.GetCustomAttribute<DifferentiableAttribute>()!;
}
