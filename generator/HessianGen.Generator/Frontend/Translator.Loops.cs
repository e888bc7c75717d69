using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>What all loops have in common.</summary>
internal sealed partial class Translator
{
    /// <summary>The cells older than the loop that it may assign.</summary>
    private IEnumerable<Cell> CarriedBy(LoopFacts facts)
    {
        IEnumerable<Cell> cells = facts.Assigned.Select(s => frame.Find(s)).Select(CellOf).Where(c => c is not null).Select(c => c!);
        if (facts.AssignsThis && CellOf(frame.FindThis()) is { } self) cells = cells.Append(self);
        if (facts.HasReturn) cells = frame.Method.ReturnsVoid ? cells.Append(frame.Returned) : cells.Concat([frame.Returned, frame.Result]);
        return cells.Distinct().OrderBy(c => c.Number);
    }

    private static Cell? CellOf(Place? place) => place switch
    {
        VariablePlace variable => variable.Cell,
        FieldPlace field => CellOf(field.Owner),
        _ => null,
    };

    /// <summary>Emits a <c>for</c>, whose body is translated once; returns that body.</summary>
    private Block Count(ILoopOperation origin, IEnumerable<Cell> assigned, Atom start, Atom end, long step, string name, Action<Atom> body)
    {
        int line = ir.Line;
        trail.Begin();
        Open(isLoop: true);
        Carry carry = new(this, assigned, origin, isDefinite: false);
        Value index = ir.NewValue(ir.TypeOf(end), name);
        carry.Enter();
        bounds.Learn(index, new(start, end, step));
        RunBody(trail.NewCell(null, ScalarOperand.False), () => body(index));
        Block block = Close();
        Changes changes = trail.End();
        ir.Line = line;
        carry.Leave(changes);
        isUnreachable = false;
        carry.Emit(new For(default, index, start, end, step, default, block));
        return block;
    }

    /// <summary>Runs the statement with <c>break</c> and <c>continue</c> leading to its end.</summary>
    private void RunBody(Cell broken, Action body)
    {
        frame.Jumps.Add(new(broken, trail.NewCell(null, ScalarOperand.False)));
        body();
        frame.Jumps.RemoveAt(frame.Jumps.Count - 1);
    }
}
