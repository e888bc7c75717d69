using System.Runtime.CompilerServices;
using HessianGen.Compiler.Differentiation;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using HessianGen.Compiler.Tests.Language;
using HessianGen.Testing.Snapshots;

namespace HessianGen.Compiler.Tests.Pipeline;

/// <summary>What each stage makes of one function, as text to read: a fit in which an element of a local array is overwritten.</summary>
public sealed class PipelineDumpTests
{
    // sum = Σᵢ (state[0]·x[i] − y[i])²   with   state[0] = tanh(w[0]),  state[0] ← state[0] + w[1]·x[i]
    private const string Fit = """
        function Fit(@0.w : f64[%0.w.Length : i32] "w" variable, @1.x : f64[%1.x.Length : i32] "x", @2.y : f64[%2.y.Length : i32] "y")
            alloc @3.state : f64[1:i32]                                  // +2
            %3 = @0.w[0:i32]                                             // +3
            %4 = tanh %3                                                 // +3
            @3.state[0:i32] = %4                                         // +3
            %14 = for %5.i in 0:i32..%1.x.Length carrying (%6.sum = 0)   // +4
                %7 = @3.state[0:i32]                                     // +5
                %8 = @1.x[%5.i]                                          // +5
                %9 = mul %7 %8                                           // +5
                %10 = @2.y[%5.i]                                         // +5
                %11.error = sub %9 %10                                   // +5
                %12 = mul %11.error %11.error                            // +6
                %13.sum = add %6.sum %12                                 // +6
                %15 = @0.w[1:i32]                                        // +7
                %16 = mul %15 %8                                         // +7
                %17 = add %7 %16                                         // +7
                @3.state[0:i32] = %17                                    // +7
                yields %13.sum
            yields %14
        """;

    private static Function Primal => Optimized(IrParser.Parse(Fit));

    private static Function Gradient => Optimized(Vjp.Run(Primal));

    [Fact]
    public void Primal_AsTheFrontEndWritesIt() => Match(IrParser.Parse(Fit));

    [Fact]
    public void Primal_Optimized() => Match(Primal);

    [Fact]
    public void Gradient_AsReverseModeWritesIt() => Match(Vjp.Run(Primal));

    [Fact]
    public void Gradient_Optimized() => Match(Gradient);

    [Fact]
    public void HessianVectorProduct_Optimized() => Match(Optimized(Outputs.KeepOnly(Jvp.Run(Gradient), ParameterRole.Product)));

    [Fact]
    public void Gradient_OfManyInstances() => Match(Optimized(Instances.Run(Gradient, p => p.Name != "x")));

    [Fact]
    public void NoSnapshot_IsAnOrphan() => Assert.Empty(Snapshot.Orphans(typeof(PipelineDumpTests).Assembly));

    private static Function Optimized(Function function) => OptimizationPipeline.Run(function, Licences.Default);

    private void Match(Function function, [CallerMemberName] string test = "") =>
        Snapshot.Match(this, IrPrinter.Print(IrVerifier.Verify(function, test)), method: test);
}
