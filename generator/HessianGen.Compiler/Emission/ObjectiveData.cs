using System.Globalization;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>What an objective binds, and how it cuts the point into the variable arguments of the method.</summary>
internal sealed class ObjectiveData
{
    private const string Jagged = "global::HessianGen.Runtime.Jagged.";

    private readonly MethodDeclaration declaration;
    private readonly ParameterDeclaration[] variables, bound, withBoundLength;

    /// <summary>The only variable span, which takes what the point has left over; null where lengths are bound.</summary>
    private readonly ParameterDeclaration? free;

    public ObjectiveData(MethodDeclaration declaration)
    {
        this.declaration = declaration;
        variables = [.. declaration.Parameters.Where(p => p.IsVariable)];
        bound = [.. declaration.Parameters.Where(p => !p.IsVariable)];
        ParameterDeclaration[] arrays = [.. variables.Where(p => !p.IsScalar)];
        free = arrays.Length == 1 && !arrays[0].HasShape ? arrays[0] : null;
        withBoundLength = free is null ? [.. arrays.Where(p => !p.HasShape)] : [];
    }

    /// <summary>True where the method wants arrays, which a point cannot be cut into.</summary>
    public bool HasArrayCopies => variables.Any(IsHeld);

    /// <summary>True where a variable is copied into the workspace.</summary>
    public bool NeedsWorkspace => variables.Any(p => p.Form == ParameterForm.Span && !IsSlice(p));

    /// <summary>The arguments for the method's own parameters.</summary>
    public IEnumerable<string> Arguments => declaration.Parameters.Select(p => !p.IsVariable
        ? Field(p) + (p.Form == ParameterForm.Span ? ".Span" : "")
        : p.IsScalar ? (p.Element == ScalarType.F32 ? "(float)" : "") + $"point[{Offset(p)}]"
        : IsSlice(p) ? Slice(p)
        : Copy(p));

    public void WriteFieldsAndConstructor(CodeWriter writer, string type)
    {
        foreach (ParameterDeclaration parameter in bound) writer.Line($"private readonly {FieldType(parameter)} {Field(parameter)};");
        foreach (ParameterDeclaration parameter in withBoundLength) writer.Line($"private readonly int _{LengthName(parameter)};");
        foreach (ParameterDeclaration parameter in variables.Where(IsHeld))
        {
            writer.Line(parameter.HasShape
                ? $"private readonly {parameter.Type} {Field(parameter)};"
                : $"private {parameter.Type} {Field(parameter)} = global::System.Array.Empty<{parameter.Element.Keyword()}>();");
        }

        if (bound.Length + withBoundLength.Length > 0 || HasArrayCopies) writer.Line();
        writer.Line("/// <summary>Binds the data, which is not copied.</summary>");
        foreach (ParameterDeclaration parameter in bound) writer.Line($"/// <param name=\"{parameter.Name}\">A constant of <c>{declaration.Name}</c>.</param>");
        foreach (ParameterDeclaration parameter in withBoundLength)
        {
            writer.Line($"/// <param name=\"{LengthName(parameter)}\">The length of the variable <c>{parameter.Name}</c>.</param>");
        }

        ParameterDeclaration[] shaped = [.. variables.Where(p => p.HasShape)];
        foreach (ParameterDeclaration parameter in shaped)
        {
            foreach (string extent in ShapeNames(parameter)) writer.Line($"/// <param name=\"{extent}\">{ShapeMeaning(parameter)} of the variable <c>{parameter.Name}</c>.</param>");
        }

        IEnumerable<string> parameters =
        [
            .. bound.Select(p => $"{FieldType(p)} {CSharpName.Escaped(p.Name)}"),
            .. withBoundLength.Select(p => "int " + LengthName(p)),
            .. shaped.SelectMany(p => ShapeNames(p).Select(name => $"{ShapeType(p)} {name}")),
        ];
        writer.Line($"public {type}({string.Join(", ", parameters)})");
        writer.Open();
        foreach (ParameterDeclaration parameter in bound) writer.Line($"{Field(parameter)} = {CSharpName.Escaped(parameter.Name)};");
        foreach (ParameterDeclaration parameter in withBoundLength) writer.Line($"_{LengthName(parameter)} = {LengthName(parameter)};");
        foreach (ParameterDeclaration parameter in shaped) writer.Line($"{Field(parameter)} = {Create(parameter)};");
        writer.Close();
        writer.Line();
    }

    public void WriteDimension(CodeWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public int? Dimension => {(free is null ? Sum(variables) : "null")};");
    }

