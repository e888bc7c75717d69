using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <content>What rows of the Hessian get.</content>
internal sealed partial class ElementHessian
{
    private readonly Stack<int> places = new([0]);
    private int lastPlace;

    /// <summary>What is written to the gradient, and the row of the Hessian that goes with it.</summary>
    private void AddRow(Statement write, Atom index, Atom operand)
    {
        Require(entries.TryAddGradient(write, index, operand, places.Peek()), entries.Obstacle);
        LinearForm form = FormOf(operand);
        Require(form.IsKnown, NoForm);
        Atom row = builder.Convert(index, ScalarType.I32);
        foreach ((Seed seed, Atom coefficient) in form.Terms)
        {
            if (seed is VariableSeed variable) Add(row, variable.Column, coefficient, variable.Guards);
            else if (seed is SumSeed sum && entries.Sums == SumColumns.All) Repeat(sum, new(builder, coefficient), null, row);
            else if (seed is SumSeed own && entries.Sums == SumColumns.OwnOfRow) AddOwn(own, new(builder, coefficient), row);
            else Require(false, entries.Obstacle);
        }
    }

    /// <summary>Adds to an entry, under the conditions under which there is one.</summary>
    private void Add(Atom row, Atom column, Atom coefficient, IEnumerable<(Atom Condition, bool IsTaken)> conditions)
    {
        Require(++count <= MostEntries || !isLimited, TooLong);
        Action add = () => Require(entries.TryAdd(row, column, coefficient, places.Peek()), entries.Obstacle);
        foreach ((Atom Condition, bool IsTaken) guard in conditions.Where(c => !guards.Contains(c)))
        {
            Action inner = add;
            add = () => Under(guard, inner);
        }

        add();
    }

    /// <summary>Builds a block that runs under a condition.</summary>
    private void Under((Atom Condition, bool IsTaken) guard, Action build)
    {
        builder.Open();
        places.Push(++lastPlace);
        build();
        Block block = builder.Close();
        places.Pop();
        builder.Emit(new If(EquatableArray<Value>.Empty, guard.Condition, guard.IsTaken ? block : Block.Empty, guard.IsTaken ? Block.Empty : block));
    }

    /// <summary>Runs a loop of sums again, and adds each of its terms, times <paramref name="factor"/>, to its entry of the row.</summary>
    private void Repeat(SumSeed sum, Term factor, Renaming? around, Atom row)
    {
        For loop = sum.Loop!;
        Require(CanRunAgain(sum), NoForm);
        if (obstacle is not null) return;
        entries.HasSums = true;
        Renaming copy = Renaming.Copy(builder);
        foreach (KeyValuePair<Value, Atom> renamed in around?.Values ?? []) copy.Values[renamed.Key] = renamed.Value;
        foreach (KeyValuePair<Ir.Buffer, Ir.Buffer> renamed in around?.Buffers ?? []) copy.Buffers[renamed.Key] = renamed.Value;
        Atom start = copy.Apply(loop.Start), end = LastColumn(sum, copy, row);
        Carried[] carries = [.. loop.Carries.Select(c => c with { Initial = copy.Apply(c.Initial) })];
        Value counter = copy.DefineCopy(loop.Counter);
        carries = [.. carries.Select(c => c with { Value = copy.DefineCopy(c.Value) })];
        builder.Open();
        builder.Emit(copy.Apply(WithoutEffects(loop.Body.Statements, [.. Effects.Allocates(loop)])));
        foreach ((Seed seed, Atom coefficient) in sum.Term.Terms)
        {
            Term product = factor * new Term(builder, copy.Apply(coefficient));
            if (seed is VariableSeed variable) Add(row, copy.Apply(variable.Column), product.Atom(independents.Element), variable.Guards.Select(g => (copy.Apply(g.Condition), g.IsTaken)));
            else if (seed is SumSeed inner) Repeat(inner, product, copy, row);
            else Require(false, NoForm);
        }

        Block body = builder.Close([.. loop.Body.Yields.Select(copy.Apply)]);
        builder.Emit(new For(new([.. loop.Outputs.Select(copy.DefineCopy)]), counter, start, end, loop.Step, new(carries), body) { Line = loop.Line });
    }

