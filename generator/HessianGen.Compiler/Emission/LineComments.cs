using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>The comments at the right: the formula that a statement computes, and the line of the user's method that it comes from.</summary>
internal sealed class LineComments(PrimalNotation notation)
{
    private readonly HashSet<string> shown = [];
    private int current;

    /// <summary>The comment beside a statement; null where it would repeat what stands above.</summary>
    public string? Beside(KernelStatement statement)
    {
        if (statement.Line == 0) return null;
        string? equation = TargetOf(statement) is { } target ? notation.Equation(statement.Line, target) : null;
        bool isNewLine = statement.Line != current;
        if (isNewLine) shown.Clear();
        current = statement.Line;
        string line = FormattableString.Invariant($"+{statement.Line}");
        if (equation is not null && shown.Add(equation)) return $"{equation}   {line}";
        return isNewLine ? line : null;
    }

    private static string? TargetOf(KernelStatement statement) => statement switch
    {
        DeclareLocal declaration => declaration.Local.Preferred,
        DeclareSineAndCosine both => both.Sine.Preferred ?? both.Cosine.Preferred,
        AssignLocal assignment => assignment.Local.Preferred,
        WriteElement write => write.Array.Preferred,
        _ => null,
    };
}
