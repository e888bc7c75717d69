using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>Prints the nested type that binds the data of a method and implements the objective interfaces as far as the products exist.</summary>
/// <remarks>
/// The interfaces are in double: a method in single precision is called through converted copies. Copies, and what the
/// method does not take as a read-only span, live in the workspace, so that no call allocates.
/// </remarks>
internal static class ObjectiveEmitter
{
    private const string Point = "global::System.ReadOnlySpan<double> point";
    private const string Enter = "using global::HessianGen.Runtime.WorkspaceScope workspace = global::HessianGen.Runtime.Workspace.Enter();";

    /// <param name="sum">The method as a sum, whose parts are in further files of the type; null where it is none.</param>
    public static GeneratedFile Emit(MethodSource source, SumSource? sum)
    {
        if ((source.Products & Product.Gradient) == 0) throw new CompilerException("objective", $"an objective of {source.Declaration.Name} needs the gradient");
        return TypeWriter.File(source.Declaration, "Objective", writer => Write(writer, source, sum));
    }

    /// <summary>The name of the nested type.</summary>
    public static string TypeName(MethodDeclaration declaration) => declaration.MemberName + "Objective";

    private static void Write(CodeWriter writer, MethodSource source, SumSource? sum)
    {
        ObjectiveMember[] members = [.. ObjectiveMember.Rows.Where(r => r.Applies(source.Products, isSum: sum is not null))];
        MethodDeclaration declaration = source.Declaration;
        ObjectiveData data = new(declaration), partData = sum is null ? data : new(sum.Terms.Declaration);
        string method = Documentation.Escaped(declaration.Name);
        string threads = !data.HasArrayCopies ? "Safe to call from several threads at once."
            : "Holds a copy of the array variables: one thread at a time" + (sum is null ? "." : ", but for ranges of terms and the remainder.");
        writer.Line($"/// <summary>The method <c>{method}</c> as a function of its independent variables, its other arguments bound.</summary>");
        writer.Line($"/// <remarks>{threads}</remarks>");
        writer.Line(TypeWriter.GeneratedCode);
        writer.Line($"{declaration.Accessibility} sealed {(sum is null ? "" : "partial ")}class {TypeName(declaration)} : {string.Join(", ", members.Select(m => "global::HessianGen." + m.Interface).Distinct())}");
        writer.Open();
        data.WriteFieldsAndConstructor(writer, TypeName(declaration));
        data.WriteDimension(writer);
        foreach (ObjectiveMember member in members)
        {
            writer.Line();
            WriteMember(writer, source, member.Part == SumPart.Whole ? data : partData, member);
        }

        if (declaration.Element == ScalarType.F32) WriteConversions(writer);
        writer.Close();
    }

    private static void WriteMember(CodeWriter writer, MethodSource source, ObjectiveData data, ObjectiveMember member)
    {
        string[] range = member.Part == SumPart.Terms ? ["global::System.Range terms"] : [];
        IEnumerable<string> own = range.Concat(member.Own.Select(o => $"global::System.{(o.IsInput ? "ReadOnlySpan" : "Span")}<double> {o.Name}"));
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {member.Result} {member.Name}({string.Join(", ", own.Prepend(Point))})");
        writer.Open();
        bool isSingle = source.Declaration.Element == ScalarType.F32;
        if (data.NeedsWorkspace || (isSingle && member.Own.Count > 0)) writer.Line(Enter);
        data.WriteVariables(writer);
        foreach (ObjectiveSpan span in member.Own.Where(_ => isSingle)) WriteSingle(writer, span);
        string[] bounds = [];
        if (member.Part == SumPart.Terms)
        {
            writer.Line($"(int first, int last) = global::HessianGen.Runtime.Require.Range(terms, {PartName(SumPart.TermCount, Product.Value)}({string.Join(", ", data.Arguments)}), \"terms\");");
            bounds = ["first", "last"];
        }

        IEnumerable<string> arguments = data.Arguments.Concat(bounds).Concat(member.Own.Select(o => isSingle ? o.Name + "Single" : o.Name));
        string call = $"{MethodName(source, member)}({string.Join(", ", arguments)})";
        ObjectiveSpan[] outputs = [.. member.Own.Where(o => !o.IsInput && isSingle)];
        if (outputs.Length == 0) writer.Line(member.Result == "void" ? $"{call};" : $"return {call};");
        else
        {
            writer.Line(member.Result == "void" ? $"{call};" : $"double value = {call};");
            foreach (ObjectiveSpan output in outputs) writer.Line($"Widen({output.Name}Single, {output.Name});");
            if (member.Result != "void") writer.Line("return value;");
        }

        writer.Close();
    }

    private static void WriteSingle(CodeWriter writer, ObjectiveSpan span)
    {
        writer.Line($"global::System.Span<float> {span.Name}Single = workspace.RentDirty<float>({span.Name}.Length);");
        if (span.IsInput) writer.Line($"Narrow({span.Name}, {span.Name}Single);");
    }

    /// <summary>The method itself where no member is generated for its value; qualified, since the objective's own members hide names.</summary>
    private static string MethodName(MethodSource source, ObjectiveMember member)
    {
        MethodDeclaration declaration = source.Declaration;
        if (member.Part != SumPart.Whole) return PartName(member.Part, member.Product);
        bool isGenerated = (source.Products & member.Product) != 0;
        string suffix = isGenerated ? MemberShape.Of(member.Product).Suffix : "";
        string name = suffix.Length > 0 ? declaration.Name + suffix : CSharpName.Escaped(declaration.Name);
        return $"{TypeWriter.QualifiedName(declaration)}.{name}";
    }

    /// <summary>The member of the objective that computes a part.</summary>
    private static string PartName(SumPart part, Product product) => part + MemberShape.Of(product).Suffix;

    private static void WriteConversions(CodeWriter writer)
    {
        writer.Line();
        writer.Line("private static void Narrow(global::System.ReadOnlySpan<double> from, global::System.Span<float> to)");
        WriteConversion(writer, "(float)from[i]");
        writer.Line();
        writer.Line("private static void Widen(global::System.ReadOnlySpan<float> from, global::System.Span<double> to)");
        WriteConversion(writer, "from[i]");
    }

    private static void WriteConversion(CodeWriter writer, string element)
    {
        writer.Open();
        writer.Line("for (int i = 0; i < from.Length; i++)");
        writer.Open();
        writer.Line($"to[i] = {element};");
        writer.Close();
        writer.Close();
    }
}
