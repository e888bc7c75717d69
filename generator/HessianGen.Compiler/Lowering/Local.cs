using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A C# variable that holds a scalar: one, or the several values of the IR that may share it.</summary>
/// <param name="preferred">The user's name for it, decorated by the transformations; null where it has none.</param>
/// <param name="suggested">What to call it where the user has no name for it.</param>
internal sealed class Local(ScalarType type, string? preferred, string suggested, bool isParameter = false)
{
    public ScalarType Type { get; } = type;

    public string? Preferred { get; } = preferred;

    public string Suggested { get; } = suggested;

    /// <summary>True for a parameter of the method, which is declared by its signature.</summary>
    public bool IsParameter { get; } = isParameter;

    /// <summary>The lanes of a variable that holds one number for each of several iterations; null for an ordinary one.</summary>
    public LaneShape? Shape { get; init; }

    /// <summary>True where all lanes hold the same number, so that one vector stands for all.</summary>
    public bool IsSplat { get; init; }

    /// <summary>The unescaped name in the generated method; empty until <see cref="Naming"/> has run.</summary>
    public string Name { get; set; } = "";

    /// <summary>Another variable of the same type and names.</summary>
    public Local Copy() => new(Type, Preferred, Suggested);

    public override string ToString() => Name.Length > 0 ? Name : Preferred ?? Suggested;
}
