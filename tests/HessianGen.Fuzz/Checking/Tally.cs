namespace HessianGen.Fuzz.Checking;

/// <summary>How many results were compared as numbers, as exceptions, and not at all: too large, or next to a kink, or unused.</summary>
/// <param name="Unused">Where the method throws for a value that nothing needs, which generated members do not compute (docs/language.md).</param>
internal readonly record struct Tally(int Numbers, int Exceptions, int Skipped, int Unused = 0)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Numbers + b.Numbers, a.Exceptions + b.Exceptions, a.Skipped + b.Skipped, a.Unused + b.Unused);
}
