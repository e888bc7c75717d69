using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>The first lines of a member whose parameters have a shape: the spans and integers through which the rest reads them.</summary>
internal static class ShapedParameters
{
    private const string Runtime = "global::HessianGen.Runtime.";

    public static void Write(CodeWriter writer, MethodDeclaration declaration, HashSet<string> names)
    {
        ParameterDeclaration[] shaped = [.. declaration.Parameters.Where(p => p.HasShape)];
        string scope = CSharpName.Unique("rows", names.Contains);
        if (shaped.Any(p => p.Form == ParameterForm.Jagged)) writer.Line($"using {Runtime}WorkspaceScope {scope} = {Runtime}Workspace.Enter();");
        foreach (ParameterDeclaration parameter in shaped)
        {
            string name = CSharpName.Escaped(parameter.Name), element = parameter.Element.Keyword(), elements = CSharpName.Escaped(parameter.Parts[0]);
            string[] shape = [.. parameter.Parts.Skip(1).Select(CSharpName.Escaped)];
            if (parameter.Form == ParameterForm.Rectangular)
            {
                writer.Line($"global::System.ReadOnlySpan<{element}> {elements} = {Runtime}Rectangular.Elements<{element}>({name});");
                writer.Line($"int {string.Join(", ", shape.Select((extent, d) => FormattableString.Invariant($"{extent} = {name}.GetLength({d})")))};");
            }
            else
            {
                string tables = string.Join(", ", shape.Select(table => $"out global::System.ReadOnlySpan<int> {table}"));
                writer.Line($"global::System.ReadOnlySpan<{element}> {elements} = {Runtime}Jagged.Elements({scope}, {name}, {tables});");
            }
        }

        if (shaped.Length > 0) writer.Line();
    }
}
