using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler;

/// <summary>A method that is a sum of terms and a remainder: its parts as methods of their own, whose members are private ones of the objective.</summary>
internal sealed record SumSource(MethodSource Terms, MethodSource Rest, MethodSource TermCount)
{
    /// <summary>What must be generated of each part: the value always, since the user's method is none of a part, and what was asked for of the derivatives.</summary>
    public IEnumerable<(MethodSource Source, Product Product)> Members =>
    [
        (TermCount, Product.Value),
        .. from product in new[] { Product.Value, Product.Gradient, Product.HessianVectorProduct }
           where product == Product.Value || (Terms.Products & product) != 0
           from part in new[] { Terms, Rest }
           select (part, product),
    ];

    public static SumSource Of(MethodSource source, Function terms, Function rest, Function count)
    {
        string name = source.Declaration.Name;
        string objective = ObjectiveEmitter.TypeName(source.Declaration);
        ScalarType element = source.Declaration.Element;
        return new(
            Part(SumPart.Terms, terms, $"{name}{{0}} of the terms from first up to last.", element),
            Part(SumPart.Rest, rest, $"{name}{{0}} without the terms.", element),
            Part(SumPart.TermCount, count, $"The number of terms of {name}.", ScalarType.I32));

        MethodSource Part(SumPart part, Function function, string summary, ScalarType result) => source with
        {
            Primal = function,
            Declaration = source.Declaration with
            {
                ContainingTypes = source.Declaration.ContainingTypes.Append(new TypeDeclaration("partial class " + objective, objective)).ToEquatableArray(),
                Name = part.ToString(),
                MemberName = part.ToString(),
                Accessibility = "private",
                Parameters = source.Declaration.Parameters.Select(AsSpan).ToEquatableArray(),
                Element = result,
                Summary = summary,
            },
        };
    }

    /// <summary>Array variables as spans, so that the objective can hand over a slice of the point: ranges are computed by several threads at once.</summary>
    private static ParameterDeclaration AsSpan(ParameterDeclaration parameter) => parameter is { IsVariable: true, Form: ParameterForm.Array }
        ? parameter with { Form = ParameterForm.Span, Type = $"global::System.ReadOnlySpan<{parameter.Element.Keyword()}>" }
        : parameter;
}
