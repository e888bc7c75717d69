using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Indices, ranges and slices: a slice is the same region with other integers.</summary>
internal sealed partial class Translator
{
    private const string OutOfRange = "global::System.IndexOutOfRangeException";
    private const string ArgumentOutOfRange = "global::System.ArgumentOutOfRangeException";

    private static bool IsRange(IOperation index) => index.Type is { Name: "Range", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>An index as an i32, <c>^k</c> counted from the end.</summary>
    private Atom Index(IOperation operation, Atom length)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: not null, Operand: var operand }: return Index(operand, length);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd: return ir.Apply(Primitives.Sub, length, ir.Convert(Scalar(fromEnd.Operand), ScalarType.I32));
        }

        if (ScalarOf(operation.Type) is null) throw RefuseIndex(operation);
        Atom index = Scalar(operation);
        ScalarType type = ir.TypeOf(index);
        if (Types.Promoted(type) == ScalarType.I32) return ir.Convert(index, ScalarType.I32);
        Atom narrow = ir.Convert(index, ScalarType.I32);
        Emit(And(ir.Apply(Primitives.Ge, narrow, Atom.OfInteger(0)), ir.Apply(Primitives.Eq, ir.Convert(narrow, type), index)), OutOfRange);
        return narrow;
    }

    private static RefusalException RefuseIndex(IOperation operation) => Refuse(Descriptors.Expression, operation, "An index or a range in a variable", "write it inside the brackets");

    /// <summary><c>array[a..b]</c> as a view.</summary>
    private SequenceOperand Slice(SequenceOperand array, IOperation range)
    {
        if (range is not IRangeOperation { LeftOperand: var left, RightOperand: var right }) throw RefuseIndex(range);
        if (left is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var last } && right is null) return Last(array, ir.Convert(Scalar(last), ScalarType.I32));
        Atom start = left is null ? Atom.OfInteger(0) : Index(left, array.Length);
        Atom end = right is null ? array.Length : Index(right, array.Length);
        return Slice(array, start, ir.Apply(Primitives.Sub, end, start));
    }

    /// <summary><c>array[^length..]</c></summary>
    private SequenceOperand Last(SequenceOperand array, Atom length)
    {
        Emit(AtMost(length, array.Length), ArgumentOutOfRange);
        bounds.LearnNonNegative(length);
        Atom start = ir.Apply(Primitives.Sub, array.Length, length);
        return Stretch(array, start, length);
    }

    /// <summary>The elements from <paramref name="start"/> on; throws at run time where the array has fewer.</summary>
    private SequenceOperand Slice(SequenceOperand array, Atom start, Atom length)
    {
        Emit(Fits(array.Length, start, length), ArgumentOutOfRange);
        bounds.LearnNonNegative(length);
        return Stretch(array, start, length);
    }

    private SequenceOperand Stretch(SequenceOperand array, Atom start, Atom length) =>
        array.Map(column => column with { Offset = ir.Apply(Primitives.Add, column.Offset, start), Lengths = [length] });

    /// <summary>The condition 0 ≤ start, 0 ≤ length, start + length ≤ total, with what is evident left out.</summary>
    private Atom Fits(Atom total, Atom start, Atom length)
    {
        if (start.IsInteger(0) && length == total) return Atom.OfBoolean(true);
        if (start.IsInteger(0)) return AtMost(length, total);
        Atom endFits = bounds.IsAtMost(ir.Apply(Primitives.Add, start, length), total)
            ? Atom.OfBoolean(true)
            : ir.Apply(Primitives.Le, start, ir.Apply(Primitives.Sub, total, length));
        return And(And(IsNotNegative(start), IsNotNegative(length)), endFits);
    }

    private Atom IsNotNegative(Atom atom) => bounds.IsNonNegative(atom) ? Atom.OfBoolean(true) : ir.Apply(Primitives.Ge, atom, Atom.OfInteger(0));

    /// <summary>0 ≤ x ≤ limit for a limit that is not negative.</summary>
    private Atom AtMost(Atom x, Atom limit) => bounds.IsNonNegative(x)
        ? bounds.IsAtMost(x, limit) ? Atom.OfBoolean(true) : ir.Apply(Primitives.Le, x, limit)
        : ir.Apply(Primitives.Le, ir.Convert(x, ScalarType.U32), ir.Convert(limit, ScalarType.U32));

    /// <summary>0 ≤ index &lt; length for a length that is not negative.</summary>
    private Atom InBounds(Atom index, Atom length) => bounds.IsNonNegative(index)
        ? ir.Apply(Primitives.Lt, index, length)
        : ir.Apply(Primitives.Lt, ir.Convert(index, ScalarType.U32), ir.Convert(length, ScalarType.U32));

    /// <summary><c>array[a..b]</c> of an array is a new array.</summary>
    private SequenceOperand CopyOf(IOperation origin, SequenceOperand source)
    {
        int column = 0;
        SequenceOperand copy = source.Map(array => NewArray(ColumnSite(SiteOf(origin), column++), array.Element, array.Lengths, NameFor(origin), origin));
        Copy(source, copy);
        return copy;
    }

    /// <summary>Copies as many elements as the source has; the target has at least as many. They may overlap.</summary>
    private void Copy(SequenceOperand source, SequenceOperand target)
    {
        MarkMoving(source);
        MarkMoving(target);
        foreach ((ArrayOperand column, ArrayOperand other) in ArraysIn(source).Zip(ArraysIn(target), (x, y) => (x, y))) Copy(column, other);
    }

    private void Copy(ArrayOperand source, ArrayOperand target)
    {
        if (source.Region is not { } from || target.Region is not { } to) return;
        RequireAlive(from);
        RequireAlive(to);
        Atom count = CountOf(source);
        if (from != to || source.Offset == target.Offset)
        {
            Upwards();
            return;
        }

        Atom isBefore = ir.Apply(Primitives.Le, target.Offset, source.Offset);
        Arm up = Translate(() => { Upwards(); return null; }), down = Translate(() => { Downwards(); return null; });
        if (isBefore.IsConstant) ir.Emit((isBefore.Boolean ? up : down).Block.Statements);
        else ir.Emit(new If(default, isBefore, up.Block, down.Block));

        void Upwards() => ir.For(Atom.OfInteger(0), count, k => Move(k), "k");

        void Downwards() => ir.For(ir.Apply(Primitives.Sub, count, Atom.OfInteger(1)), Atom.OfInteger(-1), -1, [], (k, _) => { Move(k); return []; }, "k");

        void Move(Atom k)
        {
            Atom element = ir.Load(from.Buffer, ir.Apply(Primitives.Add, source.Offset, k));
            ir.Store(Writable(to), ir.Apply(Primitives.Add, target.Offset, k), element);
        }
    }
}
