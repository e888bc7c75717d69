namespace HessianGen.Compiler.Lowering;

/// <summary>A point of a function: a position in program order and the innermost region around it.</summary>
internal readonly record struct Point(int Position, Region Region);
