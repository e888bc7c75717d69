using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Reverse mode: a function that also computes the gradient of its result.</summary>
/// <remarks>
/// <para>
/// The one invariant: when a statement's adjoint runs, every buffer holds what it held right after that statement. A store
/// whose old value may be read again saves it, and its reverse restores it.
/// </para>
/// <para>
/// Where the forward part of a block stands in the same scope as its reverse part (the function's body, and the body of an
/// independent loop, which is run again), primal values are simply there. In the reverse of a sequential loop or a branch
/// <see cref="Rematerializer"/> gets them back: recomputed, reloaded, or from a tape.
/// </para>
/// Griewank and Walther, "Evaluating Derivatives", 2nd ed., chapters 3 to 5.
/// </remarks>
internal sealed partial class Vjp
{
    private readonly Function function;
    private readonly IrBuilder builder;
    private readonly Dictionary<Ir.Buffer, View> adjointBuffers = [];
    private readonly Facts facts;
    private readonly HashSet<Value> lengths;

    private Vjp(Function function)
    {
        (this.function, facts) = Facts.Prepare(function);
        builder = new(this.function);
        lengths = [.. function.Parameters.OfType<BufferParameter>().Select(p => p.Length)];
    }

    /// <summary>The gradient of a function with one floating-point result: adds the parameter <c>gradient</c> (n), keeps the result.</summary>
    public static Function Run(Function function) => new Vjp(function).Run();

    private Function Run()
    {
        Independents independents = new(function, builder);
        BufferParameter parameter = builder.NewArray("gradient", ParameterRole.Gradient, independents.Element);
        Ir.Buffer gradient = parameter.Buffer;
        builder.For(Atom.OfInteger(0), independents.Count, k => builder.Store(gradient, k, Atom.Zero(independents.Element)), "k");
        foreach (BufferParameter variable in function.Parameters.OfType<BufferParameter>().Where(p => p.IsVariable))
        {
            adjointBuffers[variable.Buffer] = new(gradient, independents.Offset(variable));
        }

        Atom result = function.Body.Yields[0];
        Adjoints adjoints = NewAdjoints();
        adjoints.Add(result, new Term(builder, Atom.OfFloat(1, builder.TypeOf(result))));
        ReverseHere(function.Body.Statements, adjoints, []);
        foreach (ScalarParameter variable in function.Parameters.OfType<ScalarParameter>().Where(p => p.IsVariable))
        {
            builder.Store(gradient, independents.Offset(variable), adjoints.GetOrZero(variable.Value));
        }

        return builder.ToFunction(function.Name, [.. function.Parameters, parameter], result);
    }

    private Adjoints NewAdjoints() => new(builder, facts.IsActive);

    /// <summary>
    /// Emits the forward part of a block and then its reverse part, in the same scope. Writes of the forward part to
    /// <paramref name="dropped"/> buffers are left out: a loop that is run again must not repeat them.
    /// </summary>
    private void ReverseHere(EquatableArray<Statement> statements, Adjoints adjoints, HashSet<Ir.Buffer> dropped)
    {
        Statement[] forward = [.. statements];
        Root[] roots = [.. forward.Select(s => new Root(builder, s, lengths))];
        for (int k = 0; k < forward.Length; k++) forward[k] = new AllocExpansion(builder, roots[k]).Run(forward[k]);

        List<Statement> allocations = AllocateAdjoints(forward.Concat(roots.SelectMany(r => r.Before)), roots);
        List<Statement> reverse = [.. allocations];
        List<Twin> twins = [];
        for (int k = forward.Length - 1; k >= 0; k--)
        {
            builder.Open();
            forward[k] = Reverse(forward, k, adjoints, new Scope(roots[k], null, twins));
            reverse.AddRange(builder.Close().Statements);
        }

        IEnumerable<Statement> kept = forward.SelectMany((s, k) => roots[k].Before.Append(s));
        if (dropped.Count > 0) kept = DroppedWrites.From(kept, dropped);
        List<Statement> fused = [.. TwinFusion.Run([.. kept, .. reverse], twins)];
        foreach ((Value value, Store home) in Homes(forward, dropped)) ReadHome(value, home, fused);
        builder.Emit(fused);
    }

    /// <summary>The costly values of an iteration that is run again, each with the store of its first run.</summary>
    private IEnumerable<(Value Value, Store Home)> Homes(Statement[] forward, HashSet<Ir.Buffer> dropped)
    {
        foreach (Value value in forward.SelectMany(s => s.Results).Where(facts.HasHome))
        {
            if (Home.Find(forward, value, (x, y) => x.IsConstant && y.IsConstant && x != y) is { } home && dropped.Contains(home.Buffer)) yield return (value, home);
        }
    }

    /// <summary>Reads a costly value back where it is known which element it was stored to, and uses that from there on.</summary>
    private void ReadHome(Value value, Store home, List<Statement> statements)
    {
        int position = Math.Max(statements.FindIndex(s => s.Results.Contains(value)), statements.FindIndex(s => s.Results.Any(r => home.Index == r)) + 1);
        Renaming renaming = Renaming.Substitution();
        Value copy = builder.CopyOf(value);
        renaming.Values[value] = copy;
        Statement[] after = [.. renaming.Apply(statements.Skip(position))];
        statements.RemoveRange(position, statements.Count - position);
        statements.Add(new Load(copy, home.Buffer, home.Index) { Line = home.Line });
        statements.AddRange(after);
    }

    /// <summary>A zeroed adjoint for every active buffer that the block allocates.</summary>
    private List<Statement> AllocateAdjoints(IEnumerable<Statement> statements, Root[] roots)
    {
        builder.Open();
        foreach (Alloc alloc in statements.OfType<Alloc>().Where(a => facts.IsActive(a.Buffer)))
        {
            BufferInfo info = builder.Info(alloc.Buffer);
            Ir.Buffer adjoint = builder.NewBuffer(info.Element, info.Name is { } name ? name + "Bar" : null);
            Atom extent = alloc.Growable && roots.FirstOrDefault(r => r.Used.ContainsKey(alloc.Buffer)) is { } root
                ? builder.Load(root.Used[alloc.Buffer], Atom.OfInteger(0))
                : alloc.Extent;
            builder.Emit(new Alloc(adjoint, extent));
            adjointBuffers[alloc.Buffer] = new(adjoint, Atom.OfInteger(0));
        }

        return [.. builder.Close().Statements];
    }

    /// <summary>Where a statement's reverse is being built: the nearest block with its forward part at hand, and the innermost recorded loop.</summary>
    private sealed record Scope(Root Root, LoopRegion? Loop, List<Twin>? Twins);
}
