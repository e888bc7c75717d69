namespace HessianGen.Generator.Frontend;

/// <summary>How much of its region the memory made at one site needs.</summary>
/// <param name="Slots">How many arrays of this site may be alive at once: more than one where a loop makes a new one while an older one is still in use.</param>
/// <param name="Rows">How many more, one for each element that may refer to one; null for none.</param>
internal sealed record SiteSize(Recipe Extent, int Slots, Recipe? Rows = null);
