using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

/// <summary>Regions: the arrays that one variable may hold lie in one buffer, and which of them it holds is an offset.</summary>
/// <remarks>
/// Which sites share a region, how far out it must be allocated and how large it is turn out while translating; the
/// <see cref="Layout"/> keeps these facts for the next attempt.
/// </remarks>
internal sealed partial class Translator
{
    private readonly Dictionary<string, Region> regions = [];

    /// <summary>The arrays that expressions and loops in progress have evaluated: their memory must not be used again before the statement ends.</summary>
    private readonly List<Operand> pins = [];

    /// <summary>The blocks around the current statement, outermost first.</summary>
    private readonly List<OpenBlock> openBlocks = [new(0, false, 0, 0)];
    private int blocks = 1;

    private ImmutableArray<int> BlockPath(int depth) => [.. openBlocks.Take(depth + 1).Select(b => b.Number)];

    private int Depth => openBlocks.Count - 1;

    private void Open(bool isLoop = false)
    {
        ir.Open();
        openBlocks.Add(new(blocks++, isLoop, ir.ValueCount, pins.Count));
        bounds.Open();
    }

    private Block Close()
    {
        Unpin(openBlocks[Depth].FirstPin);
        openBlocks.RemoveAt(Depth);
        bounds.Close();
        return ir.Close();
    }

    /// <summary>A fresh zeroed array.</summary>
    private ArrayOperand NewArray(string site, ScalarType element, ImmutableArray<Atom> lengths, string? name, IOperation? origin)
    {
        Atom extent = lengths.Aggregate((x, y) => ir.Apply(Primitives.Mul, x, y));
        if (layout.IsShared(site)) return NewShared(site, element, lengths, extent, name, origin);
        Buffer buffer = ir.NewBuffer(element, name);
        ir.Emit(new Alloc(buffer, extent));
        foreach (Atom length in lengths) bounds.LearnNonNegative(length);
        ArrayOperand array = new(new(site, buffer, extent, BlockPath(Depth)), element, Atom.OfInteger(0), lengths);
        if (IsRowBeingMade(site)) rowMade = (site, array);
        return array;
    }

    /// <summary>An array that is a part of a larger region.</summary>
    private ArrayOperand NewShared(string site, ScalarType element, ImmutableArray<Atom> lengths, Atom extent, string? name, IOperation? origin)
    {
        foreach (Atom length in lengths)
        {
            Emit(IsNotNegative(length), Overflow);
            bounds.LearnNonNegative(length);
        }

        Region region = RegionOf(layout.RootOf(site), element, name);
        RequireAlive(region);
        bool isRepeated = openBlocks.Skip(region.Blocks.Length).Any(b => b.IsLoop);
        Atom[] inUse = isRepeated ? [.. OffsetsInto(region)] : [];
        Recipe? recipe = RecipeOf(extent, region.FirstHiddenValue);
        if (recipe is null && !layout.IsStale)
        {
            Location location = origin?.Syntax.GetLocation() ?? root.Locations[0];
            throw Refuse(Descriptors.MergedReferences, location, name ?? "The variable", "and the size of this one is not known where the first is made", "compute all sizes first");
        }

        (Atom start, Atom stride, _) = region.Places.TryGetValue(site, out (Atom, Atom, bool) place) ? place : (Atom.OfInteger(0), extent, true);
        Atom slot;
        if (layout.HoldsRows(layout.RootOf(site)))
        {
            slot = RowSlot(region, site, start, stride, recipe, isRepeated ? inUse : null);
        }
        else
        {
            if (recipe is not null) layout.Record(site, new(recipe, inUse.Length + 1));
            slot = FreeSlot(start, stride, inUse);
        }

        ArrayOperand array = new(region, element, slot, lengths);
        if (IsRowBeingMade(site)) rowMade = (site, array);
        if (isRepeated) Fill(array with { Lengths = [extent] }, Atom.Zero(element));
        return array;
    }

