namespace HessianGen.Compiler.Lowering;

/// <summary>A C# variable that holds an open scope of the per-thread workspace.</summary>
internal sealed class WorkspaceVariable
{
    /// <summary>The unescaped name in the generated method; empty until <see cref="Naming"/> has run.</summary>
    public string Name { get; set; } = "";
}
