using HessianGen.Compiler;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;

namespace HessianGen.Generator.Model;

/// <summary>One product of one method.</summary>
/// <remarks>The key of the Compile step: equal requests are compiled once. The locus takes no part in equality.</remarks>
internal sealed record ProductRequest(MethodSource Source, Product Product, Locus Locus)
{
    private static readonly Product[] SecondOrder = [Product.HessianVectorProduct, Product.Hessian, Product.HessianDiagonal];

    /// <summary>The generated files, or the diagnostic of the stage that failed.</summary>
    public CompiledProduct Compile(CancellationToken cancellation)
    {
        try
        {
            if (CompilerPipeline.Obstacle(Source, Product, cancellation) is { } obstacle) return new(EquatableArray<GeneratedFile>.Empty, Source.MustBeSparse ? NotSparse(obstacle) : null);
            return new(CompilerPipeline.Compile(Source, Product, cancellation).ToEquatableArray(), null, Remark(cancellation));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            string reason = failure is CompilerException { Pass: var pass } ? $"{pass}: {failure.Message}" : $"{failure.GetType().Name}: {failure.Message}";
            EquatableArray<string> arguments = new([Source.Declaration.Name, Product.ToString(), reason]);
            return new(EquatableArray<GeneratedFile>.Empty, new(Descriptors.Internal.Id, Locus.Location, arguments));
        }
    }

    private DiagnosticModel NotSparse(string obstacle) => new(Descriptors.NotSparse.Id, Locus.Location, new([Source.Declaration.Name, obstacle]));

    /// <summary>Says once for a method that its second derivatives are zero.</summary>
    private DiagnosticModel? Remark(CancellationToken cancellation)
    {
        Product first = SecondOrder.FirstOrDefault(p => (Source.Products & p) != 0);
        bool isZero = first != Product.None && Product == first && CompilerPipeline.IsPiecewiseLinear(Source, cancellation);
        return isZero ? new(Descriptors.ZeroSecondDerivative.Id, Locus.Location, new([Source.Declaration.Name])) : null;
    }
}
