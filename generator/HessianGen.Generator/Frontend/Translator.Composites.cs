using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Arrays of tuples, structs and arrays: one array of numbers for each number in an element.</summary>
/// <remarks>
/// An array in an element is two numbers, where it starts and how long it is, in the memory that all rows share. Where each
/// row is made for its element and stays there (<c>a[i] = new double[m]</c>), element i has stretch i of that memory.
/// </remarks>
internal sealed partial class Translator
{
    /// <summary>The expression that makes a row, and the element that it is for.</summary>
    private (string Site, ItemPlace Item)? rowBeingMade;

    /// <summary>The last row that was made for an element.</summary>
    private (string Site, ArrayOperand Array)? rowMade;

    private static string ColumnSite(string site, int column) => column == 0 ? site : FormattableString.Invariant($"{site}.{column}");

    private static string RowsSite(string site) => site + "/rows";

    private CompositeArrayOperand NewComposite(IOperation origin, ITypeSymbol? elementType, ImmutableArray<Atom> lengths)
    {
        string site = SiteOf(origin);
        if (lengths.Length > 1 || Prototype(origin, elementType, site) is not { } prototype) throw RefuseType(origin, origin.Type);
        int column = 0;
        ImmutableArray<ArrayOperand> columns = [.. prototype.Leaves.Select(leaf => NewArray(ColumnSite(site, column++), ir.TypeOf(leaf), lengths, NameFor(origin), origin))];
        return new(prototype, columns, RowsSite(site));
    }

    /// <summary>The shape of an element; null for what is neither a tuple, a struct nor an array of numbers.</summary>
    private Operand? Prototype(IOperation origin, ITypeSymbol? type, string site)
    {
        if (ScalarOf(type) is { } scalar) return new ScalarOperand(Atom.Zero(scalar));
        if (Resolve(type) is IArrayTypeSymbol { Rank: 1 } && ScalarOf(ElementOf(type)) is { } element) return new ArrayOperand(RowMemory(site, element), element, Atom.OfInteger(0), [Atom.OfInteger(0)]);
        if (Fields(type) is not { } fields) return null;
        Operand?[] items = [.. fields.Select(f => Prototype(origin, f.Type, site))];
        return items.Any(i => i is null) || items.OfType<ArrayOperand>().Any() ? null : new TupleOperand([.. items!]);
    }

    private static CompositeArrayOperand EmptyComposite(Operand prototype) =>
        new(prototype, [.. prototype.Leaves.Select(leaf => new ArrayOperand(null, leaf.ConstantType, Atom.OfInteger(0), [Atom.OfInteger(0)]))], "");

    /// <summary>The memory of the rows of the arrays made at this site, once the first attempt has found out what they are.</summary>
    private Region? RowMemory(string site, ScalarType element) => layout.IsShared(RowsSite(site)) ? RegionOf(layout.RootOf(RowsSite(site)), element, null) : null;

    /// <summary>A field of an element: the columns that it takes.</summary>
    private static Place FieldOf(ItemPlace item, TupleOperand shape, int index)
    {
        int first = shape.Items.Take(index).Sum(i => i.Leaves.Count()), count = shape.Items[index].Leaves.Count();
        ImmutableArray<ElementPlace> columns = [.. item.Columns.Skip(first).Take(count)];
        return shape.Items[index] is ScalarOperand ? columns[0] : item with { Shape = shape.Items[index], Columns = columns };
    }

    private CompositeArrayOperand Unify(CompositeArrayOperand x, CompositeArrayOperand y, string? name)
    {
        if (x.RowsSite != y.RowsSite && x.RowsSite.Length > 0 && y.RowsSite.Length > 0 && x.Prototype is ArrayOperand)
        {
            MarkMoving(x);
            MarkMoving(y);
            layout.Join(x.RowsSite, y.RowsSite);
        }

        return x with
        {
            Prototype = x.RowsSite.Length > 0 ? x.Prototype : y.Prototype,
            Columns = [.. x.Columns.Zip(y.Columns, (p, q) => (ArrayOperand)Unify(p, q, name))],
            RowsSite = x.RowsSite.Length > 0 ? x.RowsSite : y.RowsSite,
        };
    }

    /// <summary>Evaluates what is then stored in a place; a row that is made for its element gets the memory of that element.</summary>
    private Operand EvaluateFor(Place place, IOperation value)
    {
        (string, ItemPlace)? outer = rowBeingMade;
        if (place is ItemPlace { Shape: ArrayOperand } item) rowBeingMade = (SiteOf(WithoutConversion(value)), item);
        Operand result = Evaluate(value);
        rowBeingMade = outer;
        return result;
    }

    private static IOperation WithoutConversion(IOperation operation) => operation is IConversionOperation { OperatorMethod: null, Operand: var operand } ? WithoutConversion(operand) : operation;

    private bool IsRowBeingMade(string site) => rowBeingMade is { Site: var made } && made == site;

