using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <content>Loops: what they carry from one iteration to the next must be sums.</content>
internal sealed partial class ElementHessian
{
    private readonly Stack<List<Seed>> seeds = new();
    private readonly Stack<(Atom Condition, bool IsTaken)> guards = new();
    private readonly Dictionary<Ir.Buffer, int> written = [];
    private readonly HashSet<Ir.Buffer> remembered = [];
    private readonly Dictionary<Value, For> counters = [];
    private int writes;

    /// <summary>A block that is being built: what was defined before it can be named after it.</summary>
    /// <param name="Inside">The values that the gradient defines in it.</param>
    /// <param name="FirstValue">The first id of the values made for it.</param>
    private sealed record Region(HashSet<Value> Inside, int FirstValue)
    {
        /// <summary>The later values that were made outside of it.</summary>
        public HashSet<Value> Raised { get; } = [];
    }

    private Region Enter(Block block)
    {
        builder.Open();
        seeds.Push([]);
        places.Push(++lastPlace);
        return new([.. block.Statements.SelectMany(Effects.Definitions)], builder.ValueCount);
    }

    /// <summary>Seeds that stand for elements which can be named outside stay what they are, but for a guard.</summary>
    private void Leave(Region region, (Atom Condition, bool IsTaken) guard)
    {
        VariableSeed[] visible = [.. seeds.Peek().OfType<VariableSeed>().Where(s => IsVisible(s, region))];
        places.Pop();
        seeds.Pop();
        foreach (VariableSeed seed in visible)
        {
            seed.Guards.Add(guard);
            seeds.Peek().Add(seed);
        }
    }

    /// <summary>Gives the places of a branch's variables, and what they are guarded by, names outside of it where integers alone make them.</summary>
    /// <remarks>To be called when the branch's block is closed and before its statement is emitted.</remarks>
    private void Raise(Region region)
    {
        foreach (VariableSeed seed in seeds.Peek().OfType<VariableSeed>())
        {
            seed.Column = Raised(seed.Column, region) ?? seed.Column;
            for (int k = 0; k < seed.Guards.Count; k++) seed.Guards[k] = (Raised(seed.Guards[k].Condition, region) ?? seed.Guards[k].Condition, seed.Guards[k].IsTaken);
        }
    }

    /// <summary>The same number or truth by a value outside of the region; null where that would take more than comparisons, sums and products of integers.</summary>
    private Atom? Raised(Atom atom, Region region)
    {
        if (IsVisible(atom, region)) return atom;
        if (builder.DefinitionOf(atom.Value) is not { } let || let.Primitive == Primitives.Div || let.Primitive == Primitives.Rem || let.Arguments.Any(a => builder.TypeOf(a).IsFloat())) return null;
        Atom?[] arguments = [.. let.Arguments.Select(a => Raised(a, region))];
        if (arguments.Contains(null) || builder.TypeOf(atom).IsFloat()) return null;
        Atom[] operands = [.. arguments.Select(a => a!.Value)];
        Atom raised = let.Primitive == Primitives.Convert ? builder.Convert(operands[0], builder.TypeOf(atom)) : builder.Apply(let.Primitive, operands);
        if (raised.IsValue && !IsVisible(raised, region)) region.Raised.Add(raised.Value);
        return raised;
    }

    private bool IsVisible(Atom atom, Region region) =>
        atom.IsConstant || region.Raised.Contains(atom.Value) || (atom.Value.Id < gradient.Values.Count ? !region.Inside.Contains(atom.Value) : atom.Value.Id < region.FirstValue);

    private bool IsVisible(Seed seed, Region region) => seed is VariableSeed variable
        ? IsVisible(variable.Column, region) && variable.Guards.All(g => IsVisible(g.Condition, region))
        : !seeds.Peek().Contains(seed);

    /// <summary>One seed for each element, as far as the indices tell.</summary>
    private VariableSeed SeedAt(Atom column)
    {
        Polynomial key = HessianEntries.PlaceOf(builder, column);
        VariableSeed? known = seeds.SelectMany(s => s).OfType<VariableSeed>().FirstOrDefault(s => s.Guards.All(guards.Contains) && HessianEntries.PlaceOf(builder, s.Column).SameAs(key));
        if (known is not null) return known;
        VariableSeed seed = new(column);
        seeds.Peek().Add(seed);
        return seed;
    }

    private void Note(Ir.Buffer buffer) => written[buffer] = ++writes;