    /// <summary>Adds what the one iteration of a sum's loop that meets the row's own variable has for it.</summary>
    private void AddOwn(SumSeed sum, Term factor, Atom row)
    {
        For loop = sum.Loop!;
        foreach ((Seed seed, Atom coefficient) in sum.Term.Terms)
        {
            VariableSeed? variable = seed as VariableSeed;
            IEnumerable<Atom> needed = [coefficient, .. variable?.Guards.Select(g => g.Condition) ?? []];
            Require(CanRunAgain(sum) && variable is not null && OffsetOf(variable.Column, loop) is not null && !needed.Any(CarriedIn(loop).Contains), NoForm);
            if (obstacle is not null) return;
            Renaming copy = Renaming.Copy(builder);
            Atom iteration = builder.Apply(Primitives.Sub, row, OffsetOf(variable!.Column, loop)!.Value);
            copy.Values[loop.Counter] = iteration;
            Action add = () =>
            {
                builder.Emit(copy.Apply(WithoutEffects(loop.Body.Statements, [.. Effects.Allocates(loop)])));
                Add(row, row, (factor * new Term(builder, copy.Apply(coefficient))).Atom(independents.Element), variable.Guards.Select(g => (copy.Apply(g.Condition), g.IsTaken)));
            };
            if (IsIterationOf(iteration, loop.Start, loop.End)) add();
            else Under((builder.Apply(Primitives.And, builder.Apply(Primitives.Le, loop.Start, iteration), builder.Apply(Primitives.Lt, iteration, loop.End)), true), add);
        }
    }

    /// <summary>True where a loop of sums still finds what it read: nobody has written there since.</summary>
    private bool CanRunAgain(SumSeed sum)
    {
        For loop = sum.Loop!;
        return Effects.Reads(loop).All(b => remembered.Contains(b) || !written.TryGetValue(b, out int at) || at <= sum.MadeAt && !Effects.Writes(loop).Contains(b) || Effects.Allocates(loop).Contains(b));
    }

    /// <summary>Where a loop along the columns of a row may end: at the diagonal.</summary>
    private Atom LastColumn(SumSeed sum, Renaming copy, Atom row)
    {
        For loop = sum.Loop!;
        Atom end = copy.Apply(loop.End);
        if (sum.Term.Terms.Count != 1 || sum.Term.Terms[0].Seed is not VariableSeed { Column: var column } || OffsetOf(column, loop) is not { } offset) return end;
        Atom place = builder.Apply(Primitives.Sub, row, copy.Apply(offset)), last = builder.Apply(Primitives.Add, place, Atom.OfInteger(1));
        return IsIterationOf(place, null, end) ? last : builder.Apply(Primitives.Min, end, last);
    }

    /// <summary>What is added to a loop's counter to make a column; null where a column is not counter plus something fixed.</summary>
    private Atom? OffsetOf(Atom column, For loop)
    {
        if (!column.IsValue) return null;
        Atom? offset = column.Value == loop.Counter ? Atom.OfInteger(0) : builder.DefinitionOf(column.Value) is { } let && let.Primitive == Primitives.Add
            ? let.Arguments[0].Equals(loop.Counter) ? let.Arguments[1] : let.Arguments[1].Equals(loop.Counter) ? let.Arguments[0] : null : null;
        return offset is { } first && !Effects.Definitions(loop).Any(v => first.Equals(v)) ? first : null;
    }

    /// <summary>True where an integer is the counter of an open loop with these bounds.</summary>
    private bool IsIterationOf(Atom integer, Atom? start, Atom end) =>
        counters.Any(c => c.Value.End.Equals(end) && (start is null || c.Value.Start.Equals(start)) && HessianEntries.PlaceOf(builder, integer).SameAs(Polynomial.Variable(c.Key.Id)));

    /// <summary>What in an iteration of a loop depends on the iterations before it.</summary>
    private HashSet<Atom> CarriedIn(For loop)
    {
        HashSet<Value> values = [.. loop.Carries.Select(c => c.Value)];
        HashSet<Ir.Buffer> buffers = [];
        foreach (Statement statement in loop.Body.Statements)
        {
            if (!Effects.Uses(statement).Any(values.Contains) && !Effects.Reads(statement).Any(buffers.Contains)) continue;
            values.UnionWith(Effects.Definitions(statement));
            buffers.UnionWith(Effects.Writes(statement).Where(b => !remembered.Contains(b)));
        }

        return [.. values.Select(v => (Atom)v)];
    }

    /// <summary>The statements without writes to what is seen outside; what only they needed is dead code.</summary>
    private static IEnumerable<Statement> WithoutEffects(EquatableArray<Statement> statements, HashSet<Ir.Buffer> own) => statements
        .Where(s => s is not (Check or Store or Accumulate) || s is Store { Buffer: var stored } && own.Contains(stored) || s is Accumulate { Buffer: var sum } && own.Contains(sum))
        .Select(s => s switch
        {
            For loop => loop with { Body = WithoutEffects(loop.Body, own) },
            While loop => loop with { Test = WithoutEffects(loop.Test, own), Body = WithoutEffects(loop.Body, own) },
            If choice => choice with { Then = WithoutEffects(choice.Then, own), Else = WithoutEffects(choice.Else, own) },
            _ => s,
        });

    private static Block WithoutEffects(Block block, HashSet<Ir.Buffer> own) => block with { Statements = new([.. WithoutEffects(block.Statements, own)]) };
}