    /// <summary>What is in an element. A row that stays where it was made needs no look-up; one that was never made fails.</summary>
    private Operand ReadItem(ItemPlace item)
    {
        Atom[] leaves = [.. item.Columns.Select(column => (Atom)ir.Load(column.Region.Buffer, column.Index))];
        if (item.Shape is ArrayOperand { Region: { MakerOfRows: { } maker } region } shape && region.Places.TryGetValue(maker, out (Atom Base, Atom Extent, bool IsUniform) place))
        {
            if (place.IsUniform) Emit(ir.Apply(Primitives.Eq, leaves[1], place.Extent), "global::System.NullReferenceException");
            else bounds.LearnNonNegative(leaves[1]);
            return shape with { Offset = SlotAt(place.Base, place.Extent, item.Columns[0].Index), Lengths = [place.IsUniform ? place.Extent : leaves[1]] };
        }

        if (item.Shape is ArrayOperand) bounds.LearnNonNegative(leaves[1]);
        return item.Shape.With(new(leaves));
    }

    private void WriteItem(ItemPlace item, Operand value)
    {
        if (item.Shape is ArrayOperand && value is ArrayOperand { Region: { } region } row)
        {
            bool isMade = rowMade is { Array: var made } && ReferenceEquals(made, row);
            bool isFixed = item.Array.Columns[0].Region is { } columns && !layout.IsShared(columns.Site) && !columns.IsReadOnly;
            if (region.Site != item.Array.RowsSite) layout.LearnRow(item.Array.RowsSite, isMade ? rowMade!.Value.Site : region.Site, isMade && isFixed);
        }

        foreach ((ElementPlace column, Atom leaf) in item.Columns.Zip(value.Leaves, (c, l) => (c, l))) ir.Store(Writable(column.Region), column.Index, leaf);
    }

    private void MarkMoving(SequenceOperand array)
    {
        if (array is CompositeArrayOperand { Prototype: ArrayOperand, RowsSite: { Length: > 0 } rows }) layout.MarkMoving(rows);
    }

    private Atom SlotAt(Atom start, Atom extent, Atom index) => ir.Apply(Primitives.Add, start, ir.Apply(Primitives.Mul, extent, index));

    /// <summary>Where a new row lies: in the stretch of its element, or where rows move in the first stretch that neither an element nor a variable refers to.</summary>
    /// <param name="inUse">Where variables point to; null for a row that is made once.</param>
    private Atom RowSlot(Region region, string site, Atom start, Atom extent, Recipe? recipe, Atom[]? inUse)
    {
        if (region.MakerOfRows == site && rowBeingMade is { Item: var item })
        {
            if (inUse is { Length: > 0 }) layout.MarkAllMoving(layout.RootOf(site));
            Record(item.Array.Length, 0);
            return SlotAt(start, extent, item.Columns[0].Index);
        }

        if (inUse is null)
        {
            Record(Atom.OfInteger(0), 1);
            return start;
        }

        CompositeArrayOperand[] holders = [.. Held.OfType<CompositeArrayOperand>().Where(h => h.Prototype is ArrayOperand row && row.Region == region).Distinct()];
        Atom rows = holders.Select(h => h.Length).Aggregate(Atom.OfInteger(0), (x, y) => ir.Apply(Primitives.Add, x, y));
        Record(rows, inUse.Length + 1);
        Atom slots = ir.Apply(Primitives.Add, rows, Atom.OfInteger(inUse.Length + 1));
        return SlotAt(start, extent, FreeRow(holders, inUse, start, extent, slots));

        void Record(Atom count, int more)
        {
            if (recipe is not null && RecipeOf(count, region.FirstHiddenValue) is { } countRecipe) layout.Record(site, new(recipe, more, countRecipe));
        }
    }

    /// <summary>Searches the slots, from that of the element on, for one that nothing refers to; there always is one.</summary>
    private Atom FreeRow(CompositeArrayOperand[] holders, Atom[] inUse, Atom start, Atom extent, Atom slots)
    {
        Value slot = ir.NewValue(ScalarType.I32, null), found = ir.NewValue(ScalarType.I32, null);
        Atom hint = rowBeingMade is { Item: var item } ? ir.Apply(Primitives.Rem, item.Columns[0].Index, slots) : Atom.OfInteger(0);
        ir.Open();
        Atom first = SlotAt(start, extent, slot), end = ir.Apply(Primitives.Add, first, extent);
        Atom isUsed = inUse.Aggregate(Atom.OfBoolean(false), (used, offset) => Or(used, IsWithin(offset, first, end)));
        foreach (CompositeArrayOperand holder in holders)
        {
            isUsed = ir.For(Atom.OfInteger(0), holder.Length, 1, [isUsed], (k, carried) =>
            {
                Atom offset = LoadAt(holder.Columns[0], k), length = LoadAt(holder.Columns[1], k);
                return [Or(carried[0], And(ir.Apply(Primitives.Gt, length, Atom.OfInteger(0)), IsWithin(offset, first, end)))];
            }, "k")[0];
        }

        Block test = ir.Close() with { Yields = new([isUsed]) };
        ir.Open();
        Atom next = ir.Apply(Primitives.Add, slot, Atom.OfInteger(1));
        Atom wrapped = Select(ir.Apply(Primitives.Ge, next, slots), Atom.OfInteger(0), next);
        Block body = ir.Close() with { Yields = new([wrapped]) };
        ir.Emit(new While(new([found]), new([new Carried(slot, hint)]), test, body));
        return found;
    }

    private Atom LoadAt(ArrayOperand array, Atom index) => ir.Load(array.Region!.Buffer, ir.Apply(Primitives.Add, array.Offset, index));

    private Atom IsWithin(Atom offset, Atom first, Atom end) => And(ir.Apply(Primitives.Ge, offset, first), ir.Apply(Primitives.Lt, offset, end));
}
