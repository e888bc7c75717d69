namespace HessianGen.Compiler;

/// <summary>A stage could not go on: a bug of the compiler, never a fault of the user's code (the front end refuses that).</summary>
internal sealed class CompilerException(string pass, string message, string? dump = null, Exception? inner = null)
    : Exception($"{pass}: {message}", inner)
{
    /// <summary>The pass that failed.</summary>
    public string Pass { get; } = pass;

    /// <summary>The IR as it was when the pass failed.</summary>
    public string? Dump { get; } = dump;
}
