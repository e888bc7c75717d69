using System.Globalization;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Prints the member that makes the pattern of a sparse Hessian.</summary>
/// <remarks>Its parameters are those of the method, with the lengths of the variables instead of these: the places are the same at all points.</remarks>
internal static class PatternMember
{
    public static void Write(CodeWriter writer, MethodDeclaration declaration, Kernel kernel)
    {
        string method = Documentation.Escaped(declaration.Name);
        HashSet<string> names = [.. declaration.Parameters.Select(p => p.Name)];
        List<string> parameters = [], lengths = [], descriptions = [];
        foreach (ParameterDeclaration parameter in declaration.Parameters.Where(p => !p.IsVariable || !p.IsScalar))
        {
            string name = parameter.Name;
            if (parameter.IsVariable)
            {
                names.Add(name = CSharpName.Unique(parameter.Name + "Length", names.Contains));
                lengths.Add(CSharpName.Escaped(name));
            }

            string role = parameter.IsVariable ? $"The number of elements of <c>{Documentation.Escaped(parameter.Name)}</c>" : $"A constant of <c>{method}</c>";
            descriptions.Add($"/// <param name=\"{Documentation.Escaped(name)}\">{role}.</param>");
            parameters.Add(parameter.IsVariable ? $"int {CSharpName.Escaped(name)}" : Emitter.Parameter(parameter));
        }

        int scalars = declaration.Parameters.Count(p => p is { IsVariable: true, IsScalar: true });
        if (scalars > 0 || lengths.Count == 0) lengths.Add(scalars.ToString(CultureInfo.InvariantCulture));
        string distances = StatementPrinter.Distances(kernel.Parameters.Where(p => p.Role == ParameterRole.Band).Select(p => p.Distance));

        writer.Line($"/// <summary>Gives the places that <c>{method}SparseHessian</c> writes: once for all points with as many variables.</summary>");
        foreach (string description in descriptions) writer.Line(description);
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The number of variables is negative, or too large.</exception>");
        writer.Line(TypeWriter.GeneratedCode);
        writer.Line($"{declaration.Accessibility} static global::HessianGen.SparsityPattern {declaration.MemberName}HessianPattern({string.Join(", ", parameters)}) =>");
        writer.Line($"    global::HessianGen.SparsityPattern.Banded({string.Join(" + ", lengths)}, {distances});");
    }
}
