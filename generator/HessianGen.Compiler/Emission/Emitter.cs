using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Prints one kernel as one member in one file.</summary>
internal static class Emitter
{
    private const int LongestSignature = 140;

    public static GeneratedFile Emit(MethodSource source, Product product, Kernel kernel)
    {
        MemberShape shape = MemberShape.Of(product);
        HashSet<string> names = Naming.Assign(kernel.Parameters, kernel.Body, source.Declaration.Parameters.Select(p => p.Name), source.Declaration.TakenNames);
        return TypeWriter.File(source.Declaration, shape.Suffix, writer => Write(writer, source, shape, kernel, names));
    }

    private static void Write(CodeWriter writer, MethodSource source, MemberShape shape, Kernel kernel, HashSet<string> names)
    {
        MethodDeclaration declaration = source.Declaration;
        PrimalNotation notation = PrimalNotation.Of(source.Primal);
        Documentation.Write(writer, source, shape, kernel, notation);
        writer.Line(TypeWriter.GeneratedCode);
        WriteSignature(writer, declaration, shape, kernel);
        writer.Open();
        ShapedParameters.Write(writer, declaration, names);
        LineComments comments = new(notation);
        StatementPrinter printer = new(
            writer,
            new([.. Of(declaration, ParameterForm.Enum)]),
            [.. Of(declaration, ParameterForm.Array)],
            name => declaration.Parameters.FirstOrDefault(p => p.Parts.Contains(name))?.Name ?? name,
            comments.Beside);
        printer.Print(Acts.Mark(kernel.Body, source.Primal));
        writer.Close();
    }

    /// <summary>On one line where it is not long, else with a line for each parameter.</summary>
    private static void WriteSignature(CodeWriter writer, MethodDeclaration declaration, MemberShape shape, Kernel kernel)
    {
        string result = shape.ReturnsValue ? declaration.Element.Keyword() : "void";
        string head = $"{declaration.Accessibility} static {result} {declaration.Name}{shape.Suffix}(";
        string[] parameters =
        [
            .. declaration.Parameters.Select(Parameter),
            .. kernel.Parameters.Where(p => p.Role != ParameterRole.User).Select(p => $"{MemberShape.TypeOf(p.Role, declaration.Element)} {CSharpName.Escaped(p.FinalName)}"),
        ];
        string line = $"{head}{string.Join(", ", parameters)})";
        writer.Line(line.Length <= LongestSignature ? line : head);
        for (int i = 0; i < parameters.Length && line.Length > LongestSignature; i++) writer.Line($"    {parameters[i]}{(i + 1 < parameters.Length ? "," : ")")}");
    }

    /// <summary>One of the user's parameters, as he declared it.</summary>
    public static string Parameter(ParameterDeclaration parameter) =>
        $"{(parameter.Modifier.Length > 0 ? parameter.Modifier + " " : "")}{parameter.Type} {CSharpName.Escaped(parameter.Name)}";

    private static IEnumerable<string> Of(MethodDeclaration declaration, ParameterForm form) =>
        declaration.Parameters.Where(p => p.Form == form).Select(p => p.Name);
}
