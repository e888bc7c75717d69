using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>What spans and arrays can do.</summary>
internal sealed partial class Translator
{
    private static bool IsArrayApi(IMethodSymbol method) =>
        method.ContainingType is { Name: "Array" or "MemoryExtensions", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private Operand? CallArray(IInvocationOperation call)
    {
        if (call is { TargetMethod.Name: "AsSpan", Arguments: { Length: 2 } both } && IsRange(both[1].Value)) return Slice(Sequence(both[0].Value), both[1].Value);
        Operand[] operands = [.. call.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit).Select(a => Evaluate(a.Value))];
        if (call.Instance is { } instance) operands = [Evaluate(instance), .. operands];
        if (operands.Length == 0 || operands[0] is not SequenceOperand array) throw RefuseCall(call, "write a loop");
        Atom[] numbers = [.. operands.OfType<ScalarOperand>().Select(o => o.Value)];
        SequenceOperand? other = operands.Skip(1).OfType<SequenceOperand>().FirstOrDefault();
        switch (call.TargetMethod.Name, operands.Length)
        {
            case ("AsSpan", 1): return array;
            case ("Slice" or "AsSpan", 2) when numbers.Length == 1: return Slice(array, numbers[0], ir.Apply(Primitives.Sub, array.Length, numbers[0]));
            case ("Slice" or "AsSpan", 3) when numbers.Length == 2: return Slice(array, numbers[0], numbers[1]);
            case ("ToArray", 1): return CopyOf(call, array);
            case ("Clone", 1): return CopyOf(call, array);
            case ("CopyTo", 2) when other is not null: CopyChecked(array, other); return null;
            case ("CopyTo", 3) when other is not null: CopyChecked(array, Slice(other, numbers[0], ir.Apply(Primitives.Sub, other.Length, numbers[0]))); return null;
            case ("Copy", 3) when other is not null: Copy(Slice(array, Atom.OfInteger(0), AsLength(numbers[0])), Slice(other, Atom.OfInteger(0), AsLength(numbers[0]))); return null;
            case ("Copy", 5) when other is not null: Copy(Slice(array, AsLength(numbers[0]), AsLength(numbers[2])), Slice(other, AsLength(numbers[1]), AsLength(numbers[2]))); return null;
            case ("Clear", 1): Clear(array); return null;
            case ("Clear", 3): Clear(Slice(array, numbers[0], numbers[1])); return null;
            case ("Fill", 2): Fill(array, operands[1]); return null;
            case ("Fill", 4) when array is ArrayOperand: Fill(Slice(array, numbers[1], numbers[2]), operands[1]); return null;
            case ("Reverse", 1): Reverse(array); return null;
            case ("GetLength", 2) when array is ArrayOperand { Lengths: var lengths } && numbers[0].IsConstant && numbers[0].Integer < lengths.Length: return new ScalarOperand(lengths[(int)numbers[0].Integer]);
            case ("GetUpperBound", 2) when array is ArrayOperand { Lengths: var extents } && numbers[0].IsConstant && numbers[0].Integer < extents.Length:
                return new ScalarOperand(ir.Apply(Primitives.Sub, extents[(int)numbers[0].Integer], Atom.OfInteger(1)));
            default: throw RefuseCall(call, "write a loop");
        }
    }

    private void CopyChecked(SequenceOperand source, SequenceOperand target)
    {
        if (source.Length != target.Length) Emit(ir.Apply(Primitives.Le, source.Length, target.Length), "global::System.ArgumentException", "Destination is too short.");
        Copy(source, target);
    }

    private void Clear(SequenceOperand array)
    {
        foreach (ArrayOperand column in ArraysIn(array)) Fill(column, Atom.Zero(column.Element));
    }

    private void Fill(SequenceOperand array, Operand value)
    {
        foreach ((ArrayOperand column, Atom leaf) in ArraysIn(array).Zip(value.Leaves, (c, l) => (c, l))) Fill(column, leaf);
    }

    /// <summary>The number of elements, for a rectangular array of all.</summary>
    private Atom CountOf(ArrayOperand array) => array.Lengths.Aggregate((x, y) => ir.Apply(Primitives.Mul, x, y));

    private void Fill(ArrayOperand array, Atom value)
    {
        if (array.Region is not { } region) return;
        RequireAlive(region);
        ir.For(Atom.OfInteger(0), CountOf(array), k => ir.Store(Writable(region), ir.Apply(Primitives.Add, array.Offset, k), value), "k");
    }

    private void Reverse(SequenceOperand array)
    {
        foreach (ArrayOperand column in ArraysIn(array)) Reverse(column);
    }

    private void Reverse(ArrayOperand array)
    {
        if (array.Region is not { } region) return;
        RequireAlive(region);
        Atom half = ir.Apply(Primitives.Div, array.Length, Atom.OfInteger(2));
        Atom last = ir.Apply(Primitives.Add, array.Offset, ir.Apply(Primitives.Sub, array.Length, Atom.OfInteger(1)));
        ir.For(Atom.OfInteger(0), half, k =>
        {
            Atom i = ir.Apply(Primitives.Add, array.Offset, k), j = ir.Apply(Primitives.Sub, last, k);
            Atom x = ir.Load(region.Buffer, i), y = ir.Load(region.Buffer, j);
            ir.Store(Writable(region), i, y);
            ir.Store(region.Buffer, j, x);
        }, "k");
    }
}
