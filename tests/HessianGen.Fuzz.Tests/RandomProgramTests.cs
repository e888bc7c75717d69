using HessianGen.Fuzz.Checking;
using HessianGen.Fuzz.Grammar;

namespace HessianGen.Fuzz.Tests;

/// <summary>Random methods mean the same compiled, translated, differentiated and run on hyper-dual numbers.</summary>
public sealed class RandomProgramTests
{
    private const int Count = 110;

    [Fact]
    public void FixedSeeds_AgreeWithTheOracles()
    {
        Subject[] subjects = [.. Enumerable.Range(0, Count).Select(RandomProgram.Of)];
        (Subject Subject, Verdict Verdict)[] all = [.. subjects.Zip(Batch.Check(subjects))];
        Assert.All(all, pair => Assert.False(pair.Verdict.IsFailure, $"seed {pair.Subject.Seed}: {pair.Verdict}\n{pair.Subject.File(Subject.Type)}"));
        Assert.DoesNotContain(all, pair => pair.Verdict.Outcome == Outcome.Invalid);
        Assert.True(all.Count(pair => pair.Verdict.Outcome == Outcome.Refused) < 0.05 * Count);
    }

    [Fact]
    public void TheSameSeed_GivesTheSameProgram_AndAnotherSeedAnotherOne()
    {
        Assert.Equal(RandomProgram.Of(7).Text, RandomProgram.Of(7).Text);
        Assert.NotEqual(RandomProgram.Of(7).Text, RandomProgram.Of(8).Text);
    }
}
