using HessianGen.Testing.Subjects;

namespace HessianGen.Testing.Generation;

/// <summary>The members for batches that a generator made of one method, called with boxed arguments and plain arrays for spans.</summary>
public sealed class BatchMembers
{
    private const string Shim = "BatchShim";

    private readonly Dictionary<ProductMember, Action<int, int, object[], double[][]>> _members;

    private BatchMembers(GeneratorOutcome outcome, SubjectMethod method)
    {
        outcome.RequireAccepted();
        Method = method;
        ProductMember[] products = [.. ProductMember.Rows.Where(row => method.Products.HasFlag(row.Product))];
        string text = $$"""
            using System;
            using HessianGen.Testing.Generation;

            internal static class {{Shim}}
            {
            {{string.Join("\n", products.Select(Caller))}}
            }
            """;
        Type type = outcome.Load(text).GetType(Shim)!;
        _members = products.ToDictionary(row => row, row => type.GetMethod(row.Suffix)!.CreateDelegate<Action<int, int, object[], double[][]>>());
    }

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>The products of which there are batches.</summary>
    public IEnumerable<ProductMember> Products => _members.Keys;

    /// <summary>Compiles calls of all members for batches; one that is missing fails here.</summary>
    public static BatchMembers Of(GeneratorOutcome outcome) => new(outcome, SubjectMethod.In(outcome.Compilation));

    /// <summary>Calls one member.</summary>
    /// <param name="arguments">In rows where each instance has its own.</param>
    public void Call(ProductMember member, int count, int stride, object[] arguments, params double[][] spans) => _members[member](count, stride, arguments, spans);

    private string Caller(ProductMember member)
    {
        bool isSingle = Method.Element == "float";
        ProductSpan[] spans = [.. member.BatchSpans];
        IEnumerable<string> arguments = Method.Parameters.Select((parameter, k) => parameter.IsOwn ? $"({parameter.Element}[])a[{k}]!" : parameter.Unboxed($"a[{k}]!"));
        IEnumerable<string> own = spans.Select((_, k) => isSingle ? $"s{k}" : $"s[{k}]");
        return $$"""
                public static void {{member.Suffix}}(int count, int stride, object[] a, double[][] s)
                {
                    {{string.Join(" ", spans.Select((_, k) => isSingle ? $"Span<float> s{k} = Singles.Narrow({k}, s[{k}]);" : ""))}}
                    {{Method.Type}}.{{Method.Name}}{{member.Suffix}}Batch({{string.Join(", ", new[] { "count", "stride" }.Concat(arguments).Concat(own))}});
                    {{string.Join(" ", spans.Select((span, k) => isSingle && !span.IsInput ? $"Singles.Widen(s{k}, s[{k}]);" : ""))}}
                }
            """;
    }
}
