namespace HessianGen.Compiler.Emission;

/// <summary>What of a sum a member computes; but for the whole, the name is that of the function and the stem of its private members.</summary>
internal enum SumPart
{
    /// <summary>All of it: the user's method.</summary>
    Whole,

    /// <summary>A range of its terms.</summary>
    Terms,

    /// <summary>What is left without the terms: the remainder.</summary>
    Rest,

    /// <summary>How many terms there are.</summary>
    TermCount,
}
