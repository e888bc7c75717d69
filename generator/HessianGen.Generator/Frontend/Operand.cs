using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>What a C# expression evaluates to: atoms of the IR in a shape that is known while translating.</summary>
internal abstract record Operand
{
    /// <summary>The atoms, in a fixed order.</summary>
    public abstract IEnumerable<Atom> Leaves { get; }

    /// <summary>The one atom of a scalar.</summary>
    public Atom ToAtom() => this is ScalarOperand scalar ? scalar.Value : throw new InvalidOperationException("Not a scalar.");

    /// <summary>The same shape over other atoms, taken in the order of <see cref="Leaves"/>.</summary>
    public abstract Operand With(Queue<Atom> leaves);
}

/// <summary>A number or a bool.</summary>
internal sealed record ScalarOperand(Atom Value) : Operand
{
    public static readonly ScalarOperand False = new(Atom.OfBoolean(false));

    public static readonly ScalarOperand True = new(Atom.OfBoolean(true));

    public override IEnumerable<Atom> Leaves => [Value];

    public override Operand With(Queue<Atom> leaves) => new ScalarOperand(leaves.Dequeue());
}

/// <summary>An array or a span.</summary>
internal abstract record SequenceOperand : Operand
{
    /// <summary>The number of elements, for a rectangular array of rows.</summary>
    public abstract Atom Length { get; }

    /// <summary>The same of every array of numbers in it.</summary>
    public abstract SequenceOperand Map(Func<ArrayOperand, ArrayOperand> map);
}

/// <summary>An array or a span of numbers: a stretch of a region.</summary>
/// <param name="Region">The memory; null for an empty span that no memory belongs to.</param>
/// <param name="Offset">Where in the region the first element is.</param>
/// <param name="Lengths">The number of elements, for a rectangular array along each dimension.</param>
internal sealed record ArrayOperand(Region? Region, ScalarType Element, Atom Offset, ImmutableArray<Atom> Lengths) : SequenceOperand
{
    public override Atom Length => Lengths[0];

    /// <summary>True where the region's own bounds are the array's.</summary>
    public bool IsWhole => Region is not null && Lengths.Length == 1 && Offset.IsInteger(0) && Length == Region.Extent;

    public override IEnumerable<Atom> Leaves => Lengths.Insert(0, Offset);

    public override Operand With(Queue<Atom> leaves)
    {
        Atom offset = leaves.Dequeue();
        return this with { Offset = offset, Lengths = [.. Lengths.Select(_ => leaves.Dequeue())] };
    }

    public override SequenceOperand Map(Func<ArrayOperand, ArrayOperand> map) => map(this);
}

/// <summary>An array whose elements are tuples, structs or arrays: for each number in an element, one array of these numbers.</summary>
/// <param name="Prototype">The shape of an element; its leaves mean nothing.</param>
/// <param name="Columns">The arrays of the leaves, all of one length.</param>
/// <param name="RowsSite">What stands for the memory of its rows in every attempt at translating the method.</param>
internal sealed record CompositeArrayOperand(Operand Prototype, ImmutableArray<ArrayOperand> Columns, string RowsSite) : SequenceOperand
{
    public override Atom Length => Columns[0].Length;

    public override IEnumerable<Atom> Leaves => Columns.SelectMany(column => column.Leaves);

    public override Operand With(Queue<Atom> leaves) => this with { Columns = [.. Columns.Select(column => (ArrayOperand)column.With(leaves))] };

    public override SequenceOperand Map(Func<ArrayOperand, ArrayOperand> map) => this with { Columns = [.. Columns.Select(map)] };
}

/// <summary>A lambda, or a method as a value: known while translating, so a call of it is inlined.</summary>
/// <param name="Body">Null for a function of .NET's numeric types.</param>
/// <param name="Captured">The activation that it was written in.</param>
internal sealed record FunctionOperand(IMethodSymbol Method, IBlockOperation? Body, Frame? Captured) : Operand
{
    public override IEnumerable<Atom> Leaves => [];

    public override Operand With(Queue<Atom> leaves) => this;
}

/// <summary>A tuple, or a struct by its fields.</summary>
internal sealed record TupleOperand(ImmutableArray<Operand> Items) : Operand
{
    public override IEnumerable<Atom> Leaves => Items.SelectMany(item => item.Leaves);

    public override Operand With(Queue<Atom> leaves) => new TupleOperand([.. Items.Select(item => item.With(leaves))]);
}
