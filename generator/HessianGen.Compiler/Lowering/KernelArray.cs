using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A C# variable that holds an array.</summary>
/// <param name="preferred">The user's name for it, decorated by the transformations; null where it has none.</param>
internal sealed class KernelArray(ScalarType element, string? preferred, ArrayStorage storage)
{
    public ScalarType Element { get; } = element;

    public string? Preferred { get; } = preferred;

    public ArrayStorage Storage { get; set; } = storage;

    /// <summary>The unescaped name in the generated method; empty until <see cref="Naming"/> has run.</summary>
    public string Name { get; set; } = "";

    public override string ToString() => Name.Length > 0 ? Name : Preferred ?? "array";
}
