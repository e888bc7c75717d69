using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>Writes members for any method that ask the oracle: right by construction, so what rejects them is wrong itself.</summary>
/// <param name="method">The method.</param>
/// <param name="owner">The type that holds it.</param>
/// <param name="answers">The name under which <see cref="AppContext"/> has the function that computes: arguments, member, direction -> outputs and value.</param>
internal sealed class OracleMembers(SubjectMethod method, INamedTypeSymbol owner, string answers)
{
    private SubjectParameter[] Variables => [.. method.Parameters.Where(parameter => parameter.IsVariable)];

    private SubjectParameter[] Data => [.. method.Parameters.Where(parameter => !parameter.IsVariable)];

    public string Text()
    {
        INamedTypeSymbol[] types = [.. Around(owner)];
        return $$"""
            #nullable enable
            #pragma warning disable CS0219, CS1591
            using System;
            using System.Linq;
            using HessianGen.Runtime;

            namespace {{owner.ContainingNamespace}};

            {{string.Concat(types.Select(type => $"partial {(type.IsValueType ? "struct" : "class")} {type.Name} {{ "))}}
                private static T[,] Shaped<T>(T[] values, int rows, int columns)
                {
                    T[,] array = new T[rows, columns];
                    for (int k = 0; k < values.Length; k++) array[k / columns, k % columns] = values[k];
                    return array;
                }

                private static T[,,] Shaped<T>(T[] values, int planes, int rows, int columns)
                {
                    T[,,] array = new T[planes, rows, columns];
                    for (int k = 0; k < values.Length; k++) array[k / (rows * columns), k / columns % rows, k % columns] = values[k];
                    return array;
                }

                private static T[][] Shaped<T>(T[] values, int[] lengths) =>
                    [.. lengths.Select((length, row) => values.AsSpan(lengths.Take(row).Sum(), length).ToArray())];

                private static double[][] Ask(string member, double[] direction, params object[] arguments) =>
                    ((Func<object[], string, double[], double[][]>)AppContext.GetData("{{answers}}")!)(arguments, member, direction);

            {{string.Join("\n", ProductMember.Rows.Select(Member))}}
            {{Objective()}}
            {{new string('}', types.Length)}}

            """;
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol? type) => type is null ? [] : [.. Around(type.ContainingType), type];

    private string Member(ProductMember member)
    {
        string spans = string.Concat(member.Spans.Select(span => $", {(span.IsInput ? "ReadOnlySpan" : "Span")}<{method.Element}> {NameOf(span)}"));
        string direction = member.Spans.Any(span => span.IsInput) ? "direction" : $"default(ReadOnlySpan<{method.Element}>)";
        return $$"""
                public static {{(member.ReturnsValue ? method.Element : "void")}} {{method.Name}}{{member.Suffix}}({{Declared}}{{spans}})
                {
                    int size_ = {{string.Join(" + ", Variables.Select(Count))}};
                    {{string.Join(" ", member.Spans.Select(span => $"Require.Length({NameOf(span)}.Length, {(span.Order == 1 ? "size_" : "size_ * size_")}, \"{NameOf(span)}\");"))}}
                    double[][] answer = Ask("{{member.Suffix}}", Array.ConvertAll({{direction}}.ToArray(), x => (double)x), {{string.Join(", ", method.Parameters.Select(Boxed))}});
                    {{string.Join(" ", member.Spans.Select((span, k) => span.IsInput ? "" : $"Array.ConvertAll(answer[{k}], x => ({method.Element})x).CopyTo({NameOf(span)});"))}}
                    {{(member.ReturnsValue ? $"return ({method.Element})answer[^1][0];" : "")}}
                }
            """;
    }

    private string Objective()
    {
        IEnumerable<string> data = Data.Select(p => p.Shape switch
        {
            ParameterShape.Scalar => $"{p.Element} @{p.Name}",
            _ when HasShape(p) => $"{p.Element}{p.Brackets} @{p.Name}",
            _ => $"ReadOnlyMemory<{p.Element}> @{p.Name}",
        });
        string[] bound = [.. data, .. Spans.Where(HasShape).SelectMany(p => Extents(p).Select(extent => $"{(p.Shape == ParameterShape.Jagged ? "int[]" : "int")} {extent}")),
            .. Spans.Length > 1 ? Spans.Where(p => !HasShape(p)).Select(p => $"int {p.Name}Length") : []];
        return $$"""
                public sealed class {{method.Name}}Objective({{string.Join(", ", bound)}})
                    : global::HessianGen.IHessianObjective, global::HessianGen.IHessianVectorObjective, global::HessianGen.IDiagonalObjective
                {
                    public int? Dimension => {{(Spans.Length == 0 ? Variables.Length : "null")}};
            {{string.Join("\n", ProductMember.Rows.Select(ObjectiveMember))}}
                }
            """;
    }

