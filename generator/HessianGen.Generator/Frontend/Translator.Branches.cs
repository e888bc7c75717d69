using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Branches: each is translated from the same state, then what they changed is merged.</summary>
internal sealed partial class Translator
{
    /// <summary>Runs one of two statements. Variables declared in a branch end with it.</summary>
    private void Branch(Atom condition, Action whenTrue, Action whenFalse)
    {
        if (condition.IsConstant)
        {
            (condition.Boolean ? whenTrue : whenFalse)();
            return;
        }

        int line = ir.Line, firstValue = ir.ValueCount, firstCell = trail.CellCount;
        Arm then = Translate(whenTrue), otherwise = Translate(whenFalse);
        ir.Line = line;
        Join(condition, firstValue, firstCell, then, otherwise);

        Arm Translate(Action branch) => this.Translate(() => { branch(); return null; });
    }

    /// <summary>Emits the <c>if</c>, with what its branches changed in cells older than <paramref name="firstCell"/> merged; returns the merged results.</summary>
    private Operand? Join(Atom condition, int firstValue, int firstCell, Arm then, Arm otherwise)
    {
        isUnreachable = then.IsUnreachable && otherwise.IsUnreachable;
        Merge merge = new(this, firstValue, then, otherwise);
        Operand? result = merge.Of(then.Result, otherwise.Result, null);
        List<(Cell, Operand?)> merged = [];
        foreach (Cell cell in then.Changes.Cells.Concat(otherwise.Changes.Cells).Distinct().OrderBy(c => c.Number))
        {
            if (cell.Number < firstCell) merged.Add((cell, merge.Of(then.Changes.ValueOf(cell), otherwise.Changes.ValueOf(cell), cell.Name)));
        }

        merge.Emit(condition);
        foreach ((Cell cell, Operand? value) in merged) trail.Write(cell, value);
        return result;
    }

    private Arm Translate(Func<Operand?> branch)
    {
        bool wasUnreachable = isUnreachable;
        trail.Begin();
        Open();
        Operand? result = branch();
        Block block = Close();
        Arm arm = new(block, trail.End(), result, isUnreachable);
        isUnreachable = wasUnreachable;
        return arm;
    }

    /// <summary>A translated branch: its statements, and the state at its end.</summary>
    private sealed record Arm(Block Block, Changes Changes, Operand? Result, bool IsUnreachable);

    /// <summary>Collects what an <c>if</c> must hand out; where both branches agree, nothing.</summary>
    private sealed class Merge(Translator translator, int firstValue, Arm then, Arm otherwise)
    {
        private readonly List<Value> outputs = [];
        private readonly List<Atom> thenYields = [], otherwiseYields = [];

        public Operand? Of(Operand? x, Operand? y, string? name)
        {
            if (then.IsUnreachable && otherwise.IsUnreachable) return x ?? y;
            if (then.IsUnreachable) return y is null ? null : Map(y, a => Of(null, a, name));
            if (otherwise.IsUnreachable) return x is null ? null : Map(x, a => Of(a, null, name));
            if (x is null) return y is null ? null : Map(y, a => Of(Atom.Zero(translator.ir.TypeOf(a)), a, name));
            if (y is null) return Map(x, a => Of(a, Atom.Zero(translator.ir.TypeOf(a)), name));
            if (Equals(x, y)) return x;
            Operand shape = translator.Unify(x, y, name);
            Queue<Atom> other = new(y.Leaves);
            return shape.With(new(x.Leaves.Select(a => Of(a, other.Dequeue(), name))));
        }

        public void Emit(Atom condition)
        {
            if (outputs.Count == 0 && then.Block.Statements.Count == 0 && otherwise.Block.Statements.Count == 0) return;
            Block Close(Block block, List<Atom> yields) => block with { Yields = yields.ToEquatableArray() };
            translator.ir.Emit(new If(outputs.ToEquatableArray(), condition, Close(then.Block, thenYields), Close(otherwise.Block, otherwiseYields)));
        }

        private static Operand Map(Operand operand, Func<Atom, Atom> map) => operand.With(new(operand.Leaves.Select(map)));

        /// <summary>Null stands for a branch that never gets here.</summary>
        private Atom Of(Atom? x, Atom? y, string? name)
        {
            Atom known = (x ?? y)!.Value;
            if (x == y || (x is null || y is null) && IsOutside(known)) return known;
            ScalarType type = translator.ir.TypeOf(known);
            Value output = translator.ir.NewValue(type, name);
            outputs.Add(output);
            thenYields.Add(x ?? Atom.Zero(type));
            otherwiseYields.Add(y ?? Atom.Zero(type));
            return output;
        }

        private bool IsOutside(Atom atom) => atom.IsConstant || atom.Value.Id < firstValue;
    }

    /// <summary>The common shape of two operands that one variable may hold.</summary>
    private Operand Unify(Operand x, Operand y, string? name) => (x, y) switch
    {
        (ScalarOperand, ScalarOperand) => x,
        (TupleOperand a, TupleOperand b) when a.Items.Length == b.Items.Length => new TupleOperand([.. a.Items.Zip(b.Items, (p, q) => Unify(p, q, name))]),
        (ArrayOperand a, ArrayOperand b) when a.Lengths.Length == b.Lengths.Length => a with { Region = Unify(a, b) },
        (CompositeArrayOperand a, CompositeArrayOperand b) when a.Columns.Length == b.Columns.Length => Unify(a, b, name),
        (FunctionOperand a, FunctionOperand b) when Equals(a, b) => x,
        _ => throw RefuseMerge(y as FunctionOperand ?? x as FunctionOperand, name),
    };

    private RefusalException RefuseMerge(FunctionOperand? function, string? name)
    {
        Location location = function?.Body?.Syntax.GetLocation() ?? root.Locations[0];
        return Refuse(Descriptors.MergedReferences, location, name ?? "An expression", "different functions on different paths", "choose between values");
    }
}
