using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>From the IR to a kernel: a tree of C# statements in which every decision is taken but the names, which depend on the class around it.</summary>
internal static class Lower
{
    /// <param name="function">Differentiated and optimised; its yields are the return value, or there are none.</param>
    /// <param name="lanes">Whether loops may run several iterations at once, in another order of sums, with products and sums in one operation.</param>
    public static Kernel Run(Function function, bool lanes = false)
    {
        if (function.Body.Yields.Count > 1)
        {
            throw new CompilerException("lowering", $"{function.Name} has {function.Body.Yields.Count} results, a method returns one", IrPrinter.Print(function));
        }

        Layout layout = new(function);
        Liveness liveness = Liveness.Mark(layout);
        Folding.Run(layout, liveness, new(layout, liveness));
        Coalescing coalescing = Coalescing.Run(layout, liveness);
        WorkspacePlan workspace = WorkspacePlan.Of(layout);

        TreeBuilder builder = new(layout, liveness, coalescing, workspace);
        IReadOnlyList<KernelParameter> parameters = Bands.WithSignature(builder.Parameters);
        List<KernelStatement> statements = [.. EntryChecks.For(parameters), .. builder.Build()];
        if (function.Body.Yields.Count == 1) statements.Add(new ReturnStatement(builder.Expression(function.Body.Yields[0])));
        KernelBlock tree = EntryChecks.WithoutNeedless(new(statements.ToEquatableArray()));
        if (lanes) tree = LoopSums.Run(NegatedFactors.Run(tree), parameters, loop => loop.Privates is null);
        KernelBlock? wide = lanes ? LaneLoops.Run(tree) : null;
        if (wide is not null) wide = LoopSums.Run(wide, parameters, _ => true);
        else if (lanes) tree = LoopSums.Run(tree, parameters, _ => true);
        if (lanes && wide is null) tree = Contraction.Run(tree);
        (KernelBlock body, IReadOnlyList<MethodPart> parts) = Methods(tree, isFree: lanes && wide is null);
        Kernel kernel = new(parameters, body, OperationCount.Of(layout, workspace)) { Parts = parts };
        if (wide is null) return kernel;
        (body, parts) = Methods(Contraction.Run(wide), isFree: true);
        return kernel with { Wide = body, WideParts = parts };
    }

    /// <summary>The tree as one method, or as several.</summary>
    /// <param name="isFree">Whether a function may be computed in another way than alone.</param>
    private static (KernelBlock Body, IReadOnlyList<MethodPart> Parts) Methods(KernelBlock tree, bool isFree)
    {
        (KernelBlock body, IReadOnlyList<MethodPart> parts) = MethodParts.Run(UnusedLocals.Remove(tree));
        return isFree ? (SinesAndCosines.Run(body), [.. parts.Select(p => p with { Body = SinesAndCosines.Run(p.Body) })]) : (body, parts);
    }
}
