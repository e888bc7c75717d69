using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Prints the member that multiplies the Hessian with many vectors: several at once, and one after another what is left.</summary>
internal static class ProductsMember
{
    /// <summary>How many directions share one evaluation: more would not find their tangents in registers.</summary>
    public const int Several = 4;

    private const string Suffix = "HessianVectorProducts", Together = "Of4", Alone = "Of1", Runtime = "global::HessianGen.Runtime.";

    /// <param name="several">The products of <see cref="Several"/> directions.</param>
    /// <param name="one">The product of one.</param>
    public static GeneratedFile Emit(MethodSource source, Kernel several, Kernel one) => TypeWriter.File(
        source.Declaration,
        Suffix,
        writer =>
        {
            Write(writer, source, several);
            WriteKernel(writer, source, several, Together, "The products of four directions with the Hessian.");
            WriteKernel(writer, source, one, Alone, "The product of one direction with the Hessian.");
        },
        hasLanes: several.Wide is not null || one.Wide is not null);

    private static void Write(CodeWriter writer, MethodSource source, Kernel several)
    {
        MethodDeclaration declaration = source.Declaration;
        HashSet<string> taken = [.. declaration.Parameters.SelectMany(p => p.Parts).Concat(declaration.Parameters.Select(p => p.Name)).Concat(declaration.TakenNames)];
        string count = New("count"), directions = New("directions"), products = New("products"), n = New("n"), at = New("at"), end = New("end"), element = declaration.Element.Keyword();
        Documentation.Write(writer, source, MemberShape.Of(Product.HessianVectorProducts), several, PrimalNotation.Of(source.Primal),
        [
            (count, "How many directions there are."),
            (directions, "The vectors to multiply with, one after another; length count·n."),
            (products, "Overwritten with the products, one after another; length count·n."),
        ]);
        writer.Line(TypeWriter.GeneratedCode);
        string[] own = [$"int {count}", $"global::System.ReadOnlySpan<{element}> {directions}", $"global::System.Span<{element}> {products}"];
        Emitter.WriteSignature(writer, $"{declaration.Accessibility} static void {declaration.Name}{Suffix}(", [.. declaration.Parameters.Select(Emitter.Parameter), .. own]);
        writer.Open();
        if (declaration.Parameters.Any(p => p is { IsVariable: true, HasShape: true })) ShapedParameters.Write(writer, declaration, taken);
        writer.Line($"{Runtime}Require.Count({count}, {CSharpLiteral.Text(count)});");
        writer.Line($"int {n} = {Dimension(declaration)};");
        foreach (string array in new[] { directions, products }) writer.Line($"{Runtime}Require.Length({array}.Length, (long){count} * {n}, {CSharpLiteral.Text(array)});");
        foreach (string input in declaration.Parameters.Where(p => p.Form is ParameterForm.Span or ParameterForm.Array && p.Element == declaration.Element).Select(p => p.Name).Append(directions))
        {
            writer.Line($"{Runtime}Require.NoOverlap<{element}>({products}, {CSharpName.Escaped(input)}, {CSharpLiteral.Text(products)}, {CSharpLiteral.Text(input)});");
        }

        string arguments = string.Concat(declaration.Parameters.Select(p => CSharpName.Escaped(p.Name) + ", "));
        string Slice(string array, int k) => $"{array}.Slice({at}{(k == 0 ? "" : k == 1 ? $" + {n}" : $" + {k} * {n}")}, {n})";
        string Call(string kernel, int vectors) => $"{CSharpName.Escaped(declaration.Name + Suffix + kernel)}({arguments}{string.Join(", ", new[] { directions, products }.SelectMany(array => Enumerable.Range(0, vectors).Select(k => Slice(array, k))))});";
        writer.Line();
        writer.Line($"int {at} = 0, {end} = {count} * {n};");
        writer.Line($"for (; {n} > 0 && ({end} - {at}) / {Several} >= {n}; {at} += {Several} * {n})");
        writer.Open();
        writer.Line(Call(Together, Several));
        writer.Close();
        writer.Line();
        writer.Line($"for (; {at} < {end}; {at} += {n})");
        writer.Open();
        writer.Line(Call(Alone, 1));
        writer.Close();
        writer.Close();

        string New(string name)
        {
            string unique = CSharpName.Unique(name, taken.Contains);
            taken.Add(unique);
            return unique;
        }
    }

    /// <summary>The number of independent variables.</summary>
    private static string Dimension(MethodDeclaration declaration)
    {
        IEnumerable<string> lengths = declaration.Parameters.Where(p => p is { IsVariable: true, IsScalar: false }).Select(p => CSharpName.Escaped(p.Parts[0]) + ".Length");
        int scalars = declaration.Parameters.Count(p => p is { IsVariable: true, IsScalar: true });
        return string.Join(" + ", scalars == 0 ? lengths : lengths.Append(FormattableString.Invariant($"{scalars}")));
    }

    private static void WriteKernel(CodeWriter writer, MethodSource source, Kernel kernel, string suffix, string summary)
    {
        writer.Line();
        MethodDeclaration declaration = source.Declaration with { Accessibility = "private", Summary = summary };
        Emitter.Write(writer, source with { Declaration = declaration }, MemberShape.Of(Product.HessianVectorProduct) with { Suffix = Suffix + suffix }, kernel);
    }
}
