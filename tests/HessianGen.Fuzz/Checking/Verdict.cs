namespace HessianGen.Fuzz.Checking;

/// <summary>What became of a program, and why.</summary>
/// <param name="Outcome">The kind.</param>
/// <param name="Label">Of a refusal its id, of a failure what failed: shrinking keeps it the same.</param>
/// <param name="Details">The numbers, or the message.</param>
internal sealed record Verdict(Outcome Outcome, string Label = "", string Details = "")
{
    /// <summary>How many results were compared as numbers, as exceptions, and not at all.</summary>
    public Tally Tally { get; init; }

    public bool IsFailure => Outcome is Outcome.Mismatch or Outcome.Crash;

    public bool IsLike(Verdict other) => (Outcome, Label) == (other.Outcome, other.Label);
}
