using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;

namespace HessianGen.Testing.Generation;

/// <summary>Writes the C# that calls generated members: spans cannot be boxed, so compiled code must make them.</summary>
internal sealed class MembersShim(SubjectMethod method)
{
    public const string Name = "MembersShim";

    /// <summary>The name of the factory of the objective, and the last part of the objective's own.</summary>
    public const string Objective = "Objective";

    private bool IsSingle => method.Element == "float";

    public string Text(IEnumerable<ProductMember> products, IMethodSymbol? objective) => $$"""
        using System;
        using HessianGen.Testing.Generation;

        internal static class {{Name}}
        {
        {{string.Join("\n", products.Select(Caller))}}
        {{(objective is null ? "" : Factory(objective))}}
        }
        """;

    private string Caller(ProductMember member) => $$"""
            public static double {{member.Suffix}}(object[] a, double[][] s)
            {
                {{Lines(member, IsSingle, (k, _) => $"Span<float> s{k} = Singles.Narrow({k}, s[{k}]);")}}
                try
                {
                    {{Call(member)}}
                }
                finally
                {
                    {{Lines(member, IsSingle, (k, span) => span.IsInput ? "" : $"Singles.Widen(s{k}, s[{k}]);")}}
                }
            }
        """;

    private string Call(ProductMember member)
    {
        IEnumerable<string> arguments = method.Parameters.Select((parameter, k) => parameter.Unboxed($"a[{k}]!"))
            .Concat(member.Spans.Select((_, k) => IsSingle ? $"s{k}" : $"s[{k}]"));
        string call = $"{method.Type}.{method.Name}{member.Suffix}({string.Join(", ", arguments)});";
        return member.ReturnsValue ? $"return {call}" : $"{call} return 0;";
    }

    private string Factory(IMethodSymbol constructor) => $$"""
            public static HessianGen.IObjective {{Objective}}(object[] a) =>
                new {{constructor.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}}({{string.Join(", ", constructor.Parameters.Select(Bound))}});
        """;

    /// <summary>An argument of the constructor: the method's own of that name, or the length of one.</summary>
    private string Bound(IParameterSymbol symbol)
    {
        for (int k = 0; k < method.Parameters.Count; k++)
        {
            SubjectParameter parameter = method.Parameters[k];
            if (symbol.Name == parameter.Name)
            {
                return parameter.Unboxed($"a[{k}]!");
            }
        }

        // Of a variable that has a shape the extents are bound, or the lengths of the rows, under the names that generated code gives them.
        foreach ((SubjectParameter parameter, int k) in method.Parameters.Select((p, k) => (p, k)).Where(pair => pair.p.IsVariable))
        {
            string array = parameter.Unboxed($"a[{k}]!");
            string? bound = (parameter.Shape, symbol.Name.Replace(parameter.Name, "", StringComparison.Ordinal)) switch
            {
                (ParameterShape.Rectangular, "Rows") => $"({array}).GetLength(0)",
                (ParameterShape.Rectangular, "Columns") => $"({array}).GetLength(1)",
                (ParameterShape.Rectangular, ['E', 'x', 't', 'e', 'n', 't', char dimension]) => $"({array}).GetLength({dimension})",
                (ParameterShape.Jagged, "Lengths") when symbol.Type is IArrayTypeSymbol { ElementType: IArrayTypeSymbol } =>
                    $"System.Array.ConvertAll({array}, rows => System.Array.ConvertAll(rows, row => row.Length))",
                (ParameterShape.Jagged, "Lengths") => $"System.Array.ConvertAll({array}, row => row.Length)",
                _ => null,
            };
            if (bound is not null)
            {
                return bound;
            }
        }

        // Of a variable span only the length is bound, under a name that has the span's in it.
        for (int k = 0; k < method.Parameters.Count; k++)
        {
            SubjectParameter parameter = method.Parameters[k];
            if (parameter.IsVariable && parameter.Brackets.Length == 0 && symbol.Type.SpecialType == SpecialType.System_Int32
                && symbol.Name.Contains(parameter.Name, StringComparison.OrdinalIgnoreCase))
            {
                return $"(({parameter.Element}[])a[{k}]!).Length";
            }
        }

        throw new HarnessException($"The objective asks for '{symbol.Name}', which is neither a parameter of {method.Name} nor the length of one.");
    }

    private static string Lines(ProductMember member, bool wanted, Func<int, ProductSpan, string> line) =>
        wanted ? string.Join(" ", member.Spans.Select((span, k) => line(k, span))) : "";
}
