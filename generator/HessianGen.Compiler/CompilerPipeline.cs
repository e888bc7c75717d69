using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;
using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler;

/// <summary>From the front end's IR to the text of one member; the only file that names every stage.</summary>
internal static class CompilerPipeline
{
    /// <summary>What can be built so far; the front end refuses the rest.</summary>
    public const Product Supported =
        Product.Value | Product.Gradient | Product.HessianVectorProduct | Product.Hessian | Product.HessianDiagonal | Product.Objective;

    /// <summary>Generates the file of one product.</summary>
    /// <exception cref="CompilerException">A stage could not go on.</exception>
    public static GeneratedFile Compile(MethodSource source, Product product, CancellationToken cancellation)
    {
        if (product == Product.Objective) return ObjectiveEmitter.Emit(source);
        Function function = Derive(source, product, cancellation);
        return Emitter.Emit(source, product, Lower.Run(function));
    }

    /// <summary>The optimised IR of one product.</summary>
    public static Function Derive(MethodSource source, Product product, CancellationToken cancellation)
    {
        Licence licence = source.IsStrict ? Licence.None : Licences.Default;
        Function primal = Optimized(source.Primal);
        return product switch
        {
            Product.Value => primal,
            Product.Gradient => Gradient(),
            Product.HessianVectorProduct => HessianVectorProduct(Gradient()),
            Product.HessianDiagonal => Optimized(SecondOrder.HessianDiagonal(primal, HessianVectorProduct(Gradient()))),
            Product.Hessian => Hessian(Gradient()),
            _ => throw new CompilerException(nameof(CompilerPipeline), $"there is no way to build {product} yet"),
        };

        Function Gradient() => Optimized(Vjp.Run(primal));

        Function HessianVectorProduct(Function gradient) => Optimized(Outputs.KeepOnly(Jvp.Run(gradient), ParameterRole.Product));

        Function Hessian(Function gradient) => Optimized(SecondOrder.Hessian(gradient, HessianVectorProduct(gradient)));

        Function Optimized(Function function)
        {
            cancellation.ThrowIfCancellationRequested();
            return OptimizationPipeline.Run(function, licence);
        }
    }
}
