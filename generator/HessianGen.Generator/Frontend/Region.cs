using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

/// <summary>Memory that array operands point into: one buffer of the IR, made at one site of the program or shared by several.</summary>
/// <param name="site">The site, or the key of the group of sites: the same in every attempt at translating the method.</param>
/// <param name="blocks">The numbers of the blocks around the allocation, outermost first; outside of the last one the memory does not exist.</param>
internal sealed class Region(string site, Buffer buffer, Atom extent, ImmutableArray<int> blocks)
{
    public string Site { get; } = site;

    public Buffer Buffer { get; } = buffer;

    /// <summary>The number of elements.</summary>
    public Atom Extent { get; } = extent;

    public ImmutableArray<int> Blocks { get; } = blocks;

    /// <summary>True for memory of the caller, which generated code never writes.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Values from this one on are not visible where the region is allocated.</summary>
    public int FirstHiddenValue { get; init; }

    /// <summary>The site that makes a row for each element of an array of arrays, in order; null for other memory.</summary>
    public string? MakerOfRows { get; init; }

    /// <summary>Where in the region the memory of each site lies, the greatest extent of an array of it, and whether all have that extent.</summary>
    public Dictionary<string, (Atom Base, Atom Extent, bool IsUniform)> Places { get; } = [];
}
