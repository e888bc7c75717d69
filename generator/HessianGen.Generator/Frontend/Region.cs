using HessianGen.Compiler.Ir;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

/// <summary>Memory that array operands point into: one buffer of the IR.</summary>
/// <param name="site">What made it: a key that is the same in every attempt at translating the method.</param>
internal sealed class Region(string site, Buffer buffer, Atom extent, int block)
{
    public string Site { get; } = site;

    public Buffer Buffer { get; } = buffer;

    /// <summary>The number of elements.</summary>
    public Atom Extent { get; } = extent;

    /// <summary>The number of the block that allocates it, outside of which it does not exist.</summary>
    public int Block { get; } = block;

    /// <summary>True for memory of the caller, which generated code never writes.</summary>
    public bool IsReadOnly { get; init; }
}
