using HessianGen.Testing.Subjects;

namespace HessianGen.Fuzz.Grammar;

/// <summary>A parameter that random programs may have: always the same ones, so that one signature holds them all.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Shape">What holds its elements.</param>
/// <param name="Variable">What it is in the program.</param>
internal sealed record Parameter(string Type, ParameterShape Shape, Variable Variable)
{
    // @formatter:off
    /// <summary>All of them, in the order in which programs declare them.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        new("real",               ParameterShape.Scalar,       new(Kind.Real, "x")),
        new("real",               ParameterShape.Scalar,       new(Kind.Real, "y")),
        new("ReadOnlySpan<real>", ParameterShape.ReadOnlySpan, new(Kind.ReadOnlySpan, "v", "v.Length")),
        new("real[]",             ParameterShape.Array,        new(Kind.Array, "a", "v.Length", IsFixed: true)),
        new("Span<real>",         ParameterShape.Span,         new(Kind.Span, "s", "v.Length")),
        new("real[,]",            ParameterShape.Rectangular,  new(Kind.Matrix, "m", "v.Length") { Rows = "r.Length" }),
        new("real[][]",           ParameterShape.Jagged,       new(Kind.Jagged, "r") { Rows = "r.Length" }),
        new("ReadOnlySpan<int>",  ParameterShape.ReadOnlySpan, new(Kind.Indices, "k", "v.Length")),
        new("int",                ParameterShape.Scalar,       new(Kind.Integer, "n", IsFixed: true)),
        new("bool",               ParameterShape.Scalar,       new(Kind.Condition, "p")),
    ];
    // @formatter:on

    public string Name => Variable.Name;

    public bool IsReal => Type.Contains("real", StringComparison.Ordinal);

    /// <summary>The parameter as the tests' oracles see it.</summary>
    public SubjectParameter Subject(string real, bool isVariable) => new(Name, Type.Contains("int", StringComparison.Ordinal) ? "int" : IsReal ? real : "bool", Shape, IsEnum: false, isVariable)
    {
        Brackets = Shape switch { ParameterShape.Rectangular => "[,]", ParameterShape.Jagged => "[][]", _ => "" },
    };
}
