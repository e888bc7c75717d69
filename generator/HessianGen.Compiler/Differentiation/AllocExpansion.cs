using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// Moves the arrays that sequential loops and branches allocate to before the outermost of them, one part per run, so that
/// they still stand when the runs are reversed: the array is its own tape.
/// </summary>
/// <remarks>
/// <code>
///   for t in 0..T                   alloc k[T·n]
///     alloc k[n]             →      for t in 0..T
///     k[i] = ...                      k[t·n + i] = ...
/// </code>
/// Independent loops are left alone: they are run again when they are reversed, and allocate again.
/// </remarks>
internal sealed class AllocExpansion(IrBuilder builder, Root root)
{
    private readonly Dictionary<Ir.Buffer, Atom> offsets = [];

    public Statement Run(Statement statement) => statement switch
    {
        For { IsIndependent: true } => statement,
        For or While or If when AllocatesOutsideIndependentLoops(statement) => Visit(statement, null),
        _ => statement,
    };

    private static bool AllocatesOutsideIndependentLoops(Statement statement) => statement switch
    {
        Alloc => true,
        For { IsIndependent: true } => false,
        _ => statement.Blocks.Any(b => b.Statements.Any(AllocatesOutsideIndependentLoops)),
    };

    private Statement Visit(Statement statement, LoopRegion? loop)
    {
        switch (statement)
        {
            case For { IsIndependent: true } independent:
                return independent with { Body = Visit(independent.Body, loop, moves: false) };
            case For sequential:
                LoopRegion region = LoopRegion.Of(builder, sequential, root, loop);
                Block body = Visit(sequential.Body, region);
                return sequential with { Body = new(region.Prologue.Concat(body.Statements).ToEquatableArray(), body.Yields) };
            case While sequential:
                // A while counts nothing before it ends: its runs are numbered by how much of each array is used.
                LoopRegion runs = LoopRegion.Of(builder, builder.NewValue(ScalarType.I32), root, loop);
                return sequential with { Test = Visit(sequential.Test, runs), Body = Visit(sequential.Body, runs) };
            case If choice:
                return choice with { Then = Visit(choice.Then, loop), Else = Visit(choice.Else, loop) };
            default:
                return statement;
        }
    }

    private Block Visit(Block block, LoopRegion? loop, bool moves = true)
    {
        builder.Open();
        foreach (Statement statement in block.Statements)
        {
            builder.Line = statement.Line;
            switch (statement)
            {
                case Alloc alloc when moves: Move(alloc, loop); break;
                case Load load when offsets.ContainsKey(load.Buffer): builder.Emit(load with { Index = Shift(load.Buffer, load.Index) }); break;
                case Store store when offsets.ContainsKey(store.Buffer): builder.Emit(store with { Index = Shift(store.Buffer, store.Index) }); break;
                case Accumulate sum when offsets.ContainsKey(sum.Buffer): builder.Emit(sum with { Index = Shift(sum.Buffer, sum.Index) }); break;
                default: builder.Emit(moves ? Visit(statement, loop) : VisitFixed(statement)); break;
            }
        }

        return builder.Close([.. block.Yields]);
    }

    /// <summary>Inside an independent loop nothing moves; only what refers to moved arrays changes.</summary>
    private Statement VisitFixed(Statement statement) => statement switch
    {
        For loop => loop with { Body = Visit(loop.Body, null, moves: false) },
        While loop => loop with { Test = Visit(loop.Test, null, moves: false), Body = Visit(loop.Body, null, moves: false) },
        If choice => choice with { Then = Visit(choice.Then, null, moves: false), Else = Visit(choice.Else, null, moves: false) },
        _ => statement,
    };

    private Atom Shift(Ir.Buffer buffer, Atom index) =>
        builder.Apply(Primitives.Add, offsets[buffer], builder.Convert(index, ScalarType.I32));

    private void Move(Alloc alloc, LoopRegion? loop)
    {
        if (!alloc.Growable && root.Available(alloc.Extent) is { } known)
        {
            Atom extent = NotNegative(known, alloc.Extent);
            if (loop is null)
            {
                root.Before.Add(alloc with { Extent = extent });
                return;
            }

            if (loop.Capacity() is { } runs)
            {
                root.Before.Add(alloc with { Extent = root.Emit(() => builder.Apply(Primitives.Mul, runs, extent)) });
                offsets[alloc.Buffer] = builder.Apply(Primitives.Mul, loop.Index(), alloc.Extent);
                return;
            }
        }

        MoveGrowing(alloc);
    }

    /// <summary>The extent where the array is allocated whether or not the program comes to its place; a negative one still fails there.</summary>
    private Atom NotNegative(Atom known, Atom extent)
    {
        if (known.IsConstant ? known.Integer >= 0 : root.IsLength(known)) return known;
        builder.Emit(new Check(builder.Apply(Primitives.Ge, extent, Atom.Zero(builder.TypeOf(extent))), "global::System.OverflowException", null));
        return root.Emit(() => builder.Apply(Primitives.Max, known, Atom.Zero(builder.TypeOf(known))));
    }

    /// <summary>Where the extent or the number of runs is not known beforehand, the array grows by one part a run.</summary>
    private void MoveGrowing(Alloc alloc)
    {
        Ir.Buffer used = root.Allocate(ScalarType.I32, "used", Atom.OfInteger(1));
        root.Before.Add(alloc with { Extent = Atom.OfInteger(0), Growable = true });
        root.Used[alloc.Buffer] = used;
        Atom zero = Atom.OfInteger(0), offset = builder.Load(used, zero);
        Atom end = builder.Apply(Primitives.Add, offset, builder.Convert(alloc.Extent, ScalarType.I32));
        builder.Store(used, zero, end);
        offsets[alloc.Buffer] = offset;

        // Storing the last element makes the whole part exist, zeroed, before anything reads it.
        builder.Open();
        builder.Store(alloc.Buffer, builder.Apply(Primitives.Sub, end, Atom.OfInteger(1)), Atom.Zero(builder.Info(alloc.Buffer).Element));
        Block grow = builder.Close();
        builder.Emit(new If(default, builder.Apply(Primitives.Gt, end, offset), grow, Block.Empty));
    }
}
