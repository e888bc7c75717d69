using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// The Hessian of a function that is a sum of small ones, or that meets its variables in a few linear combinations: forward
/// mode over the gradient with all directions at once, the tangent of each value being a linear form of the direction.
/// </summary>
/// <remarks>
/// <code>
///   y = xᵢ₊₁·xᵢ                      ẏ = xᵢ·vᵢ₊₁ + xᵢ₊₁·vᵢ            two seeds
///   gradientᵢ += f'(y)·xᵢ₊₁          Hᵢ,ᵢ₊₁ += f'(y) + f''(y)·xᵢ₊₁·xᵢ,   Hᵢ,ᵢ += f''(y)·xᵢ₊₁²
///
///   z = Σⱼ aⱼ·xⱼ                     ż                                one seed, however many variables
///   gradientᵢ += f'(z)·aᵢ            Hᵢ,ⱼ += f''(z)·aᵢ·aⱼ              the loop over j once more
/// </code>
/// A function that tangents take through arrays or recurrences has no such form; <see cref="Run"/> then gives null.
/// The structure is that of partially separable functions (Griewank and Toint, "On the unconstrained optimization of
/// partially separable functions", 1982).
/// </remarks>
internal sealed partial class ElementHessian
{
    /// <summary>What the text may cost: entries written in different places, seeds in one form, values in all.</summary>
    private const int MostEntries = 256, MostSeeds = 32, MostValues = 20_000;

    private const string NoForm = HessianEntries.NoForm, TooLong = "element by element the code would be too long";

    /// <summary>The ways to write the entries, the best first.</summary>
    private static readonly IReadOnlyList<Func<IrBuilder, Independents, Ir.Buffer, HessianEntries>> Ways =
    [
        (builder, independents, gradient) => new ConstantEntries(builder, independents, gradient),
        (builder, independents, _) => new PairedEntries(builder, independents),
        (builder, independents, _) => new LowerEntries(builder, independents),
    ];

    private readonly Function gradient;
    private readonly Activity activity;
    private readonly IrBuilder builder;
    private readonly Independents independents;
    private readonly Dictionary<Value, LinearForm> forms = [];
    private readonly Dictionary<Ir.Buffer, Atom> variables = [];
    private readonly Ir.Buffer slopes;
    private readonly HessianEntries entries;
    private readonly bool isLimited;
    private int count;

    /// <summary>Why there is no such form; null as long as there is.</summary>
    private string? obstacle;

    private ElementHessian(Function gradient, bool isLimited, Func<IrBuilder, Independents, Ir.Buffer, HessianEntries> entries)
    {
        (this.gradient, this.isLimited) = (gradient, isLimited);
        activity = Activity.Of(gradient);
        builder = new(gradient);
        independents = new(gradient, builder);
        slopes = gradient.Parameters.OfType<BufferParameter>().Single(p => p.Role == ParameterRole.Gradient).Buffer;
        this.entries = entries(builder, independents, slopes);
        seeds.Push([]);
    }

    /// <summary>Value, gradient and <c>hessian</c> (n x n, row-major, exactly symmetric); null, and the reason, where the function has no such structure.</summary>
    /// <param name="isLimited">True where long code is a reason.</param>
    public static HessianPlan? Run(Function gradient, bool isLimited, out string reason)
    {
        reason = "";
        foreach (Func<IrBuilder, Independents, Ir.Buffer, HessianEntries> way in Ways)
        {
            if (Run(gradient, isLimited, way, out reason) is { } plan) return plan;
            if (reason == TooLong) break;
        }

        return null;
    }

    /// <summary>Value, gradient and the diagonals of the Hessian that are not all zero; null, and the reason, where they are not few and known.</summary>
    public static HessianPlan? Bands(Function gradient, out string reason) =>
        Run(gradient, isLimited: true, (builder, independents, _) => new BandEntries(builder, independents), out reason);

    /// <summary>The <c>diagonal</c> of the Hessian (n), at the cost of few gradients; null, and the reason, where the function has no such structure.</summary>
    public static HessianPlan? Diagonal(Function gradient, out string reason) =>
        Run(gradient, isLimited: true, (builder, independents, _) => new DiagonalEntries(builder, independents), out reason) is { } plan
            ? plan with { Function = Differentiation.Outputs.KeepOnly(plan.Function, ParameterRole.Diagonal) }
            : null;

    private static HessianPlan? Run(Function gradient, bool isLimited, Func<IrBuilder, Independents, Ir.Buffer, HessianEntries> way, out string reason)
    {
        ElementHessian pass = new(gradient, isLimited, way);
        Function? function = pass.Run();
        reason = pass.obstacle ?? "";
        return function is null ? null : new(function, pass.entries.Explanation);
    }

    private Function? Run()
    {
        HashSet<Ir.Buffer> overwritten = [.. gradient.Body.Statements.SelectMany(Effects.Writes)];
        foreach (Parameter parameter in gradient.Parameters.Where(p => p.IsVariable))
        {
            Atom offset = independents.Offset(parameter);
            if (parameter is ScalarParameter scalar) forms[scalar.Value] = LinearForm.Of(SeedAt(offset), Atom.OfFloat(1, independents.Element));
            if (parameter is BufferParameter array && !overwritten.Contains(array.Buffer)) variables[array.Buffer] = offset;
        }

        builder.Open();
        Visit(gradient.Body.Statements);
        Require(obstacle is not null || entries.TryFinish(), NoForm);
        if (obstacle is not null) return null;
        Block body = builder.Close();
        entries.Start();
        builder.Emit(body.Statements);
        return builder.ToFunction(gradient.Name, [.. gradient.Parameters, .. entries.Outputs], [.. gradient.Body.Yields]);
    }

