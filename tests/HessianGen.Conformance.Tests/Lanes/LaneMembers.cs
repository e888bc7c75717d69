using System.Reflection;
using HessianGen.Testing;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>The generated members of a row, called with boxed arguments: from an assembly that is compiled once, for this process and others.</summary>
internal sealed class LaneMembers
{
    private const string Shim = "LaneShim";

    private readonly Dictionary<ProductMember, Func<object[], double[][], double>> callers;

    public LaneMembers(LaneRow row, SubjectMethod method, byte[] image)
    {
        Method = method;
        Type type = Assembly.Load(image).GetType(Shim)!;
        callers = row.Members.ToDictionary(member => member, member => type.GetMethod(member.Suffix)!.CreateDelegate<Func<object[], double[][], double>>());
    }

    public SubjectMethod Method { get; }

    /// <summary>Calls one member and returns what it returns, or 0. The arguments are handed over as they are.</summary>
    public double Call(ProductMember member, object[] arguments, params double[][] spans) => callers[member](arguments, spans);

    /// <summary>The assembly with the members and their callers.</summary>
    public static byte[] Image(LaneRow row, CSharpCompilation compilation)
    {
        SubjectMethod method = SubjectMethod.In(compilation);
        string callers = string.Join("\n", row.Members.Select(member => Caller(method, member)));
        using MemoryStream image = new();
        var result = compilation.WithAssemblyName(row.Name)
            .AddSyntaxTrees(InMemory.Parse($"internal static class {Shim}\n{{\n{callers}\n}}\n", Shim + ".cs")).Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new HarnessException(InMemory.Report($"{row} does not compile.", result.Diagnostics, Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }

    private static string Caller(SubjectMethod method, ProductMember member)
    {
        const string singles = "HessianGen.Testing.Generation.Singles";
        bool isSingle = method.Element == "float";
        int[] spans = [.. Enumerable.Range(0, member.Spans.Length)];
        return $$"""
            public static double {{member.Suffix}}(object[] a, double[][] s)
            {
                {{string.Concat(spans.Select(k => isSingle ? $"System.Span<float> s{k} = {singles}.Narrow({k}, s[{k}]);" : $"System.Span<double> s{k} = s[{k}];"))}}
                double value = 0;
                try
                {
                    {{(member.ReturnsValue ? "value = " : "")}}{{method.Type}}.{{method.Name}}{{member.Suffix}}({{string.Join(", ", spans.Select(k => $"s{k}").Prepend(method.ArgumentList("a")))}});
                }
                finally
                {
                    {{string.Concat(spans.Select(k => isSingle && !member.Spans[k].IsInput ? $"{singles}.Widen(s{k}, s[{k}]);" : ""))}}
                }

                return value;
            }
            """;
    }
}
