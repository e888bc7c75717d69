using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;
using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler;

/// <summary>From the front end's IR of one method to the text of its members; the only file that names all stages.</summary>
/// <remarks>
/// <code>
///   primal → Vjp → gradient → Jvp → Hessian-vector product → one for each direction → Hessian, diagonal
///                  gradient → its linear forms → Hessian, sparse Hessian
///   any of them → Instances → a batch of it
/// </code>
/// Each function is made once, and optimised before it is used for the next.
/// </remarks>
internal sealed class CompilerPipeline
{
    /// <summary>What can be built so far; the front end refuses the rest.</summary>
    public const Product Supported =
        Product.Value | Product.Gradient | Product.HessianVectorProduct | Product.HessianVectorProducts | Product.Hessian | Product.SparseHessian | Product.HessianDiagonal | Product.Batch | Product.Objective;

    /// <summary>What can be built for many instances at once.</summary>
    public const Product Batchable = Product.Value | Product.Gradient | Product.HessianVectorProduct | Product.Hessian | Product.HessianDiagonal;

    /// <summary>The products of a method share what they are derived from. Keyed by identity and weak: a method edited or gone takes its entry with it.</summary>
    private static readonly ConditionalWeakTable<MethodSource, CompilerPipeline> Pipelines = new();

    private readonly MethodSource source;
    private readonly Licence licence;
    private readonly ConcurrentDictionary<Product, Function> batches = new();
    private Function? primal, gradient, plainGradient, product, products;
    private HessianPlan? hessian, diagonal;
    private Tuple<HessianPlan?, string>? sparse;
    private Tuple<SumSource?, string?>? sum;

    private CompilerPipeline(MethodSource source) => (this.source, licence) = (source, source.IsStrict ? Licences.Strict : Licences.Default);

    /// <summary>Generates the file of one product; of an objective also those of its private members.</summary>
    /// <exception cref="CompilerException">A stage could not go on.</exception>
    public static IReadOnlyList<GeneratedFile> Compile(MethodSource source, Product product, CancellationToken cancellation)
    {
        if (product != Product.Objective) return [Member(source, product, cancellation)];
        SumSource? sum = SumOf(source, cancellation).Sum;
        return [ObjectiveEmitter.Emit(source, sum), .. sum is null ? [] : sum.Members.Select(m => Member(m.Source, m.Product, cancellation))];
    }

    private static GeneratedFile Member(MethodSource source, Product product, CancellationToken cancellation)
    {
        CompilerPipeline pipeline = For(source);
        if (product == Product.HessianVectorProducts) return ProductsMember.Emit(source, Lowered(Product.HessianVectorProducts), Lowered(Product.HessianVectorProduct));
        Kernel kernel = Lowered(product);
        string? strategy = (product & ~Product.Batch) switch
        {
            Product.Hessian => pipeline.hessian!.Explanation,
            Product.HessianDiagonal => pipeline.diagonal!.Explanation,
            Product.SparseHessian => pipeline.sparse!.Item1!.Explanation,
            _ => null,
        };
        return Emitter.Emit(source, product, kernel, strategy);

        Kernel Lowered(Product kind) => Lower.Run(pipeline.Of(kind, cancellation), lanes: !source.IsStrict);
    }

    /// <summary>The optimised IR of one product.</summary>
    public static Function Derive(MethodSource source, Product product, CancellationToken cancellation) =>
        For(source).Of(product, cancellation);

    /// <summary>Why there is no such derivative of the method; null where there is one.</summary>
    public static string? Obstacle(MethodSource source, Product product, CancellationToken cancellation)
    {
        if (product != Product.SparseHessian) return null;
        (HessianPlan? plan, string reason) = For(source).Sparse(cancellation);
        return plan is null ? reason : null;
    }

    /// <summary>The method as a sum of terms and a remainder; null where it is none, and why. Strict methods are none: the order of their sums is fixed.</summary>
    public static (SumSource? Sum, string? Reason) SumOf(MethodSource source, CancellationToken cancellation)
    {
        if (source.IsStrict) return (null, "strict floating point");
        if (source.Declaration.Parameters.Any(p => p is { IsVariable: true, HasShape: true })) return (null, "the objective holds a copy of a variable that has a shape");
        CompilerPipeline pipeline = For(source);
        (SumSource? sum, string? reason) = pipeline.sum ??= pipeline.Split(cancellation);
        return (sum, reason);
    }

