using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>A row of the pipeline: a function of functions that keeps their meaning up to the licence.</summary>
internal sealed record Pass(string Name, Func<Function, Licence, Function> Run);
