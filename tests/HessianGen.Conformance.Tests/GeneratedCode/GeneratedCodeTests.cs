using System.Runtime.CompilerServices;
using Corpus;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Snapshots;

namespace HessianGen.Conformance.Tests.GeneratedCode;

/// <summary>Generated files as their users read them, chosen so that each shows something that no other does.</summary>
public sealed class GeneratedCodeTests
{
    private const string CurveFit = """
        using System;
        using HessianGen;

        public static partial class Curve
        {
            /// <summary>Mean squared error of the curve w₀·exp(−w₁·x).</summary>
            [Differentiable(Derivatives.Gradient | Derivatives.HessianVectorProduct)]
            public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
            {
                double sum = 0;
                for (int n = 0; n < x.Length; n++)
                {
                    double error = w[0] * Math.Exp(-w[1] * x[n]) - y[n];
                    sum += error * error;
                }

                return sum / x.Length;
            }
        }
        """;

    private const string LineFit = """
        using System;
        using HessianGen;

        public static partial class Line
        {
            /// <summary>Mean squared error of a line through every third point, and a penalty on its slope.</summary>
            [Differentiable(Derivatives.Gradient | Derivatives.Objective)]
            public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y, double penalty)
            {
                double sum = 0;
                for (int n = 2; n < x.Length; n += 3)
                {
                    double error = w[0] + w[1] * x[n] - y[n];
                    sum += error * error;
                }

                return sum / x.Length + penalty * w[1] * w[1];
            }
        }
        """;

    private const string Springs = """
        using System;
        using HessianGen;

        public static partial class Spring
        {
            /// <summary>The energy of a spring from an anchor to a point.</summary>
            [Differentiable(Derivatives.Gradient | Derivatives.Batch)]
            public static double Energy([Variable] ReadOnlySpan<double> at, double length, [PerInstance] ReadOnlySpan<double> anchor, [Shared] double stiffness)
            {
                double dx = at[0] - anchor[0], dy = at[1] - anchor[1];
                double stretch = Math.Sqrt(dx * dx + dy * dy) - length;
                return 0.5 * stiffness * stretch * stretch;
            }
        }
        """;

    private const string Chain = """
        using System;
        using HessianGen;

        public static partial class Chain
        {
            /// <summary>How far neighbours are from each other, the first from an anchor.</summary>
            [Differentiable(Derivatives.SparseHessian)]
            public static double Energy([Variable] ReadOnlySpan<double> x, double anchor)
            {
                double energy = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double before = i > 0 ? x[i - 1] : anchor;
                    energy += Math.Exp(x[i] - before) - x[i];
                }

                return energy;
            }
        }
        """;

    private const string TakenNames = """
        using System;
        using HessianGen;

        namespace User.Models;

        internal static partial class Names
        {
            [Differentiable(Derivatives.Gradient | Derivatives.HessianVectorProduct)]
            internal static double Energy(ReadOnlySpan<double> x, double direction, double @class)
            {
                double gradient = 0, product = 1, xBar = direction;
                for (int k = 0; k < x.Length; k++)
                {
                    double xk = Math.Sin(x[k]) * @class;
                    gradient += xk * xBar;
                    product *= 1 + 0.1 * gradient;
                    xBar = Math.Cos(xBar) + x[k];
                }

                return gradient * product * xBar;
            }
        }
        """;

    private const string Overloads = """
        using System;
        using HessianGen;

        public static partial class Distance
        {
            [Differentiable(Derivatives.Gradient)]
            public static double Of(double x, double y) => Math.Sqrt(1 + x * x + y * y);

            [Differentiable(Derivatives.Gradient)]
            public static double Of(ReadOnlySpan<double> x)
            {
                double sum = 1;
                foreach (double xi in x) sum += xi * xi;
                return Math.Sqrt(sum);
            }
        }
        """;

    [Fact]
    public void Chain_WritesItsDiagonals() => Match(Files(Chain));

    [Fact]
    public void CurveFit_IsOneLoopForTheGradient_AndOneForTheProduct() => Match(Files(CurveFit));

    [Fact]
    public void Classifier_MultipliesByItsHessian() => Match(Files(nameof(TwoLayerClassifier), "HessianVectorProduct"));

    [Fact]
    public void Rosenbrock_HasItsHessianRowByRow() => Match(Files(nameof(RosenbrockPair), "Hessian"));

    [Fact]
    public void Softmax_ThatOverwritesItsArray_KeepsWhatTheReverseSweepNeeds() => Match(Files(nameof(SoftmaxInPlace), "Gradient"));

    [Fact]
    public void WhileLoop_KeepsATapeThatGrows() => Match(Files(nameof(PendulumPeriod), "Gradient"));

    [Fact]
    public void SinglePrecision_StaysSingle() => Match(Files(nameof(FloatRidge), "Gradient"));

    [Fact]
    public void Names_ThatTheUserTook_AreNotTakenAgain() => Match(Files(TakenNames));

    [Fact]
    public void Instances_StandSideBySide() => Match(Files(Springs).Where(file => file.Hint!.EndsWith("GradientBatch", StringComparison.Ordinal)));

    [Fact]
    public void Objective_BindsTheData() => Match(Files(nameof(LogisticRegression), "Objective"));

    [Fact]
    public void LineFit_IsItsTermsAndTheRest() => Match(Files(LineFit).Where(file => file.Hint!.Contains("Objective", StringComparison.Ordinal) && !file.Hint!.EndsWith("Value", StringComparison.Ordinal)));

    [Fact]
    public void Overloads_HaveFilesOfTheirOwn() => Match(Files(Overloads));

    private void Match(IEnumerable<(string? Hint, string Text)> files, [CallerMemberName] string test = "")
    {
        (string? Hint, string Text)[] chosen = [.. files];
        Assert.NotEmpty(chosen);
        Snapshot.Match(this, chosen, "cs", test);
    }

    /// <summary>All files that are generated for a source.</summary>
    private static IEnumerable<(string? Hint, string Text)> Files(params string[] sources)
    {
        GeneratorOutcome outcome = new GeneratorHarness(new DerivativeGenerator()).Run(sources);
        outcome.RequireAccepted();
        return outcome.Texts;
    }

    /// <summary>The file of one product of a method of the corpus, without those of the objective's private members.</summary>
    private static IEnumerable<(string? Hint, string Text)> Files(string row, string product) =>
        Files(CorpusTable.Of(row).Sources).Where(file => file.Hint!.EndsWith(product, StringComparison.Ordinal) && !file.Hint!.Contains("Objective.", StringComparison.Ordinal));
}
