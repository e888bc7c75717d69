namespace HessianGen.Runtime;

/// <summary>A position in an arena: everything rented later lies behind it.</summary>
internal readonly record struct WorkspaceMark(int Block, int Line);
