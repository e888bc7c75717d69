namespace HessianGen.Fuzz.Checking;

/// <summary>How many results were compared as numbers, as exceptions, and not at all: too large, or next to a kink.</summary>
internal readonly record struct Tally(int Numbers, int Exceptions, int Skipped)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Numbers + b.Numbers, a.Exceptions + b.Exceptions, a.Skipped + b.Skipped);
}
