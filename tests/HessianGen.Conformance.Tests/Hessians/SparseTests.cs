using System.Collections.Concurrent;
using HessianGen.Generator;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>Sparse Hessians against hyper-dual numbers, and where there are none the reason.</summary>
public sealed class SparseTests
{
    private static readonly Dictionary<string, SparseRow> Known = SparseTable.Rows.ToDictionary(r => r.Method.Name);

    private static readonly ConcurrentDictionary<string, Lazy<SparseMembers>> Generated = new();

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory, MemberData(nameof(Names))]
    public void SparseHessian_AgreesWithHyperDualNumbers(string name)
    {
        SparseRow row = Known[name];
        SparseMembers members = MembersOf(row);
        HyperDualOracle oracle = HyperDualOracle.Of(row.Source);
        foreach (ArgumentList arguments in row.Method.Sizes.Select(size => Arguments(row, size)))
        {
            SparsityPattern pattern = SparseChecks.AgreesWithHyperDualNumbers(members, oracle, arguments, row.Method.Tolerance, name);
            Assert.Equal(arguments.Point.Length, pattern.Order);
            Assert.Equal(row.Distances, pattern.Distances);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void SparseHessian_AllocatesNothing(string name)
    {
        SparseRow row = Known[name];
        SparseMembers members = MembersOf(row);
        ArgumentList arguments = Arguments(row, row.Method.Sizes[^1]);
        object[] copy = arguments.Copy();
        SparsityPattern pattern = members.Pattern(copy);
        double[] gradient = new double[arguments.Point.Length], values = new double[pattern.Count];
        Assert.Equal(0, Allocation.Of(() => members.Hessian(copy, pattern, gradient, values)));
    }

    [Theory, MemberData(nameof(Names))]
    public void WhatDoesNotFit_IsNamed_AndNothingIsWritten(string name)
    {
        SparseRow row = Known[name];
        SparseMembers members = MembersOf(row);
        ArgumentList arguments = Arguments(row, row.Method.Sizes[^1]);
        int n = arguments.Point.Length;
        SparsityPattern pattern = members.Pattern(arguments.Copy());
        double[] gradient = SparseChecks.Garbage(n), values = SparseChecks.Garbage(pattern.Count);
        Fails("values", pattern, gradient, new double[pattern.Count + 1]);
        Fails("gradient", pattern, new double[n + 1], values);
        Fails("pattern", SparsityPattern.Banded(n + 1, row.Distances), gradient, values);
        Fails("pattern", SparsityPattern.Banded(n, [.. row.Distances, n]), gradient, values);
        Fails("pattern", null!, gradient, values);
        Assert.All(gradient.Concat(values), x => Assert.Equal(double.NaN, x));

        void Fails(string argument, SparsityPattern given, double[] first, double[] second)
        {
            ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => members.Hessian(arguments.Copy(), given, first, second));
            string[] own = [argument, argument + "2"];
            Assert.Contains(exception.ParamName, own);
        }
    }

    [Theory, MemberData(nameof(SparseTable.Others), MemberType = typeof(SparseTable))]
    public void WithoutFewDiagonals_TheReasonIsGiven(string body, string reason)
    {
        Diagnostic error = Assert.Single(Run("Derivatives.SparseHessian", body).Reported, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("HG1017", error.Id);
        Assert.Contains(reason, error.GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>All derivatives that apply are those without it.</summary>
    [Fact]
    public void WithoutFewDiagonals_AllMeansTheOthers()
    {
        GeneratorOutcome outcome = Run("Derivatives.All", "double s = 1; for (int i = 0; i < x.Length; i++) s = Math.Sin(s * x[i]); return s;");
        outcome.RequireAccepted();
        Assert.Contains(outcome.Files, file => file.Text.Contains(" FHessian(", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Files, file => file.Text.Contains("FSparseHessian", StringComparison.Ordinal));
    }

    private static GeneratorOutcome Run(string products, string body) => new GeneratorHarness(new DerivativeGenerator()).RunOnce($$"""
        using System;
        using HessianGen;

        public static partial class Other
        {
            [Differentiable({{products}})]
            public static double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> a, ReadOnlySpan<int> p) { {{body}} }
        }
        """);

    private static SparseMembers MembersOf(SparseRow row) =>
        Generated.GetOrAdd(row.Method.Name, _ => new(() => SparseMembers.Of(new GeneratorHarness(new DerivativeGenerator()).Run(row.Source)))).Value;

    private static ArgumentList Arguments(SparseRow row, int size) => new(MembersOf(row).Method, row.Method.Sample(seed: 1, size));
}
