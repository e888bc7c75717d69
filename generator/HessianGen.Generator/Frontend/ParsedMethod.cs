using HessianGen.Compiler;
using HessianGen.Generator.Diagnostics;

namespace HessianGen.Generator.Frontend;

/// <summary>What the front end makes of a method: its source where it is accepted, and everything to tell the user.</summary>
internal sealed record ParsedMethod(MethodSource? Source, IReadOnlyList<Finding> Findings);
