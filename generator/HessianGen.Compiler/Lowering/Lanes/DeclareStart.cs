namespace HessianGen.Compiler.Lowering;

/// <summary>Declares the reference to an array's first element, for vectors to be loaded and stored.</summary>
internal sealed record DeclareStart(KernelArray Array) : KernelStatement;