    private void Visit(For loop)
    {
        if (entries.SetsGradient && loop.Carries.Count == 0 && Effects.All(loop.Body).All(s => s is Store { Operand: { IsConstant: true, Float: 0 } } zero && zero.Buffer == slopes)) return;
        int[] varied = [.. Enumerable.Range(0, loop.Carries.Count).Where(i => activity.IsVaried(loop.Carries[i].Value))];
        LinearForm[] initial = [.. varied.Select(i => FormOf(loop.Carries[i].Initial))];
        foreach (Ir.Buffer buffer in Effects.Writes(loop)) Note(buffer);
        counters[loop.Counter] = loop;
        Region region = Enter(loop.Body);
        region.Inside.UnionWith(Effects.Bound(loop));
        CarriedSeed[] own = [.. varied.Select(_ => new CarriedSeed())];
        for (int k = 0; k < varied.Length; k++)
        {
            Value carried = loop.Carries[varied[k]].Value;
            forms[carried] = LinearForm.Of(own[k], Atom.OfFloat(1, builder.TypeOf(carried)));
            seeds.Peek().Add(own[k]);
        }

        Visit(loop.Body.Statements);
        List<Carried> carries = [.. loop.Carries];
        List<Atom> yields = [.. loop.Body.Yields];
        List<Value> outputs = [.. loop.Outputs];
        LinearForm[] added = [.. varied.Select((i, k) => Increment(FormOf(loop.Body.Yields[i]), own[k], own)).Select(Carried)];
        For built = loop with { Carries = new([.. carries]), Outputs = new([.. outputs]), Body = builder.Close([.. yields]) };
        builder.Emit(built);
        Leave(region, (builder.Apply(Primitives.Lt, loop.Step > 0 ? loop.Start : loop.End, loop.Step > 0 ? loop.End : loop.Start), true));
        foreach (SumSeed sum in added.SelectMany(a => a.Terms).Select(t => t.Seed).OfType<SumSeed>().Where(s => s.Loop is null))
        {
            sum.Loop = built;
            seeds.Peek().Add(sum);
        }

        for (int k = 0; k < varied.Length; k++)
        {
            Value output = loop.Outputs[varied[k]];
            forms[output] = LinearForm.Sum([(initial[k], c => c), (added[k], c => c)], builder, builder.TypeOf(output));
        }

        // Seeds that are there before the loop are summed in variables of their own, the others stay one sum.
        LinearForm Carried(LinearForm increment)
        {
            if (!increment.IsKnown) return LinearForm.Unknown;
            List<(Seed, Atom)> terms = [];
            foreach ((Seed seed, Atom coefficient) in increment.Terms.Where(t => IsVisible(t.Seed, region)))
            {
                ScalarType type = builder.TypeOf(coefficient);
                Value carried = builder.NewValue(type), output = builder.NewValue(type);
                carries.Add(new(carried, Atom.Zero(type)));
                yields.Add(builder.Apply(Primitives.Add, carried, coefficient));
                outputs.Add(output);
                terms.Add((seed, output));
            }

            LinearForm rest = increment.Where(s => !IsVisible(s, region));
            if (rest.IsZero) return new(terms);
            if (loop.Step != 1 || builder.TypeOf(loop.Counter) != ScalarType.I32) return LinearForm.Unknown;
            SumSeed sum = new(writes) { Term = new([.. rest.Terms.Select(t => (t.Seed, Remembered(t.Coefficient, loop, region)))]) };
            return new([.. terms, (sum, Atom.OfFloat(1, independents.Element))]);
        }
    }

    /// <summary>What an iteration adds to a carried value; unknown where it does anything else with carried values.</summary>
    private static LinearForm Increment(LinearForm after, CarriedSeed own, CarriedSeed[] all) =>
        after[own] is { IsConstant: true, Float: 1 } && after.Terms.All(t => t.Seed == own || Array.IndexOf(all, t.Seed) < 0) ? after.Where(s => s != own) : LinearForm.Unknown;

    /// <summary>A coefficient that is costly is kept in an array, to be read where the loop is run again.</summary>
    private Atom Remembered(Atom coefficient, For loop, Region region)
    {
        if (IsCheap(coefficient, region, 2)) return coefficient;
        Ir.Buffer values = builder.NewBuffer(builder.TypeOf(coefficient));
        builder.Outside(1, () => builder.Emit(new Alloc(values, builder.Apply(Primitives.Max, builder.Apply(Primitives.Sub, loop.End, loop.Start), Atom.OfInteger(0, builder.TypeOf(loop.End))))));
        remembered.Add(values);
        Atom place = builder.Apply(Primitives.Sub, loop.Counter, loop.Start);
        builder.Store(values, place, coefficient);
        return builder.Load(values, place);
    }

    private bool IsCheap(Atom atom, Region region, int depth) =>
        IsVisible(atom, region)
        || (builder.LoadOf(atom.Value) is { } load && !written.ContainsKey(load.Buffer))
        || (depth > 0 && builder.DefinitionOf(atom.Value) is { Primitive.Cost: Cost.Flop } let && let.Arguments.All(a => IsCheap(a, region, depth - 1)));
}
