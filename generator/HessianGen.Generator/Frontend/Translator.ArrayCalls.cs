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
        Operand[] operands = [.. call.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit).Select(a => Evaluate(a.Value))];
        if (call.Instance is { } instance) operands = [Evaluate(instance), .. operands];
        if (operands.Length == 0 || operands[0] is not ArrayOperand array) throw RefuseCall(call, "write a loop");
        Atom[] numbers = [.. operands.OfType<ScalarOperand>().Select(o => o.Value)];
        ArrayOperand? other = operands.Skip(1).OfType<ArrayOperand>().FirstOrDefault();
        switch (call.TargetMethod.Name, operands.Length)
        {
            case ("AsSpan", 1): return array;
            case ("Slice" or "AsSpan", 2) when numbers.Length == 1: return Slice(array, numbers[0], ir.Apply(Primitives.Sub, array.Length, numbers[0]));
            case ("Slice" or "AsSpan", 3) when numbers.Length == 2: return Slice(array, numbers[0], numbers[1]);
            case ("AsSpan", 2) when call.Arguments[1].Value is { } range && IsRange(range): return Slice(array, range);
            case ("ToArray", 1): return CopyOf(call, array);
            case ("Clone", 1): return CopyOf(call, array);
            case ("CopyTo", 2) when other is not null: CopyChecked(array, other); return null;
            case ("CopyTo", 3) when other is not null: CopyChecked(array, Slice(other, numbers[0], ir.Apply(Primitives.Sub, other.Length, numbers[0]))); return null;
            case ("Copy", 3) when other is not null: Copy(Slice(array, Atom.OfInteger(0), AsLength(numbers[0])), Slice(other, Atom.OfInteger(0), AsLength(numbers[0]))); return null;
            case ("Copy", 5) when other is not null: Copy(Slice(array, AsLength(numbers[0]), AsLength(numbers[2])), Slice(other, AsLength(numbers[1]), AsLength(numbers[2]))); return null;
            case ("Clear", 1): Fill(array, Atom.Zero(array.Element)); return null;
            case ("Clear", 3): Fill(Slice(array, numbers[0], numbers[1]), Atom.Zero(array.Element)); return null;
            case ("Fill", 2): Fill(array, numbers[0]); return null;
            case ("Fill", 4): Fill(Slice(array, numbers[1], numbers[2]), numbers[0]); return null;
            case ("Reverse", 1): Reverse(array); return null;
            case ("GetLength", 2) when numbers[0].IsConstant: return new ScalarOperand(array.Lengths[(int)numbers[0].Integer]);
            default: throw RefuseCall(call, "write a loop");
        }
    }

    private void CopyChecked(ArrayOperand source, ArrayOperand target)
    {
        if (source.Length != target.Length) Emit(ir.Apply(Primitives.Le, source.Length, target.Length), "global::System.ArgumentException", "Destination is too short.");
        Copy(source, target);
    }

    private void Fill(ArrayOperand array, Atom value)
    {
        if (array.Region is not { } region) return;
        RequireAlive(region);
        ir.For(Atom.OfInteger(0), array.Length, k => ir.Store(Writable(region), ir.Apply(Primitives.Add, array.Offset, k), value), "k");
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