    private void Visit(EquatableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            if (obstacle is not null) return;
            builder.Line = statement.Line;
            switch (statement)
            {
                case Let let: Visit(let); break;
                case Load load: Visit(load); break;
                case Accumulate accumulate: Visit(accumulate); break;
                case For loop: Visit(loop); break;
                case While loop: Visit(loop); break;
                case If choice: Visit(choice); break;
                case Store store when store.Buffer == slopes && (places.Peek() == 0 || !activity.IsVaried(store.Operand)): AddRow(store, store.Index, store.Operand); break;
                case Store store:
                    builder.Emit(store);
                    Note(store.Buffer);
                    Require(store.Buffer != slopes, NoForm);
                    break;
                default: builder.Emit(statement); break;
            }
        }
    }

    private void Visit(Let let)
    {
        builder.Emit(let);
        if (!activity.IsVaried(let.Result)) return;
        Term[] operands = [.. let.Arguments.Select(a => new Term(builder, a))];
        Term result = new(builder, let.Result);
        forms[let.Result] = LinearForm.Sum(
            Enumerable.Range(0, operands.Length).Where(i => let.Primitive.Propagations[i] is not null)
                .Select(i => (FormOf(let.Arguments[i]), (Func<Term, Term>)(c => let.Primitive.Propagations[i]!(operands, result, c)))),
            builder,
            builder.TypeOf(let.Result));
        Require(!isLimited || (forms[let.Result].Terms.Count <= MostSeeds && builder.ValueCount - gradient.Values.Count <= MostValues), TooLong);
    }

    private void Visit(Load load)
    {
        builder.Emit(load);
        if (!activity.IsVaried(load.Result)) return;
        forms[load.Result] = variables.TryGetValue(load.Buffer, out Atom offset)
            ? LinearForm.Of(SeedAt(new View(load.Buffer, offset).Index(builder, builder.Convert(load.Index, ScalarType.I32))), Atom.OfFloat(1, independents.Element))
            : LinearForm.Unknown;
    }

    private void Visit(Accumulate accumulate)
    {
        if (accumulate.Buffer == slopes)
        {
            AddRow(accumulate, accumulate.Index, accumulate.Operand);
            return;
        }

        builder.Emit(accumulate);
        Note(accumulate.Buffer);
    }

    /// <summary>What a loop without a count computes has no form; what it adds to the gradient must not depend on the variables.</summary>
    private void Visit(While loop)
    {
        foreach (Value value in Effects.Definitions(loop).Where(v => activity.IsVaried(v))) forms[value] = LinearForm.Unknown;
        Require(!Effects.All(loop).OfType<Accumulate>().Any(a => a.Buffer == slopes && activity.IsVaried(a.Operand)), NoForm);
        builder.Emit(loop);
        foreach (Ir.Buffer buffer in Effects.Writes(loop)) Note(buffer);
    }

    /// <summary>The outputs of a branch are followed by their coefficients, zero where the other branch has the seed.</summary>
    private void Visit(If choice)
    {
        int[] varied = [.. Enumerable.Range(0, choice.Outputs.Count).Where(i => activity.IsVaried(choice.Outputs[i]))];
        List<Value> outputs = [.. choice.Outputs];
        List<Atom>[] yields = [[.. choice.Then.Yields], [.. choice.Else.Yields]];
        EquatableArray<Statement>[] bodies = new EquatableArray<Statement>[2];
        LinearForm[][] given = new LinearForm[2][];
        for (int side = 0; side < 2; side++)
        {
            Block block = side == 0 ? choice.Then : choice.Else;
            Region region = Enter(block);
            guards.Push((choice.Condition, side == 0));
            Visit(block.Statements);
            guards.Pop();
            bodies[side] = builder.Close().Statements;
            Raise(region);
            given[side] = [.. varied.Select(i => FormOf(block.Yields[i])).Select(f => f.Terms.All(t => IsVisible(t.Seed, region)) ? f : LinearForm.Unknown)];
            Leave(region, (choice.Condition, side == 0));
        }

        for (int k = 0; k < varied.Length; k++) forms[choice.Outputs[varied[k]]] = Joined(given[0][k], given[1][k], builder.TypeOf(choice.Outputs[varied[k]]));
        builder.Emit(choice with { Then = new(bodies[0], new([.. yields[0]])), Else = new(bodies[1], new([.. yields[1]])), Outputs = new([.. outputs]) });

        LinearForm Joined(LinearForm then, LinearForm otherwise, ScalarType type)
        {
            if (!then.IsKnown || !otherwise.IsKnown) return LinearForm.Unknown;
            return new([.. then.Terms.Concat(otherwise.Terms).Select(t => t.Seed).Distinct().Select(seed => (seed, Coefficient(then[seed] ?? Atom.Zero(type), otherwise[seed] ?? Atom.Zero(type))))]);
        }

        Atom Coefficient(Atom then, Atom otherwise)
        {
            if (then.IsConstant && then.Equals(otherwise)) return then;
            Value output = builder.NewValue(builder.TypeOf(then));
            outputs.Add(output);
            yields[0].Add(then);
            yields[1].Add(otherwise);
            return output;
        }
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds) obstacle ??= otherwise;
    }

    private LinearForm FormOf(Atom atom) => atom.IsValue && forms.TryGetValue(atom.Value, out LinearForm? form) ? form : LinearForm.Zero;
}
