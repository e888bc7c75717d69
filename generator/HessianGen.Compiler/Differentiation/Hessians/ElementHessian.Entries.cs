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
            else if (seed is SumSeed sum && entries.TakesSums) Repeat(sum, new(builder, coefficient), null, row);
            else Require(false, entries.Obstacle);
        }
    }

    /// <summary>Adds to an entry, under the conditions under which there is one.</summary>
    private void Add(Atom row, Atom column, Atom coefficient, IEnumerable<(Atom Condition, bool IsTaken)> conditions)
    {
        Require(++count <= MostEntries || !isLimited, TooLong);
        (Atom Condition, bool IsTaken)[] needed = [.. conditions.Where(c => !guards.Contains(c))];
        foreach ((Atom, bool) _ in needed)
        {
            builder.Open();
            places.Push(++lastPlace);
        }

        Require(entries.TryAdd(row, column, coefficient, places.Peek()), entries.Obstacle);
        foreach ((Atom condition, bool isTaken) in needed)
        {
            Block block = builder.Close();
            places.Pop();
            builder.Emit(new If(EquatableArray<Value>.Empty, condition, isTaken ? block : Block.Empty, isTaken ? Block.Empty : block));
        }
    }

    /// <summary>Runs a loop of sums again, and adds each of its terms, times <paramref name="factor"/>, to its entry of the row.</summary>
    private void Repeat(SumSeed sum, Term factor, Renaming? around, Atom row)
    {
        For loop = sum.Loop!;
        Require(Effects.Reads(loop).All(b => remembered.Contains(b) || !written.TryGetValue(b, out int at) || at <= sum.MadeAt && !Effects.Writes(loop).Contains(b) || Effects.Allocates(loop).Contains(b)), NoForm);
        if (obstacle is not null) return;
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

    /// <summary>Where a loop along the columns of a row may end: at the diagonal.</summary>
    private Atom LastColumn(SumSeed sum, Renaming copy, Atom row)
    {
        For loop = sum.Loop!;
        Atom end = copy.Apply(loop.End);
        if (sum.Term.Terms.Count != 1 || sum.Term.Terms[0].Seed is not VariableSeed { Column: { IsValue: true } column }) return end;
        Atom? offset = column.Value == loop.Counter ? Atom.OfInteger(0) : builder.DefinitionOf(column.Value) is { } let && let.Primitive == Primitives.Add
            ? let.Arguments[0].Equals(loop.Counter) ? let.Arguments[1] : let.Arguments[1].Equals(loop.Counter) ? let.Arguments[0] : null : null;
        if (offset is not { } first || Effects.Definitions(loop).Any(v => first.Equals(v))) return end;
        Atom place = builder.Apply(Primitives.Sub, row, copy.Apply(first)), last = builder.Apply(Primitives.Add, place, Atom.OfInteger(1));
        bool isInside = counters.Any(c => c.Value.End.Equals(end) && HessianEntries.PlaceOf(builder, place).SameAs(Polynomial.Variable(c.Key.Id)));
        return isInside ? last : builder.Apply(Primitives.Min, end, last);
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
