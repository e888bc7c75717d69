using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>The XML documentation of a generated member: what it computes, from which equations, at what cost.</summary>
internal static class Documentation
{
    private const int HeaderLines = 12;
    private const string Layout = "A row has stride elements, element p being that of instance p; HessianGen.BatchLayout finds a good stride.";
    private const string WrongSpan = "A span has the wrong length, or an output overlaps another span; nothing has been written.";

    /// <param name="own">What follows the user's parameters, and what it is for; null where that is in the kernel.</param>
    public static void Write(CodeWriter writer, MethodSource source, MemberShape shape, Kernel kernel, PrimalNotation notation, IReadOnlyList<(string Name, string Description)>? own = null)
    {
        MethodDeclaration declaration = source.Declaration;
        if (declaration.Summary is { } summary)
        {
            writer.Line($"/// <summary>{Escaped(summary.Replace("{0}", shape.Suffix))}</summary>");
            return;
        }

        writer.Line($"/// <summary>{Escaped(shape.Summary).Replace("{0}", $"<c>{Escaped(declaration.Name)}</c>")}</summary>");
        writer.Line("/// <remarks>");
        WriteEquations(writer, notation);
        writer.Line($"/// {Escaped(shape.Strategy)}");
        if (shape.IsBatch) writer.Line($"/// {Layout}");
        foreach (string line in CostLines(kernel.Cost)) writer.Line($"/// {Escaped(line)}");
        if (shape.Product != Product.Value) writer.Line($"/// {Escaped(PrimalCost(source.Primal))}");
        writer.Line("/// </remarks>");
        foreach (KernelParameter parameter in kernel.Leading) WriteOwn(writer, parameter.FinalName, shape.Describe(parameter.Role));
        foreach (ParameterDeclaration parameter in declaration.Parameters)
        {
            string role = parameter.IsVariable ? "An independent variable" : "A constant";
            string layout = !shape.IsBatch ? "" : !parameter.IsOwn ? ", the same for all instances" : parameter.IsScalar ? ": one row" : ": a row for each element";
            writer.Line($"/// <param name=\"{Escaped(parameter.Name)}\">{role} of <c>{Escaped(declaration.Name)}</c>{layout}.</param>");
        }

        foreach ((string name, string description) in own ?? [.. kernel.Trailing.Select(p => (p.FinalName, shape.Describe(p.Role)))]) WriteOwn(writer, name, description);
        if (shape.ReturnsValue) writer.Line($"/// <returns>The value of <c>{Escaped(declaration.Name)}</c>.</returns>");
        if (kernel.Trailing.Count == 0) return;
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{WrongSpan}</exception>");
    }

    private static void WriteOwn(CodeWriter writer, string name, string description) =>
        writer.Line($"/// <param name=\"{Escaped(name)}\">{description}</param>");

    public static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>All equations, or the first ones and the last where there are many.</summary>
    private static void WriteEquations(CodeWriter writer, PrimalNotation notation)
    {
        IReadOnlyList<Equation> equations = notation.Header;
        if (equations.Count == 0) return;
        IReadOnlyList<Equation> shown = equations.Count <= HeaderLines ? equations : [.. equations.Take(HeaderLines - 2), equations[equations.Count - 1]];
        int width = shown.Max(e => e.Text.Length);
        writer.Line("/// <code>");
        for (int i = 0; i < shown.Count; i++)
        {
            if (shown.Count < equations.Count && i == shown.Count - 1) writer.Line("/// ⋮");
            string space = new(' ', width - shown[i].Text.Length);
            writer.Line(FormattableString.Invariant($"/// {Escaped(shown[i].Text)}{space}   +{shown[i].Line}"));
        }

        writer.Line("/// </code>");
    }

    private static IEnumerable<string> CostLines(OperationCount cost)
    {
        yield return $"{(cost.IsBound ? "At most " : "")}{Counted(cost.Flops, "flop")},";
        yield return $"{Counted(cost.Transcendentals, "transcendental")}, {Counted(cost.WorkspaceBytes, "byte")} of workspace{(cost.HasUnknownTrips ? ";" : ".")}";
        if (cost.HasUnknownTrips) yield return "trips stands for how often a loop runs that does not say so beforehand.";
    }

    private static string PrimalCost(Function primal)
    {
        OperationCount cost = Lower.Run(primal).Cost;
        return $"The method itself: {(cost.IsBound ? "at most " : "")}{Counted(cost.Flops, "flop")}, {Counted(cost.Transcendentals, "transcendental")}.";
    }

    private static string Counted(Formula formula, string unit) => $"{formula} {unit}{(formula.Value == 1 ? "" : "s")}";
}
