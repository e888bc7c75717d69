using System.Globalization;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Prints one kernel as one member in one file.</summary>
internal static class Emitter
{
    private const int LongestSignature = 140;
    private const string Optimized = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    /// <param name="strategy">How the product is computed, where the product alone does not say.</param>
    public static GeneratedFile Emit(MethodSource source, Product product, Kernel kernel, string? strategy = null)
    {
        MemberShape shape = MemberShape.Of(product);
        if (strategy is not null) shape = shape.By(strategy);
        return TypeWriter.File(source.Declaration, shape.Suffix, writer => Write(writer, source, shape, kernel), hasLanes: kernel.Wide is not null);
    }

    /// <summary>Prints a kernel as a member, with the bodies for vectors and the parts of both.</summary>
    public static void Write(CodeWriter writer, MethodSource source, MemberShape shape, Kernel kernel)
    {
        MethodSource original = source;
        if (shape.IsBatch) source = source with { Declaration = source.Declaration.OfBatch };
        MethodDeclaration declaration = source.Declaration;
        PrimalNotation notation = PrimalNotation.Of(source.Primal);
        Acts acts = new(source.Primal);
        HashSet<string> names = Named(declaration, kernel, kernel.Body, null);
        if (shape.Product == Product.SparseHessian)
        {
            PatternMember.Write(writer, declaration, kernel);
            writer.Line();
        }

        Documentation.Write(writer, original, shape, kernel, notation);
        writer.Line(TypeWriter.GeneratedCode);
        WriteSignature(writer, declaration, shape, kernel, declaration.Accessibility, "");
        writer.Open();
        if (kernel.Wide is not null)
        {
            foreach (LaneTarget target in LaneTarget.All) WriteChoice(writer, declaration, shape, kernel, target);
            writer.Line();
        }

        WriteBody(writer, source, shape, kernel.Body, names, notation, acts, null);
        writer.Close();
        foreach (MethodPart part in kernel.Parts) WritePart(writer, source, shape, part, notation, acts, null);
        foreach (LaneTarget target in LaneTarget.All.Where(_ => kernel.Wide is not null))
        {
            writer.Line();
            writer.Line($"/// <summary>{Documentation.Escaped(declaration.Name + shape.Suffix)} with vectors of {target.Bits.ToString(CultureInfo.InvariantCulture)} bits.</summary>");
            writer.Line(TypeWriter.GeneratedCode);
            writer.Line(Optimized);
            names = Named(declaration, kernel, kernel.Wide!, target);
            WriteSignature(writer, declaration, shape, kernel, "private", target.Vector);
            writer.Open();
            WriteBody(writer, source, shape, kernel.Wide!, names, notation, acts, target);
            writer.Close();
            foreach (MethodPart part in kernel.WideParts) WritePart(writer, source, shape, part, notation, acts, target);
        }
    }

    private static HashSet<string> Named(MethodDeclaration declaration, Kernel kernel, KernelBlock body, LaneTarget? target) =>
        Naming.Assign(kernel.Parameters, body, declaration.Parameters.Select(p => p.Name), declaration.TakenNames, target is null ? null : target.PartsOf);

    /// <summary>Goes on in the body for vectors of that width, where the machine has them.</summary>
    private static void WriteChoice(CodeWriter writer, MethodDeclaration declaration, MemberShape shape, Kernel kernel, LaneTarget target)
    {
        IEnumerable<string> arguments = kernel.Leading.Select(p => p.FinalName).Concat(declaration.Parameters.Select(p => p.Name)).Concat(kernel.Trailing.Select(p => p.FinalName)).Select(CSharpName.Escaped);
        string call = $"{CSharpName.Escaped(declaration.Name + shape.Suffix + target.Vector)}({string.Join(", ", arguments)});";
        string condition = $"if (global::HessianGen.Runtime.Lanes.Has{target.Bits.ToString(CultureInfo.InvariantCulture)})";
        if (shape.ReturnsValue)
        {
            writer.Line($"{condition} return {call}");
            return;
        }

        writer.Line(condition);
        writer.Open();
        writer.Line(call);
        writer.Line("return;");
        writer.Close();
        writer.Line();
    }

    private static void WriteBody(CodeWriter writer, MethodSource source, MemberShape shape, KernelBlock body, HashSet<string> names, PrimalNotation notation, Acts acts, LaneTarget? target)
    {
        MethodDeclaration declaration = source.Declaration;
        ShapedParameters.Write(writer, declaration, names);
        Printer(writer, source, shape, notation, target, isPart: false).Print(acts.Mark(body));
    }

    /// <summary>A part of the body in a method of its own.</summary>
    private static void WritePart(CodeWriter writer, MethodSource source, MemberShape shape, MethodPart part, PrimalNotation notation, Acts acts, LaneTarget? target)
    {
        MethodDeclaration declaration = source.Declaration;
        Naming.Assign(part, declaration.TakenNames, (target ?? LaneTarget.All[0]).PartsOf);
        writer.Line();
        writer.Line($"/// <summary>A part of {Documentation.Escaped(declaration.Name + shape.Suffix + target?.Vector)}: no method longer than can be optimised well.</summary>");
        writer.Line(TypeWriter.GeneratedCode);
        writer.Line(Optimized);
        writer.Line($"private static void {PartName(declaration, shape, target)}{part.Number.ToString(CultureInfo.InvariantCulture)}(");
        string[] parameters = [.. new LanePrinter(target ?? LaneTarget.All[0], new([])).Parameters(part)];
        for (int i = 0; i < parameters.Length; i++) writer.Line($"    {parameters[i]}{(i + 1 < parameters.Length ? "," : ")")}");
        writer.Open();
        Printer(writer, source, shape, notation, target, isPart: true).Print(acts.Mark(part.Body));
        writer.Close();
    }

    private static StatementPrinter Printer(CodeWriter writer, MethodSource source, MemberShape shape, PrimalNotation notation, LaneTarget? target, bool isPart)
    {
        MethodDeclaration declaration = source.Declaration;
        ExpressionPrinter expressions = new(isPart ? [] : [.. Of(declaration, ParameterForm.Enum)]);
        expressions.Lanes = new(target ?? LaneTarget.All[0], expressions);
        return new(
            writer,
            expressions,
            expressions.Lanes,
            PartName(declaration, shape, target),
            isPart ? [] : [.. Of(declaration, ParameterForm.Array)],
            name => declaration.Parameters.FirstOrDefault(p => p.Parts.Contains(name))?.Name ?? name,
            new LineComments(notation).Beside);
    }

    private static string PartName(MethodDeclaration declaration, MemberShape shape, LaneTarget? target) => $"{declaration.Name}{shape.Suffix}{target?.Vector}Part";

    private static void WriteSignature(CodeWriter writer, MethodDeclaration declaration, MemberShape shape, Kernel kernel, string accessibility, string width)
    {
        string result = shape.ReturnsValue ? declaration.Element.Keyword() : "void";
        string head = $"{accessibility} static {result} {declaration.Name}{shape.Suffix}{width}(";
        string[] parameters =
        [
            .. kernel.Leading.Select(Own),
            .. declaration.Parameters.Select(Parameter),
            .. kernel.Trailing.Select(Own),
        ];
        WriteSignature(writer, head, parameters);

        string Own(KernelParameter parameter) => $"{MemberShape.TypeOf(parameter.Role, declaration.Element)} {CSharpName.Escaped(parameter.FinalName)}";
    }

    /// <summary>On one line where it is not long, else with a line for each parameter.</summary>
    public static void WriteSignature(CodeWriter writer, string head, string[] parameters)
    {
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
