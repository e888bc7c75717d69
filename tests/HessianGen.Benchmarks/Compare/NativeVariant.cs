using System.Runtime.InteropServices;

namespace HessianGen.Benchmarks.Compare;

/// <summary>The functions in C++ as one compiler made them from one set of sources.</summary>
internal sealed class NativeVariant(string name, nint library, Compiler compiler)
{
    public string Name { get; } = name;

    public Compiler Compiler { get; } = compiler;

    public nint Find(string function) => NativeLibrary.GetExport(library, function);
}