    private string ObjectiveMember(ProductMember member)
    {
        string spans = string.Concat(member.Spans.Select(span => $", {(span.IsInput ? "ReadOnlySpan" : "Span")}<double> {span.Name}"));
        string call = $"{method.Name}{member.Suffix}({string.Join(", ", method.Parameters.Select(FromObjective).Concat(member.Spans.Select((_, k) => $"s{k}")))});";
        return $$"""
                    public {{(member.ReturnsValue ? "double" : "void")}} {{member.Suffix}}(ReadOnlySpan<double> point{{spans}})
                    {
                        {{string.Join(" ", member.Spans.Select((span, k) => $"{method.Element}[] s{k} = Array.ConvertAll({span.Name}.ToArray(), x => ({method.Element})x);"))}}
                        {{(member.ReturnsValue ? "double value = " : "")}}{{call}}
                        {{string.Join(" ", member.Spans.Select((span, k) => span.IsInput ? "" : $"Array.ConvertAll(s{k}, x => (double)x).CopyTo({span.Name});"))}}
                        {{(member.ReturnsValue ? "return value;" : "")}}
                    }
            """;
    }

    /// <summary>An argument of the method: a part of the point, or what is bound.</summary>
    private string FromObjective(SubjectParameter p) => (p.IsVariable, p.Shape) switch
    {
        (true, _) => FromPoint(p),
        (_, ParameterShape.Scalar) => "@" + p.Name,
        (_, ParameterShape.Array) => $"@{p.Name}.ToArray()",
        _ => HasShape(p) ? "@" + p.Name : $"@{p.Name}.Span",
    };

    private static bool HasShape(SubjectParameter parameter) => parameter.Shape is ParameterShape.Rectangular or ParameterShape.Jagged;

    /// <summary>What an objective must know of a variable that has a shape, under the names of the generator.</summary>
    private static string[] Extents(SubjectParameter variable) => variable.Brackets switch
    {
        "[,]" => [variable.Name + "Rows", variable.Name + "Columns"],
        "[,,]" => [.. Enumerable.Range(0, 3).Select(dimension => $"{variable.Name}Extent{dimension}")],
        _ => [variable.Name + "Lengths"],
    };

    private string NameOf(ProductSpan span) => method.Parameters.Any(parameter => parameter.Name == span.Name) ? span.Name + "_" : span.Name;

    private SubjectParameter[] Spans => [.. Variables.Where(parameter => parameter.Shape != ParameterShape.Scalar)];

    /// <summary>The part of the point that is this variable.</summary>
    private string FromPoint(SubjectParameter variable)
    {
        string start = string.Join(" + ", Variables.TakeWhile(other => other != variable).Select(Length).Prepend("0"));
        return variable.Shape == ParameterShape.Scalar
            ? $"({variable.Element})point[{start}]"
            : HasShape(variable) ? $"Shaped({Converted()}, {string.Join(", ", Extents(variable))})" : Converted();

        string Converted() => $"Array.ConvertAll(point.Slice({start}, {Length(variable)}).ToArray(), x => ({variable.Element})x)";
    }

    private string Length(SubjectParameter variable) => variable.Shape switch
    {
        ParameterShape.Scalar => "1",
        ParameterShape.Rectangular => string.Join(" * ", Extents(variable)),
        ParameterShape.Jagged => $"{Extents(variable)[0]}.Sum()",
        _ => Spans.Length > 1 ? $"{variable.Name}Length" : $"(point.Length - {Variables.Length - 1})",
    };

    private string Declared => string.Join(", ", method.Parameters.Select(p => p.Shape switch
    {
        ParameterShape.Scalar => $"{p.Element} @{p.Name}",
        ParameterShape.Array => $"{p.Element}[] @{p.Name}",
        _ => HasShape(p) ? $"{p.Element}{p.Brackets} @{p.Name}" : $"{p.Shape}<{p.Element}> @{p.Name}",
    }));

    private static string Count(SubjectParameter variable) => variable.Shape switch
    {
        ParameterShape.Scalar => "1",
        ParameterShape.Jagged => $"@{variable.Name}.Sum(row => row.Length)",
        _ => $"@{variable.Name}.Length",
    };

    private static string Boxed(SubjectParameter parameter) => parameter.Shape switch
    {
        ParameterShape.Scalar => parameter.IsEnum ? $"(int)@{parameter.Name}" : "@" + parameter.Name,
        ParameterShape.Array => $"@{parameter.Name}.Clone()",
        _ => HasShape(parameter) ? $"@{parameter.Name}.Clone()" : $"@{parameter.Name}.ToArray()",
    };
}
