using System.Reflection;
using HessianGen.Generator;
using Microsoft.CodeAnalysis;

namespace HessianGen.Fuzz.Checking;

/// <summary>The translation of a method, run by the interpreter of the IR.</summary>
/// <remarks>Both are internal to the generator and are reached by their names; one that is renamed throws here.</remarks>
internal sealed class Interpretation
{
    private static readonly MethodInfo Parse = Entry("HessianGen.Generator.Frontend.MethodParser", "Parse");
    private static readonly MethodInfo Verify = Entry("HessianGen.Compiler.Ir.IrVerifier", "Verify");
    private static readonly MethodInfo Execute = Entry("HessianGen.Compiler.Ir.Interpreter", "Run");

    private readonly object function;

    private Interpretation(object function) => this.function = function;

    /// <summary>The verified translation of a method, or null where it is refused.</summary>
    public static Interpretation? Of(IMethodSymbol method, Compilation compilation)
    {
        object parsed = Call(Parse, method, method.GetAttributes()[0], compilation, CancellationToken.None);
        return Get(parsed, "Source") is { } source ? new(Call(Verify, Get(source, "Primal")!, nameof(Verify))) : null;
    }

    /// <summary>What the translated method returns.</summary>
    /// <param name="parts">The arguments as the compiler sees them.</param>
    public double Run(object[] parts)
    {
        object run = Call(Execute, function, parts, 100_000_000L);
        return Convert.ToDouble(((System.Collections.IEnumerable)Get(run, "Results")!).Cast<object>().First(), null);
    }

    private static object Call(MethodInfo method, params object?[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static object? Get(object of, string property) => of.GetType().GetProperty(property)!.GetValue(of);

    private static MethodInfo Entry(string type, string method) =>
        typeof(DerivativeGenerator).Assembly.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!;
}
