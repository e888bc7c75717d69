using HessianGen.Generator.Model;
using HessianGen.Testing.Generation;

namespace HessianGen.Generator.Tests.Incrementality;

/// <summary>What is computed again after an edit, and what is not.</summary>
public sealed class IncrementalityTests
{
    private const string Before = """
        using System;
        using HessianGen;

        public static partial class C
        {
            [Differentiable(Derivatives.Gradient)]
            public static double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += 0.5 * x[i] * Helper.Square(x[i]);
                }

                return sum;
            }

            [Differentiable(Derivatives.Gradient)]
            public static double G(double y) => y * Math.Exp(y);
        }
        """;

    private const string Helper = "internal static class Helper { public static double Square(double x) => x * x; }";

    private static readonly GeneratorHarness Harness = new(new DerivativeGenerator());

    private static readonly string[] Steps = [TrackingNames.Parse, TrackingNames.Requests, TrackingNames.Compile];

    [Fact]
    public void BlankLineAboveTheMethod_LeavesEveryStepUnchanged() => Unchanged(Before.Replace("    [Differentiable(Derivatives.Gradient)]\n    public static double F", "\n\n    [Differentiable(Derivatives.Gradient)]\n    public static double F"));

    [Fact]
    public void UnrelatedType_LeavesEveryStepUnchanged() => Unchanged(Before + "\npublic sealed class Unrelated { public int N; }\n");

    [Fact]
    public void CommentAtTheEndOfALine_LeavesEveryStepUnchanged() => Unchanged(Before.Replace("double sum = 0;", "double sum = 0; // the sum"));

    [Fact]
    public void ParenthesesAndSpaces_LeaveEveryStepUnchanged() => Unchanged(Before.Replace("0.5 * x[i]", "(0.5*x[i])"));

    [Fact]
    public void Coefficient_ModifiesTheMethodAndNoOther() => ModifiesOne(Harness.Edit(Before, Before.Replace("0.5", "0.25"), Helper));

    [Fact]
    public void NameOfALocal_ModifiesTheMethodAndNoOther() => ModifiesOne(Harness.Edit(Before, Before.Replace("sum", "total"), Helper));

    [Fact]
    public void CalleeInAnotherFile_ModifiesItsCallerAndNoOther() => ModifiesOne(Harness.Edit(Helper, Helper.Replace("x * x", "x * x * x"), Before));

    [Fact]
    public void LineInsideTheMethod_ModifiesIt() => ModifiesOne(Harness.Edit(Before, Before.Replace("double sum = 0;", "double sum = 0;\n"), Helper));

    [Fact]
    public void MethodThatBecomesRefused_LosesItsFileAndNoOther()
    {
        GeneratorEdit edit = Harness.Edit(Before, Before.Replace("return sum;", "return new Random().NextDouble();"), Helper);
        Assert.False(edit.LeftOutputsAlone);
        Assert.Contains(Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached, edit.Steps[TrackingNames.Compile]);
    }

    private static void Unchanged(string after)
    {
        GeneratorEdit edit = Harness.Edit(Before, after, Helper);
        Assert.All(Steps, step => Assert.True(edit.LeftAlone(step), step));
        Assert.True(edit.LeftOutputsAlone);
    }

    private static void ModifiesOne(GeneratorEdit edit)
    {
        Assert.Single(edit.Steps[TrackingNames.Compile], Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified);
        Assert.Single(edit.Steps[TrackingNames.Compile], reason => reason is Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached or Microsoft.CodeAnalysis.IncrementalStepRunReason.Unchanged);
        Assert.False(edit.LeftOutputsAlone);
    }
}
