using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A C# variable that holds an array.</summary>
/// <param name="preferred">The user's name for it, decorated by the transformations; null where it has none.</param>
internal sealed class KernelArray(ScalarType element, string? preferred, ArrayStorage storage)
{
    public ScalarType Element { get; } = element;

    public string? Preferred { get; } = preferred;

    public ArrayStorage Storage { get; set; } = storage;

    /// <summary>True for a buffer with exactly one element for each lane.</summary>
    public bool IsLaneBuffer { get; init; }

    /// <summary>The unescaped name of the reference to the first element, where vectors are loaded and stored; else empty.</summary>
    public string StartName { get; set; } = "";

    /// <summary>The unescaped name in the generated method; empty until <see cref="Naming"/> has run.</summary>
    public string Name { get; set; } = "";

    public override string ToString() => Name.Length > 0 ? Name : Preferred ?? "array";
}
