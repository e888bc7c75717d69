using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    /// <summary>The variables that a loop may assign, as carried values; those that turn out to stay the same, or to count along, are not carried after all.</summary>
    private sealed class Carry
    {
        private readonly Translator translator;
        private readonly IOperation origin;
        private readonly string site;
        private readonly List<Slot> slots = [];
        private readonly List<Carried> carries = [];
        private readonly List<Atom> yields = [];
        private readonly Dictionary<Value, Atom> replaced = [];

        /// <param name="isDefinite">True where the body runs at least once, so that what it assigns is assigned afterwards.</param>
        public Carry(Translator translator, IEnumerable<Cell> cells, IOperation origin, bool isDefinite)
        {
            (this.translator, this.origin) = (translator, origin);
            site = translator.SiteOf(origin);
            foreach (Cell cell in cells)
            {
                Operand? initial = cell.Value ?? (isDefinite || cell == translator.frame.Result ? translator.Zero(origin, cell.Type) : null);
                if (initial is null) continue;
                initial = WithMemory(initial, slots.Count);
                string? name = initial is ScalarOperand ? cell.Name : null;
                Atom[] inside = [.. initial.Leaves.Select((a, k) => IsConstant(slots.Count, k) ? a : Carry(a, name))];
                slots.Add(new(cell, cell.Value is not null, initial, initial.With(new(inside))));
            }

            Atom Carry(Atom atom, string? name)
            {
                Value value = translator.ir.NewValue(translator.ir.TypeOf(atom), name);
                carries.Add(new(value, atom));
                return value;
            }
        }

        /// <summary>At the start of the body, and of the test: every variable holds its carried value.</summary>
        public void Enter()
        {
            foreach (Slot slot in slots) translator.trail.Write(slot.Cell, slot.Inside);
        }

        /// <summary>At the end of the body: what each variable then holds is yielded.</summary>
        public void Leave(Changes changes)
        {
            HashSet<Cell> known = [.. slots.Select(s => s.Cell)];
            if (changes.Cells.FirstOrDefault(c => c.Value is not null && changes.ValueOf(c) is not null && !known.Contains(c)) is { } missed)
            {
                throw new InvalidOperationException($"A loop changes '{missed.Name}' and does not carry it.");
            }

            foreach (Slot slot in slots)
            {
                Operand last = changes.ValueOf(slot.Cell) ?? slot.Inside;
                if (slot.IsAssigned) LearnMemory(slots.IndexOf(slot), last);
                slot.Shape = translator.Unify(slot.Initial, last, slot.Cell.Name);
                Yield(slot, last);
            }

            DropUnchanged();
            MarkConstants();
        }

        private void Yield(Slot slot, Operand last)
        {
            int index = slots.IndexOf(slot), k = 0;
            Atom[] inside = [.. slot.Inside.Leaves], initial = [.. slot.Initial.Leaves];
            foreach (Atom leaf in last.Leaves)
            {
                if (inside[k] != initial[k]) yields.Add(leaf);
                else if (leaf != initial[k]) translator.layout.MarkVarying(LeafKey(index, k));
                k++;
            }
        }

        /// <summary>A variable that has no memory before the loop and some after an iteration has had it from the start, of length 0.</summary>
        private void LearnMemory(int slot, Operand last)
        {
            int k = 0;
            foreach ((ArrayOperand inside, ArrayOperand after) in ArraysIn(slots[slot].Inside).Zip(ArraysIn(last), (x, y) => (x, y)))
            {
                if (inside.Region is null && after.Region is { } region)
                {
                    translator.layout.SetMemory(LeafKey(slot, k), region.Site);
                    translator.layout.Raise(region.Site, translator.Depth);
                }

                k++;
            }
        }

        /// <summary>The operand, where arrays without memory point to what they will get.</summary>
        private Operand WithMemory(Operand operand, int slot, int k = 0) => operand switch
        {
            ArrayOperand { Region: null } array when translator.layout.MemoryOf(LeafKey(slot, k)) is { } memory =>
                array with { Region = translator.RegionOf(translator.layout.RootOf(memory), array.Element, null) },
            CompositeArrayOperand composite => composite with { Columns = [.. composite.Columns.Select((column, i) => (ArrayOperand)WithMemory(column, slot, k + i))] },
            TupleOperand tuple => new TupleOperand([.. tuple.Items.Select((item, i) => WithMemory(item, slot, k + tuple.Items.Take(i).Sum(x => ArraysIn(x).Count())))]),
            _ => operand,
        };

        private bool IsConstant(int slot, int leaf) => translator.layout.IsConstant(LeafKey(slot, leaf));

        private string LeafKey(int slot, int leaf) => FormattableString.Invariant($"{site}#{slot}.{leaf}");

        /// <summary>Lengths, mostly: knowing from the start that they stay the same, the next attempt can prove indices with them.</summary>
        private void MarkConstants()
        {
            for (int i = 0; i < slots.Count; i++)
            {
                if (!ArraysIn(slots[i].Inside).Any()) continue;
                Atom[] inside = [.. slots[i].Inside.Leaves], initial = [.. slots[i].Initial.Leaves];
                for (int k = 0; k < inside.Length; k++)
                {
                    if (inside[k] != initial[k] && replaced.ContainsKey(inside[k].Value)) translator.layout.MarkConstant(LeafKey(i, k));
                }
            }
        }

        /// <summary>The <c>for</c> with its carried values, then the variables as they are after it.</summary>
        public void Emit(For loop)
        {
            List<Statement> prologue = [];
            Dictionary<Value, Atom> after = Induct(loop, prologue);
            Block body = Apply(loop.Body, prologue);
            (Carried[] rest, Value[] outputs) = Rest(after);
            translator.ir.Emit(loop with { Outputs = new(outputs), Carries = new(rest), Body = body });
            Assign(after);
        }

        /// <inheritdoc cref="Emit(For)"/>
        public void Emit(While loop)
        {
            Dictionary<Value, Atom> after = [];
            Block test = new Replacing(replaced).Apply(loop.Test), body = Apply(loop.Body, []);
            (Carried[] rest, Value[] outputs) = Rest(after);
            translator.ir.Emit(loop with { Outputs = new(outputs), Carries = new(rest), Test = test, Body = body });
            Assign(after);
        }

        private void DropUnchanged()
        {
            Replacing replacing = new(replaced);
            bool changed;
            do
            {
                changed = false;
                for (int i = 0; i < carries.Count; i++)
                {
                    Atom yield = replacing.Of(yields[i]);
                    if (replaced.ContainsKey(carries[i].Value) || yield != carries[i].Value && yield != carries[i].Initial) continue;
                    replaced.Add(carries[i].Value, carries[i].Initial);
                    changed = true;
                }
            }
            while (changed);
        }

        /// <summary>Closed forms of the integers that grow by the same in every iteration; returns what they are after the loop.</summary>
        private Dictionary<Value, Atom> Induct(For loop, List<Statement> prologue)
        {
            Dictionary<Value, Atom> after = [];
            Induction induction = new(translator, loop, carries.Select(c => c.Value));
            for (int i = 0; i < carries.Count; i++)
            {
                Carried carried = carries[i];
                if (replaced.ContainsKey(carried.Value) || induction.StepOf(yields[i], carried.Value) is not { } step) continue;
                translator.Open();
                Atom inside = induction.Inside(carried.Initial, step);
                prologue.AddRange(translator.Close().Statements);
                translator.Rename(inside, carried.Value);
                replaced.Add(carried.Value, inside);
                after.Add(carried.Value, induction.After(carried.Initial, step));
            }

            return after;
        }

        private Block Apply(Block body, List<Statement> prologue)
        {
            Replacing replacing = new(replaced);
            Block block = replacing.Apply(body);
            Atom[] rest = [.. carries.Select((c, i) => (c, i)).Where(p => !replaced.ContainsKey(p.c.Value)).Select(p => replacing.Of(yields[p.i]))];
            return new(prologue.Count == 0 ? block.Statements : prologue.Concat(block.Statements).ToEquatableArray(), new(rest));
        }

        /// <summary>What is carried after all; <paramref name="after"/> learns of the outputs.</summary>
        private (Carried[] Carries, Value[] Outputs) Rest(Dictionary<Value, Atom> after)
        {
            Carried[] rest = [.. carries.Where(c => !replaced.ContainsKey(c.Value))];
            Value[] outputs = [.. rest.Select(c => translator.ir.NewValue(translator.ir.TypeOf(c.Value), translator.ir.Info(c.Value).Name))];
            for (int i = 0; i < rest.Length; i++) after.Add(rest[i].Value, outputs[i]);
            return (rest, outputs);
        }

        private void Assign(Dictionary<Value, Atom> after)
        {
            foreach (Slot slot in slots)
            {
                IEnumerable<Atom> leaves = slot.Inside.Leaves.Select(a => a.IsConstant ? a : after.TryGetValue(a.Value, out Atom atom) || replaced.TryGetValue(a.Value, out atom) ? atom : a);
                translator.trail.Write(slot.Cell, slot.Shape!.With(new(leaves)));
            }
        }

        /// <summary>A variable before the loop and inside it.</summary>
        private sealed record Slot(Cell Cell, bool IsAssigned, Operand Initial, Operand Inside)
        {
            /// <summary>What it looks like after the loop.</summary>
            public Operand? Shape { get; set; }
        }
    }

    private void Rename(Atom atom, Value like)
    {
        if (atom.IsValue && ir.Info(like).Name is { } name) ir.Rename(atom.Value, name);
    }
}
