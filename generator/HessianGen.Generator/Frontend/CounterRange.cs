using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>The bounds of a loop's counter: it starts at <paramref name="Start"/> and stays on the near side of <paramref name="End"/>.</summary>
internal readonly record struct CounterRange(Atom Start, Atom End, long Step);
