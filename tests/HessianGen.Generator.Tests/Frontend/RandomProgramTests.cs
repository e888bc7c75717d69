using System.Reflection;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Tests.Frontend;

/// <summary>Random methods mean the same translated and compiled.</summary>
public sealed class RandomProgramTests
{
    private const int Count = 150;

    private static readonly object[][] Arguments =
    [
        [0.5, -0.25, new[] { 0.1, 0.7, -0.3 }, 2, true],
        [1.5, 0.75, new[] { 0.9 }, -1, false],
        [-0.5, 3.0, Array.Empty<double>(), 4, true],
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2000)]
    public void RandomProgramsMeanTheSame(int first)
    {
        // Not every random text is C#: definite assignment and constant conditions are not looked after.
        int[] seeds = [.. Enumerable.Range(first, Count).Where(seed => !HasErrors(Compile([seed])))];
        Assert.True(seeds.Length > Count / 2, $"Only {seeds.Length} of {Count} random methods compile.");
        CSharpCompilation compilation = Compile(seeds);
        Type compiled = InMemory.Load(compilation).GetType("Callers")!;
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        IMethodSymbol[] methods = [.. compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0).Select(m => model.GetDeclaredSymbol(m)!)];
        int accepted = methods.Count(method => Check(method, compiled.GetMethod(method.Name)!, compilation));
        Assert.True(accepted > 0.9 * methods.Length, $"Only {accepted} of {methods.Length} random methods are accepted.");
    }

    /// <summary>False where the method is refused, which a few may be.</summary>
    private static bool Check(IMethodSymbol method, MethodInfo compiled, Compilation compilation)
    {
        ParsedMethod parsed = MethodParser.Parse(method, method.GetAttributes()[0], compilation, default);
        if (parsed.Source is null) return false;
        Function function = IrVerifier.Verify(parsed.Source.Primal);
        Func<object[], double> run = compiled.CreateDelegate<Func<object[], double>>();
        foreach (object[] arguments in Arguments)
        {
            object expected = Outcome(() => run(Copy(arguments))), actual = Outcome(() => (double)Interpreter.Run(function, Copy(arguments)).Results[0]);
            bool agrees = expected.Equals(actual) || expected is double x && actual is double y && Math.Abs(x - y) <= 1e-9 * (1 + Math.Abs(x));
            Assert.True(agrees, $"{expected} became {actual}:\n{RandomProgram.Method(int.Parse(method.Name[1..]))}");
        }

        return true;
    }

    private static bool HasErrors(CSharpCompilation compilation) => compilation.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation Compile(IEnumerable<int> seeds) => InMemory.Compile(
        $$"""
        using System;
        using HessianGen;
        public static partial class Programs
        {
            {{RandomProgram.Helpers}}
            {{string.Join("\n", seeds.Select(RandomProgram.Method))}}
        }
        """,
        $"public static class Callers {{ {string.Join("\n", seeds.Select(Caller))} }}");

    private static string Caller(int seed) => $"public static double M{seed}(object[] a) => Programs.M{seed}((double)a[0], (double)a[1], (double[])a[2], (int)a[3], (bool)a[4]);";

    private static object Outcome(Func<double> run)
    {
        try
        {
            return run();
        }
        catch (Exception failure)
        {
            return failure.GetType();
        }
    }

    private static object[] Copy(object[] list) => [.. list.Select(argument => argument is Array array ? array.Clone() : argument)];
}
