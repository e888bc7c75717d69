using HessianGen.Fuzz.Checking;
using HessianGen.Fuzz.Grammar;

namespace HessianGen.Fuzz;

/// <summary>Runs programs in batches, tells of each failure the smallest program that still fails, and counts.</summary>
internal sealed class Fuzzer(TextWriter output)
{
    /// <summary>Of the failures with one label, how many are made small.</summary>
    private const int Shrunk = 2;

    private const int BatchSize = 100;

    private readonly Dictionary<string, int> labels = [];

    /// <summary>Runs the programs of the seeds from <paramref name="first"/> on; 1 if any fails, else 0.</summary>
    public int Run(int first, int count, bool printOnly)
    {
        Dictionary<Outcome, int> counts = Enum.GetValues<Outcome>().ToDictionary(outcome => outcome, _ => 0);
        SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);
        Tally tally = default;
        foreach (int[] seeds in Enumerable.Range(first, count).Chunk(BatchSize))
        {
            Subject[] subjects = [.. seeds.Select(RandomProgram.Of)];
            if (printOnly)
            {
                foreach (Subject subject in subjects) output.WriteLine($"// seed {subject.Seed}\n{subject.File(Subject.Type)}\n");
                continue;
            }

            foreach ((Subject subject, Verdict verdict) in subjects.Zip(Batch.Check(subjects)))
            {
                counts[verdict.Outcome]++;
                tally += verdict.Tally;
                if (verdict.Outcome == Outcome.Refused) refusals[verdict.Label] = refusals.GetValueOrDefault(verdict.Label) + 1;
                if (verdict.Outcome is Outcome.Agrees) continue;
                if (verdict.Outcome is Outcome.Refused or Outcome.Invalid) output.WriteLine($"seed {subject.Seed}: {verdict.Outcome} {verdict.Details}");
                else Tell(subject, verdict);
            }

            output.WriteLine($"{seeds[^1] - first + 1} programs, {counts[Outcome.Mismatch]} mismatches, {counts[Outcome.Crash]} crashes");
        }

        output.WriteLine($"compared: {tally.Numbers} results as numbers, {tally.Exceptions} as exceptions; {tally.Skipped} left out as too large or next to a kink, {tally.Unused} exceptions of values that nothing needs");
        output.WriteLine($"refused: {counts[Outcome.Refused]} ({string.Join(", ", refusals.Select(row => $"{row.Key} {row.Value}"))}), not C#: {counts[Outcome.Invalid]}");
        output.WriteLine($"fuzz: {count} programs, {counts[Outcome.Mismatch]} mismatches, {counts[Outcome.Crash]} crashes");
        return counts[Outcome.Mismatch] + counts[Outcome.Crash] == 0 ? 0 : 1;
    }

    private void Tell(Subject subject, Verdict verdict)
    {
        output.WriteLine($"seed {subject.Seed}: {verdict.Outcome} {verdict.Label}");
        int told = labels[verdict.Label] = labels.GetValueOrDefault(verdict.Label) + 1;
        if (told > Shrunk) return;
        (subject, verdict) = Shrinker.Shrink(subject, verdict);
        output.WriteLine(verdict.Details);
        output.WriteLine(string.Join("\n", subject.File(Subject.Type).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))));
        output.Flush();
    }
}
