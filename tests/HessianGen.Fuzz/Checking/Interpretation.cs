using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;
using Microsoft.CodeAnalysis;

namespace HessianGen.Fuzz.Checking;

/// <summary>The translation of a method, run by the interpreter of the IR.</summary>
internal sealed class Interpretation
{
    private const long StepLimit = 100_000_000;

    private readonly Function function;

    private Interpretation(Function function) => this.function = function;

    /// <summary>The verified translation of a method, or null where it is refused.</summary>
    public static Interpretation? Of(IMethodSymbol method, Compilation compilation) =>
        MethodParser.Parse(method, method.GetAttributes()[0], compilation, default).Source is { } source ? new(IrVerifier.Verify(source.Primal)) : null;

    /// <summary>What the translated method returns.</summary>
    /// <param name="parts">The arguments as the compiler sees them.</param>
    public double Run(object[] parts) => Convert.ToDouble(Interpreter.Run(function, parts, StepLimit).Results[0], null);
}
