using System.Numerics;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

/// <summary>Runs over every row of the rule table.</summary>
public sealed class RulesTests
{
    private static readonly Licence[] Flags = [.. Enum.GetValues<Licence>().Where(l => BitOperations.PopCount((uint)l) == 1)];

    public static TheoryData<string> Names => [.. Rules.All.Select(r => r.Name)];

    [Fact]
    public void Names_AreUnique() => Assert.Equal(Rules.All.Count, Rules.All.Select(r => r.Name).Distinct().Count());

    [Theory, MemberData(nameof(Names))]
    public void EveryRule_HoldsUnderItsLicence(string name) => Assert.Empty(Counterexamples(name, Row(name).Licence));

    [Theory, MemberData(nameof(Names))]
    public void EveryRule_NeedsAllOfItsLicence(string name)
    {
        Rule rule = Row(name);
        foreach (Licence flag in Flags.Where(f => (rule.Licence & f) != 0)) Assert.NotEmpty(Counterexamples(name, rule.Licence & ~flag));
    }

    [Theory, MemberData(nameof(Names))]
    public void EveryRule_FiresOnItsOwnPattern_AndOnlyUnderItsLicence(string name)
    {
        Rule rule = Row(name);
        foreach (RuleInstance instance in RuleInstance.Of(rule, foldConstants: true))
        {
            Function pattern = Simplification.Run(instance.Pattern, rule.Licence), replacement = Simplification.Run(instance.Replacement, rule.Licence);
            Assert.Equal(IrPrinter.Print(Tidy(replacement)), IrPrinter.Print(Tidy(pattern)));
            foreach (Licence flag in Flags.Where(f => (rule.Licence & f) != 0)) Assert.Equal(instance.Pattern, Simplification.Run(instance.Pattern, rule.Licence & ~flag));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void NoRule_MakesCodeDearer(string name) => Assert.True(Row(name).Operations <= Row(name).Pattern.Operations);

    [Fact]
    public void NoRule_HidesANaN()
    {
        foreach (double zero in new[] { 0, -0.0 })
        {
            foreach (Primitive primitive in new[] { Primitives.Mul, Primitives.Div })
            {
                IrBuilder builder = new();
                Value x = builder.NewValue(ScalarType.F64);
                Atom product = builder.Apply(primitive, Atom.OfFloat(zero), x);
                Function function = builder.ToFunction("F", [new ScalarParameter("x", ParameterRole.User, true, x)], product);
                Assert.Same(function, Simplification.Run(function, Licences.Default));
            }
        }
    }

    /// <summary>Samples on which the two sides of the rule differ although the licence does not excuse it.</summary>
    private static IEnumerable<string> Counterexamples(string name, Licence licence)
    {
        foreach (RuleInstance instance in RuleInstance.Of(Row(name), foldConstants: false))
        {
            foreach (object[] sample in instance.Samples(licence))
            {
                object expected = Interpreter.Run(instance.Pattern, sample).Results[0], actual = Interpreter.Run(instance.Replacement, sample).Results[0];
                if (!Excuses(licence, expected, actual, sample)) yield return $"{string.Join(", ", sample)}: {expected} became {actual}";
            }
        }
    }

    private static bool Excuses(Licence licence, object expected, object actual, object[] sample)
    {
        if (expected is not (double or float)) return expected.Equals(actual);
        double x = Convert.ToDouble(expected, null), y = Convert.ToDouble(actual, null);
        if (x.Equals(y) && double.IsNegative(x) == double.IsNegative(y)) return true;
        if (double.IsNaN(x) && double.IsNaN(y)) return true;
        double[] seen = [x, y, .. sample.Where(s => s is double or float).Select(s => Convert.ToDouble(s, null))];
        if (licence.HasFlag(Licence.NoNaNs) && seen.Any(double.IsNaN)) return true;
        if (licence.HasFlag(Licence.NoInfinities) && seen.Any(double.IsInfinity)) return true;
        if (licence.HasFlag(Licence.NoSignedZeros) && x == 0 && y == 0) return true;
        if (licence.HasFlag(Licence.Contract) && double.IsInfinity(x) && !double.IsNaN(y)) return true;
        double unit = expected is float ? 1e-5 : 1e-13;
        return (licence & (Licence.Reassociate | Licence.Reciprocal | Licence.Contract)) != 0 && Math.Abs(x - y) <= unit * (1 + Math.Abs(x));
    }

    private static Rule Row(string name) => Rules.All.Single(r => r.Name == name);

    /// <summary>Without dead code, and with ids in order of definition.</summary>
    private static Function Tidy(Function function) => Compaction.Run(DeadCode.Run(function));
}
