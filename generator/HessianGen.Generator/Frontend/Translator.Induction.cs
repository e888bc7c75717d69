using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    /// <summary>Integers that a <c>for</c> moves by the same amount in every iteration: v = initial + iteration · step, exactly, also where it wraps around.</summary>
    private sealed class Induction
    {
        private readonly Translator translator;
        private readonly IrBuilder ir;
        private readonly For loop;
        private readonly Dictionary<Value, Let> definitions = [];
        private readonly HashSet<Value> inside = [];
        private readonly Dictionary<Value, Atom> hoisted = [];

        public Induction(Translator translator, For loop, IEnumerable<Value> carried)
        {
            (this.translator, ir, this.loop) = (translator, translator.ir, loop);
            inside.UnionWith(carried);
            inside.Add(loop.Counter);
            foreach (Statement statement in loop.Body.Statements)
            {
                if (statement is Let let) definitions.Add(let.Result, let);
                foreach (Value result in statement.Results) inside.Add(result);
            }
        }

        /// <summary>By how much an iteration moves the value, computed before the loop; null where that is not evident.</summary>
        public Atom? StepOf(Atom yield, Value carried)
        {
            if (!ir.TypeOf(carried).IsInteger()) return null;
            List<(Atom Term, bool IsAdded)> terms = [];
            if (!Collect(yield, carried, terms) || !terms.All(t => IsInvariant(t.Term))) return null;
            Atom step = Atom.Zero(ir.TypeOf(carried));
            foreach ((Atom term, bool isAdded) in terms) step = ir.Apply(isAdded ? Primitives.Add : Primitives.Sub, step, Hoist(term));
            return step;
        }

        /// <summary>The value at the start of an iteration.</summary>
        public Atom Inside(Atom initial, Atom step)
        {
            ScalarType type = ir.TypeOf(initial), wide = Wider(type, ir.TypeOf(loop.Counter));
            Atom counter = ir.Convert(loop.Counter, wide), start = ir.Convert(loop.Start, wide);
            Atom iteration = loop.Step > 0 ? ir.Apply(Primitives.Sub, counter, start) : ir.Apply(Primitives.Sub, start, counter);
            long stride = Math.Abs(loop.Step);
            if (stride != 1) iteration = ir.Apply(Primitives.Div, iteration, Atom.OfInteger(stride, wide));
            return Along(initial, ir.Convert(iteration, type), step);
        }

        /// <summary>The value after the last iteration.</summary>
        public Atom After(Atom initial, Atom step)
        {
            ScalarType type = ir.TypeOf(initial), wide = Wider(type, ir.TypeOf(loop.Counter));
            Atom trips = translator.Trips(ir.Convert(loop.Start, wide), ir.Convert(loop.End, wide), loop.Step);
            return Along(initial, ir.Convert(trips, type), step);
        }

        private Atom Along(Atom initial, Atom iterations, Atom step) => ir.Apply(Primitives.Add, initial, ir.Apply(Primitives.Mul, iterations, step));

        private static ScalarType Wider(ScalarType x, ScalarType y) => x is ScalarType.I64 or ScalarType.U64 || y is not (ScalarType.I64 or ScalarType.U64) ? x : y;

        /// <summary>Splits carried + a - b ... into its terms.</summary>
        private bool Collect(Atom atom, Value carried, List<(Atom, bool)> terms)
        {
            if (atom == carried) return true;
            if (atom.IsConstant || !definitions.TryGetValue(atom.Value, out Let let)) return false;
            if (let.Primitive == Primitives.Add)
            {
                int count = terms.Count;
                if (Collect(let.Arguments[0], carried, terms))
                {
                    terms.Add((let.Arguments[1], true));
                    return true;
                }

                terms.RemoveRange(count, terms.Count - count);
                terms.Add((let.Arguments[0], true));
                return Collect(let.Arguments[1], carried, terms);
            }

            if (let.Primitive != Primitives.Sub || !Collect(let.Arguments[0], carried, terms)) return false;
            terms.Add((let.Arguments[1], false));
            return true;
        }

        /// <summary>True for what has the same value in every iteration and can be computed before the first without throwing.</summary>
        private bool IsInvariant(Atom atom)
        {
            if (atom.IsConstant || !inside.Contains(atom.Value)) return true;
            return definitions.TryGetValue(atom.Value, out Let let) && Recipe.IsTotal(let, ir) && let.Arguments.All(IsInvariant);
        }

        private Atom Hoist(Atom atom)
        {
            if (atom.IsConstant || !inside.Contains(atom.Value)) return atom;
            if (hoisted.TryGetValue(atom.Value, out Atom copy)) return copy;
            Let let = definitions[atom.Value];
            Atom[] arguments = [.. let.Arguments.Select(Hoist)];
            copy = let.Primitive == Primitives.Convert ? ir.Convert(arguments[0], ir.TypeOf(let.Result)) : ir.Apply(let.Primitive, arguments);
            hoisted.Add(atom.Value, copy);
            return copy;
        }
    }
}
