// The reference meanings are the library's own functions, so that each formula stands once. The generator's own build cannot refer to them.
#if NETSTANDARD2_0
global using S = HessianGen.Compiler.Ir.PlainFunctions;
#else
global using S = HessianGen.SpecialFunctions;
#endif
