namespace HessianGen.Generator.Frontend;

/// <summary>How much of its region the memory made at one site needs.</summary>
/// <param name="Slots">How many arrays of this site may be alive at once: more than one where a loop makes a new one while an older one is still in use.</param>
internal sealed record SiteSize(Recipe Extent, int Slots);