    /// <summary>The region of a group of sites; allocated, as far out as it is used, when the first of them is met.</summary>
    private Region RegionOf(string key, ScalarType element, string? name)
    {
        if (regions.TryGetValue(key, out Region region)) return region;
        int depth = Math.Min(layout.DepthOf(key), Depth);
        Dictionary<string, (Atom, Atom, bool)> places = [];
        Buffer buffer = ir.NewBuffer(element, name);
        Atom total = Atom.OfInteger(0);
        ir.Outside(Depth - depth, () =>
        {
            foreach ((string site, SiteSize size) in layout.SizesOf(key))
            {
                Atom extent = size.Extent.Build(ir);
                places.Add(site, (total, extent, !size.Extent.Counters.Any()));
                Atom slots = size.Rows is { } rows ? ir.Apply(Primitives.Add, rows.Build(ir), Atom.OfInteger(size.Slots)) : Atom.OfInteger(size.Slots);
                total = ir.Apply(Primitives.Add, total, ir.Apply(Primitives.Mul, extent, slots));
            }

            ir.Emit(new Alloc(buffer, total));
        });
        region = new(key, buffer, total, BlockPath(depth))
        {
            FirstHiddenValue = depth < Depth ? openBlocks[depth + 1].FirstValue : ir.ValueCount,
            MakerOfRows = layout.MakerOfRows(key),
        };
        foreach (KeyValuePair<string, (Atom, Atom, bool)> place in places) region.Places.Add(place.Key, place.Value);
        regions.Add(key, region);
        return region;
    }

    /// <summary>Where in the region the arrays lie that variables hold, or expressions that are half evaluated.</summary>
    private IEnumerable<Atom> OffsetsInto(Region region) =>
        Held.SelectMany(ArraysIn).Where(a => a.Region == region).Select(a => a.Offset).Distinct();

    /// <summary>What variables hold, and expressions that are half evaluated.</summary>
    private IEnumerable<Operand> Held => trail.Live.Select(cell => cell.Value!).Concat(pins);

    /// <summary>Arrays evaluated since the first <paramref name="count"/> are no longer in use.</summary>
    private void Unpin(int count) => pins.RemoveRange(count, pins.Count - count);

    private static IEnumerable<ArrayOperand> ArraysIn(Operand operand) => operand switch
    {
        ArrayOperand array => [array],
        TupleOperand tuple => tuple.Items.SelectMany(ArraysIn),
        CompositeArrayOperand composite => composite.Columns,
        _ => [],
    };

    /// <summary>The first of the site's slots that no variable points into; with one slot more than variables there always is one.</summary>
    private Atom FreeSlot(Atom start, Atom extent, Atom[] inUse)
    {
        Atom slot = ir.Apply(Primitives.Add, start, ir.Apply(Primitives.Mul, extent, Atom.OfInteger(inUse.Length)));
        for (int k = inUse.Length - 1; k >= 0; k--)
        {
            Atom candidate = ir.Apply(Primitives.Add, start, ir.Apply(Primitives.Mul, extent, Atom.OfInteger(k)));
            Atom end = ir.Apply(Primitives.Add, candidate, extent);
            Atom isUsed = Atom.OfBoolean(false);
            foreach (Atom offset in inUse) isUsed = Or(isUsed, IsWithin(offset, candidate, end));
            slot = Select(isUsed, slot, candidate);
        }

        return slot;
    }

    /// <summary>Makes sure that the region exists here, in the next attempt if not in this one.</summary>
    private void RequireAlive(Region region)
    {
        int common = 0;
        while (common < region.Blocks.Length && common < openBlocks.Count && openBlocks[common].Number == region.Blocks[common]) common++;
        if (common < region.Blocks.Length) layout.Raise(region.Site, common - 1);
    }

    private Region? Unify(ArrayOperand x, ArrayOperand y)
    {
        if (x.Region is null || y.Region is null || x.Region == y.Region) return x.Region ?? y.Region;
        layout.Unite(x.Region.Site, y.Region.Site);
        return x.Region;
    }
}
