namespace HessianGen.Fuzz.Checking;

/// <summary>What became of a program.</summary>
internal enum Outcome
{
    Agrees,

    /// <summary>It is not C#; shrinking makes such programs, the grammar does not.</summary>
    Invalid,

    /// <summary>A diagnostic says that it cannot be differentiated.</summary>
    Refused,

    /// <summary>Something computes another number than the oracle, or throws something else.</summary>
    Mismatch,

    /// <summary>The generator failed, or what it wrote does not compile.</summary>
    Crash,
}
