namespace HessianGen.Generator.Frontend;

/// <summary>What <c>break</c> and <c>continue</c> jump out of: a loop, or a switch, which has no <c>continue</c>.</summary>
internal sealed record JumpScope(Cell Broken, Cell? Continued);