    private Tuple<SumSource?, string?> Split(CancellationToken cancellation)
    {
        (Sum? found, string? reason) = Sum.Of(Of(Product.Value, cancellation));
        return new(found is null ? null : SumSource.Of(source, found.Terms, found.Remainder, found.Count), reason);
    }

    /// <summary>True where the second derivatives are zero wherever they exist: the method is linear, or made of linear pieces.</summary>
    public static bool IsPiecewiseLinear(MethodSource source, CancellationToken cancellation)
    {
        Function product = Derive(source, Product.HessianVectorProduct, cancellation);
        Ir.Buffer output = product.Parameters.OfType<BufferParameter>().Single(p => p.Role == ParameterRole.Product).Buffer;
        return !Writes(product.Body);

        bool Writes(Block block) => block.Statements.Any(s =>
            s is Accumulate sum && sum.Buffer == output || s is Store store && store.Buffer == output && !(store.Operand is { IsConstant: true, Float: 0 }) || s.Blocks.Any(Writes));
    }

    private static CompilerPipeline For(MethodSource source) => Pipelines.GetValue(source, s => new(s));

    private Function Of(Product kind, CancellationToken cancellation) => kind switch
    {
        Product.Value => primal ??= Optimized(source.Primal, cancellation),
        Product.Gradient => gradient ??= Optimized(Vjp.Run(Homes.Run(Of(Product.Value, cancellation))), cancellation),
        Product.HessianVectorProduct => product ??= Optimized(Outputs.KeepOnly(Jvp.Run(Of(Product.Gradient, cancellation)), ParameterRole.Product), cancellation),
        Product.HessianVectorProducts => products ??= Optimized(Outputs.KeepOnly(Jvp.Run(Of(Product.Gradient, cancellation), ProductsMember.Several), ParameterRole.Product), cancellation),
        Product.Hessian => (hessian ??= Optimized(HessianPlan.Of(PlainGradient(cancellation), () => Of(Product.HessianVectorProduct, cancellation), source.Strategy), cancellation)).Function,
        Product.SparseHessian => Sparse(cancellation).Item1!.Function,
        Product.HessianDiagonal => (diagonal ??= Optimized(HessianPlan.OfDiagonal(Of(Product.Value, cancellation), PlainGradient(cancellation), () => Of(Product.HessianVectorProduct, cancellation), source.Strategy), cancellation)).Function,
        _ when (kind & Product.Batch) != 0 => Batch(kind, cancellation),
        _ => throw new CompilerException(nameof(CompilerPipeline), $"there is no way to build {kind} yet"),
    };

    /// <summary>The gradient whose values come from what they are computed from, not from a tape: linear forms are read off it.</summary>
    private Function PlainGradient(CancellationToken cancellation)
    {
        Function value = Of(Product.Value, cancellation);
        return plainGradient ??= ReferenceEquals(Homes.Run(value), value) ? Of(Product.Gradient, cancellation) : Optimized(Vjp.Run(value), cancellation);
    }

    private Tuple<HessianPlan?, string> Sparse(CancellationToken cancellation)
    {
        if (sparse is not null) return sparse;
        HessianPlan? plan = ElementHessian.Bands(PlainGradient(cancellation), out string reason);
        return sparse = new(plan is null ? null : Optimized(plan, cancellation), reason);
    }

    private Function Batch(Product kind, CancellationToken cancellation)
    {
        if (batches.TryGetValue(kind, out Function? known)) return known;
        HashSet<string> own = [.. source.Declaration.Parameters.Where(p => p.IsOwn).SelectMany(p => p.Parts)];
        return batches[kind] = Optimized(Instances.Run(Of(kind & ~Product.Batch, cancellation), p => own.Contains(p.Name)), cancellation);
    }

    private HessianPlan Optimized(HessianPlan plan, CancellationToken cancellation) => plan with { Function = Optimized(plan.Function, cancellation) };

    private Function Optimized(Function function, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return OptimizationPipeline.Run(function, licence);
    }
}
