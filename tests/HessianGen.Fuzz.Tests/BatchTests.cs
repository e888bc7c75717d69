using HessianGen.Fuzz.Checking;
using HessianGen.Fuzz.Grammar;

namespace HessianGen.Fuzz.Tests;

/// <summary>What is no agreement is told apart, among other programs too.</summary>
public sealed class BatchTests
{
    // Hyper-dual numbers do not follow rounding to single precision: to them this is a wrong program.
    private const string Wrong = "if (n > 7) x = 1; for (int i = 0; i < n; i++) x += 1; return 1000 * ((double)(float)x - x);";

    [Theory]
    [InlineData("return x * x;", Outcome.Agrees)]
    [InlineData("return Math.Sin(new[] { x }[n + 1]);", Outcome.Agrees)]
    [InlineData("return x * z;", Outcome.Invalid)]
    [InlineData("return x + Convert.ToDouble(n);", Outcome.Refused)]
    [InlineData(Wrong, Outcome.Mismatch)]
    public void AProgram_GetsItsVerdict_WhateverStandsBesideIt(string body, object outcome)
    {
        Verdict[] verdicts = [.. Batch.Check([Of("return x;"), Of(body), Of("return Math.Sin(x);")])];
        Assert.True((Outcome)outcome == verdicts[1].Outcome, $"{verdicts[1]}");
        Assert.Equal([Outcome.Agrees, Outcome.Agrees], [verdicts[0].Outcome, verdicts[2].Outcome]);
    }

    [Fact]
    public void ARefusal_IsKnownByTheIdOfItsReason() => Assert.Equal("HG2004", Batch.Check([Of("return x + Convert.ToDouble(n);")])[0].Label);

    [Fact]
    public void AProgramThatFails_BecomesSmaller_AndFailsInTheSameWay()
    {
        Subject subject = Of(Wrong);
        Verdict verdict = Batch.Check([subject])[0];
        (Subject smaller, Verdict same) = Shrinker.Shrink(subject, verdict);
        Assert.True(same.IsLike(verdict));
        Assert.DoesNotContain("for", smaller.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("n > 7", smaller.Text, StringComparison.Ordinal);
        Assert.Contains("(float)", smaller.Text, StringComparison.Ordinal);
        Assert.True(Batch.Check([smaller])[0].IsLike(verdict));
    }

    private static Subject Of(string body)
    {
        Parameter[] parameters = [.. Parameter.All.Where(parameter => parameter.Name is "x" or "n")];
        string text = $"public static partial class {Subject.Type} {{ {Subject.Attribute} public static double {Subject.Method}(double x, int n) {{ {body} }} }}";
        return new(Seed: 1, text, IsSingle: false, parameters, new HashSet<string> { "x" });
    }
}