    /// <summary>Writes the check of the point's length, and the copies of the variables that are not slices of it.</summary>
    public void WriteVariables(CodeWriter writer)
    {
        if (free is null) writer.Line($"global::HessianGen.Runtime.Require.Length(point.Length, {Sum(variables)}, \"point\");");
        else if (variables.Length > 1) writer.Line($"int {LengthName(free)} = point.Length - {Number(variables.Length - 1)};");
        foreach (ParameterDeclaration parameter in variables.Where(p => !p.IsScalar && !IsSlice(p)))
        {
            string element = parameter.Element.Keyword(), copy = Copy(parameter), length = Length(parameter);
            switch (parameter.Form)
            {
                case ParameterForm.Jagged:
                    writer.Line($"{Jagged}Fill({Slice(parameter)}, {copy});");
                    continue;
                case ParameterForm.Rectangular:
                    copy = $"global::HessianGen.Runtime.Rectangular.Elements<{element}>({copy})";
                    break;
                case ParameterForm.Array:
                    writer.Line($"if ({copy}.Length != {length}) {copy} = new {element}[{length}];");
                    break;
                default:
                    writer.Line($"global::System.Span<{element}> {copy} = workspace.RentDirty<{element}>({length});");
                    break;
            }

            writer.Line(parameter.Element == ScalarType.F32 ? $"Narrow({Slice(parameter)}, {copy});" : $"{Slice(parameter)}.CopyTo({copy});");
        }
    }

    /// <summary>True where a slice of the point is what the method takes.</summary>
    private static bool IsSlice(ParameterDeclaration parameter) => parameter.Type == "global::System.ReadOnlySpan<double>";

    private string Slice(ParameterDeclaration parameter) => variables.Length == 1 ? "point" : $"point.Slice({Offset(parameter)}, {Length(parameter)})";

    /// <summary>True where the objective keeps an array of its own for the variable.</summary>
    private static bool IsHeld(ParameterDeclaration parameter) => parameter.Form is ParameterForm.Array or ParameterForm.Rectangular or ParameterForm.Jagged;

    /// <summary>What the constructor must be told of a variable's shape.</summary>
    private static IEnumerable<string> ShapeNames(ParameterDeclaration parameter) => parameter.Form == ParameterForm.Rectangular ? parameter.Parts.Skip(1) : [parameter.Parts[2]];

    private static string ShapeType(ParameterDeclaration parameter) => parameter.Form == ParameterForm.Rectangular ? "int" : IsDeep(parameter) ? "int[][]" : "int[]";

    private static string ShapeMeaning(ParameterDeclaration parameter) => parameter.Form == ParameterForm.Rectangular ? "An extent" : "The lengths of the rows";

    private static bool IsDeep(ParameterDeclaration parameter) => parameter.Parts.Count > 3;

    private static string Create(ParameterDeclaration parameter) => parameter.Form == ParameterForm.Rectangular
        ? $"new {parameter.Element.Keyword()}[{string.Join(", ", ShapeNames(parameter))}]"
        : $"{Jagged}Of<{parameter.Element.Keyword()}>({parameter.Parts[2]})";

    private static string Copy(ParameterDeclaration parameter) => IsHeld(parameter) ? Field(parameter) : parameter.Name + "Copy";

    private string Offset(ParameterDeclaration parameter) => Sum(variables.TakeWhile(p => p != parameter));

    /// <summary>The number of slots that the parameters take.</summary>
    private string Sum(IEnumerable<ParameterDeclaration> parameters)
    {
        ParameterDeclaration[] all = [.. parameters];
        int scalars = all.Count(p => p.IsScalar);
        IEnumerable<string> lengths = all.Where(p => !p.IsScalar).Select(Length);
        return string.Join(" + ", scalars > 0 || all.Length == 0 ? lengths.Append(Number(scalars)) : lengths);
    }

    private string Length(ParameterDeclaration parameter) =>
        parameter.Form == ParameterForm.Rectangular ? $"{Field(parameter)}.Length" :
        parameter.Form == ParameterForm.Jagged ? $"{Jagged}Count({Field(parameter)})" :
        variables.Length == 1 && parameter == free ? "point.Length" : (parameter == free ? "" : "_") + LengthName(parameter);

    /// <summary><c>wLength</c>, with a number where the method has a parameter of that name.</summary>
    private string LengthName(ParameterDeclaration parameter) =>
        CSharpName.Unique(parameter.Name + "Length", name => declaration.Parameters.Any(p => p.Name == name));

    private static string Field(ParameterDeclaration parameter) => "_" + parameter.Name;

    /// <summary>Spans are bound as memory: writable where the span is.</summary>
    private static string FieldType(ParameterDeclaration parameter) => parameter.Form == ParameterForm.Span
        ? parameter.Type.Replace("global::System.ReadOnlySpan<", "global::System.ReadOnlyMemory<").Replace("global::System.Span<", "global::System.Memory<")
        : parameter.Type;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
