using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Testing.Subjects;

/// <summary>The method itself, compiled unchanged and called with boxed arguments.</summary>
public sealed class PrimalFunction
{
    private readonly Func<object[], double> _value;

    private PrimalFunction(SubjectMethod method, Func<object[], double> value) => (Method, _value) = (method, value);

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>Compiles the one differentiable method of these sources.</summary>
    public static PrimalFunction Of(params string[] sources)
    {
        CSharpCompilation compilation = InMemory.Compile(sources);
        SubjectMethod method = SubjectMethod.In(compilation);
        string shim = $$"""
            internal static class PrimalShim
            {
                public static double Value(object[] a) => {{method.Type}}.{{method.Name}}({{method.ArgumentList("a")}});
            }
            """;
        Assembly assembly = InMemory.Load(compilation.AddSyntaxTrees(InMemory.Parse(shim, "PrimalShim.cs")));
        return new(method, assembly.GetType("PrimalShim")!.GetMethod("Value")!.CreateDelegate<Func<object[], double>>());
    }

    /// <summary>Calls it on these very arguments, which it may overwrite.</summary>
    public double Call(object[] arguments) => _value(arguments);

    /// <summary>The value at the arguments, which stay as they are.</summary>
    public double Value(ArgumentList arguments) => _value(arguments.Copy());

    /// <summary>The value with the variables moved to another point.</summary>
    public double Value(ArgumentList arguments, double[] point) => _value(arguments.At(point));
}
