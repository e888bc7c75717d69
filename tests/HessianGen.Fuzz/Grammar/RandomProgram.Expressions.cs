namespace HessianGen.Fuzz.Grammar;

/// <content>Expressions.</content>
internal sealed partial class RandomProgram
{
    // Each within the domain in which it is smooth; the last few have kinks.
    private static readonly string[] Functions =
    [
        "Maths.Sin({0})",
        "Maths.Cos({0})",
        "Maths.Tanh({0})",
        "Maths.Atan({0})",
        "Maths.Asinh({0})",
        "Maths.Exp(Maths.Sin({0}))",
        "Maths.Exp(-({0} * {0}))",
        "Maths.Sinh(Maths.Tanh({0}))",
        "Maths.Cosh(Maths.Sin({0}))",
        "Maths.Tan(Maths.Sin({0}))",
        "Maths.Log(1.5R + Maths.Sin({0}))",
        "Maths.Log2(2.5R + Maths.Cos({0}))",
        "Maths.Log10(2.5R + Maths.Sin({0}))",
        "Maths.Sqrt(1.25R + Maths.Cos({0}))",
        "Maths.Cbrt(2.0R + Maths.Sin({0}))",
        "Maths.Asin(0.75R * Maths.Sin({0}))",
        "Maths.Acos(0.75R * Maths.Cos({0}))",
        "Maths.Acosh(2.5R + Maths.Sin({0}))",
        "Maths.Atanh(0.75R * Maths.Sin({0}))",
        "Maths.Pow({0}, 2)",
        "Maths.Pow(Maths.Tanh({0}), 3)",
        "Maths.Pow(1.5R + Maths.Sin({0}), 2 * Maths.Cos({1}))",
        "Maths.Atan2({0}, 1.5R + Maths.Cos({1}))",
        "Maths.FusedMultiplyAdd({0}, {1}, {2})",
        "real.Hypot({0}, 1.5R)",
        "({0} / (1.5R + Maths.Cos({1})))",
        "Maths.Abs({0})",
        "Maths.Max({0}, {1})",
        "Maths.Min({0}, {1})",
        "real.Clamp({0}, -0.5R, 0.75R)",
    ];

    private string Real(int depth) => (depth <= 0 ? Choose(leaves, 0) : Choose(reals, depth - 1)) ?? Number();

    /// <summary>A real number that no loop makes large.</summary>
    private string Moderate(int depth) => loops == 0 && random.Next(3) > 0 ? Real(depth) : random.Next(4) switch
    {
        0 => $"Maths.Sin({Real(depth)})",
        1 => $"Maths.Tanh({Real(depth)})",
        2 => $"0.25R * {Real(depth - 1)}",
        _ => $"{Real(depth - 1)} / (3.5R + Maths.Sin({Real(depth - 1)}))",
    };

    private Production[] Leaves() =>
    [
        new(10, _ => Any(Kind.Real)?.Name),
        new(2, _ => Number()),
        new(8, _ => Element(0)),
        new(3, _ => Field()),
        new(2, _ => Any(Kind.Reference)?.Name),
    ];

    private Production[] Reals() =>
    [
        new(10, _ => Choose(leaves, 0)),
        new(12, d => $"({Real(d)} {OneOf("+", "-", "*")} {Real(d)})"),
        new(1, d => $"(-({Real(d)}))"),
        new(12, Function),
        new(4, d => $"({Condition(d)} ? {Real(d)} : {Real(d)})"),
        new(2, d => $"({Integer(d)} switch {{ 0 => {Real(d)}, > 2 => {Real(d)}, _ => {Real(d)} }})"),
        new(8, Element),
        new(1, d => $"0.25R * Wrap({Integer(d)}, 7)"),
        new(1, d => $"(real){Any(Kind.Integer)?.Name ?? "2"}"),
        new(6, d => Choose(calls, d)),
        new(2, d => Assignable(Kind.Real) is { } real ? $"({real} {OneOf("=", "+=", "-=")} {Moderate(d)})" : null),
        new(1, d => pure == 0 && Any(Kind.Array, Kind.Span) is { } array ? $"({array.Name}[{Index(array, d)}] {OneOf("=", "+=")} {Moderate(d)})" : null),
    ];

    private Production[] Calls() =>
    [
        new(2, d => $"Leave({Real(d)}, {Integer(d)})"),
        new(2, d => $"Halve({Real(d)}, {Integer(d)})"),
        new(1, d => $"Blend({Real(d)}, {Real(d)}, {Real(d)})"),
        new(1, d => $"Polar({Real(d)}, {Real(d)}).{OneOf("Radius", "Angle", "Item2")}"),
        new(2, d => Assignable(Kind.Real) is { } real ? $"Accumulate(ref {real}, {Real(d)})" : null),
        new(1, d => pure == 0 && Any(Kind.Array, Kind.Span) is { } array ? $"Accumulate(ref {array.Name}[{Index(array, d)}], {Real(d)})" : null),
        new(2, d => Any(Kind.Array, Kind.Span, Kind.ReadOnlySpan) is { } a && Any(Kind.Array, Kind.Span, Kind.ReadOnlySpan) is { } b ? $"Dot({a.Name}, {b.Name})" : null),
        new(1, d => Any(Kind.Array, Kind.Span, Kind.ReadOnlySpan) is { } a ? $"Norm({a.Name})" : null),
        new(4, d => Any(Kind.Function) is { } f ? $"{f.Name}({Real(d)})" : null),
        new(1, d => Any(Kind.Function) is { } f ? $"Simpson({f.Name}, Maths.Sin({Real(d)}))" : null),
        new(1, d => $"Node({Integer(d)})"),
        new(1, d => OneOf($"Affine({Real(d)})", $"Affine({Real(d)}, offset: {Real(d)})", $"Affine(slope: {Real(d)}, t: {Real(d)})")),
        new(1, d => $"Mean({Real(d)}, {Real(d)}, {Real(d)})"),
        new(1, d => Any(Kind.Point) is { } q ? $"{q.Name}.Turn({Real(d)}).X" : null),
    ];

    private Production[] Integers() =>
    [
        new(12, _ => Any(Kind.Integer)?.Name),
        new(2, d => $"({Integer(d)} {OneOf("+", "-", "*", "&", "^")} {Integer(d)})"),
        new(2, d => $"({Integer(d)} {OneOf("%", "/")} {random.Next(2, 5)})"),
        new(1, d => $"({Integer(d)} {OneOf("<<", ">>")} {random.Next(4)})"),
        new(1, d => $"({Condition(d)} ? {Integer(d)} : {Integer(d)})"),
        new(1, d => $"Math.Min({Integer(d)}, {Integer(d)})"),
        new(2, _ => Any(v => v.Extent is not null && v.Kind != Kind.Integer)?.Length),
        new(2, d => Any(Kind.Indices) is { } k ? $"{k.Name}[{Index(k, d)}]" : null),
        new(1, _ => Any(Kind.Cell) is { } c ? $"{c.Name}.Count" : null),
        new(1, d => Any(Kind.Counts) is { } c ? $"{c.Name}[{Index(c, d)}]" : null),
        new(1, d => Any(Kind.Pairs) is { } q ? $"{q.Name}[{Index(q, d)}].Item2" : null),
        new(1, _ => Any(Kind.Integer) is { } i ? OneOf($"(int)((long){i.Name} * 5 % 7)", $"((byte){i.Name} % 5)", $"(int)((uint){i.Name} >> 29)", $"Math.Abs({i.Name} % 4)", $"((short)({i.Name} << 12) >> 10)") : null),
        new(1, _ => Assignable(Kind.Integer) is { } integer ? $"({integer}{OneOf("++", "--")})" : null),
        new(1, d => Assignable(Kind.Integer) is { } integer ? $"({integer} {OneOf("=", "+=")} {Integer(d)})" : null),
        new(1, d => $"(int)(2.5R * {Real(d)})"),
        new(3, _ => $"{random.Next(6)}"),
    ];

    private Production[] Conditions() =>
    [
        new(4, _ => Any(Kind.Condition)?.Name),
        new(4, d => $"{Integer(d)} {OneOf("<", ">", "==", "!=", "<=")} {random.Next(4)}"),
        new(2, d => $"{Integer(d)} % 2 == {OneOf("0", "1")}"),
        new(1, d => $"{Integer(d)} is > 1 and < 5 or -1"),
        new(4, d => $"{Real(d)} {OneOf("<", ">")} {Real(d)}"),
        new(2, d => d < 1 ? null : $"({Condition(d - 1)} {OneOf("&&", "||")} {Condition(d - 1)})"),
        new(1, d => d < 1 ? null : $"!({Condition(d - 1)})"),
    ];

    private string Integer(int depth) => depth <= 0 ? Any(Kind.Integer)?.Name ?? $"{random.Next(6)}" : Choose(integers, depth - 1) ?? "1";

    private string Condition(int depth) => Choose(conditions, Math.Max(depth, 0)) ?? "true";

    private string? Function(int depth)
    {
        string row = OneOf(Functions);

        // What stands twice must not change anything.
        if (row.Split("{0}").Length > 2) return Any(Kind.Real) is { } real ? string.Format(null, row, real.Name) : null;
        return string.Format(null, row, Real(depth), row.Contains("{1}", StringComparison.Ordinal) ? Real(depth) : "", row.Contains("{2}", StringComparison.Ordinal) ? Real(depth) : "");
    }

    private string? Field() => Any(Kind.Pair, Kind.Point, Kind.Cell) switch
    {
        { Kind: Kind.Cell } cell => $"{cell.Name}.{OneOf("Value", "Mean")}",
        { Kind: Kind.Point } point => $"{point.Name}.{OneOf("X", "Y", "Norm")}",
        { } pair => $"{pair.Name}.{OneOf("X", "Y")}",
        null => null,
    };

    /// <summary>An element of something.</summary>
    private string? Element(int depth) => Any(Kind.Array, Kind.Span, Kind.ReadOnlySpan, Kind.Matrix, Kind.Jagged, Kind.Pairs, Kind.Points, Kind.Cells) switch
    {
        { Kind: Kind.Cells } cells => $"{cells.Name}[{Index(cells, depth)}].{OneOf("Value", "Mean")}",
        { Kind: Kind.Matrix } matrix => $"{matrix.Name}[{Row(matrix, depth)}, {Index(matrix, depth)}]",
        { Kind: Kind.Jagged } jagged => Jagged(jagged, depth),
        { Kind: Kind.Pairs } pairs => $"{pairs.Name}[{Index(pairs, depth)}].Item1",
        { Kind: Kind.Points } points => $"{points.Name}[{Index(points, depth)}].{OneOf("X", "Y")}",
        { } array => $"{array.Name}[{Index(array, depth)}]",
        null => null,
    };

    private string? Jagged(Variable jagged, int depth) =>
        Row(jagged, depth) is var row && Any(v => v.Kind == Kind.Integer && v.Extent == $"{jagged.Name}[{row}].Length") is { } counter ? $"{jagged.Name}[{row}][{counter.Name}]"
        : pure > 0 || !row.All(char.IsLetterOrDigit) ? null : $"{jagged.Name}[{row}][Wrap({Integer(depth)}, {jagged.Name}[{row}].Length)]";

    private string Row(Variable matrix, int depth) =>
        Any(v => v.Kind == Kind.Integer && v.Extent == matrix.Rows) is { } counter ? counter.Name
        : $"Wrap({Integer(depth)}, {(matrix.Kind == Kind.Matrix ? $"{matrix.Name}.GetLength(0)" : $"{matrix.Name}.Length")})";

    /// <summary>Mostly inside the array; sometimes not, and then all must throw alike.</summary>
    private string Index(Variable array, int depth)
    {
        Variable? counter = Any(v => v.Kind == Kind.Integer && v.Extent is not null && v.Extent == array.Extent);
        return random.Next(60) switch
        {
            0 when random.Next(3) == 0 => Integer(depth),
            < 40 when counter is not null => counter.Name,
            < 45 when counter is not null => $"{array.Length} - 1 - {counter.Name}",
            < 48 when Any(v => v.Kind == Kind.Integer && v.Extent is not null && $"{v.Extent} + 1" == array.Extent) is { } shorter => $"{shorter.Name}{OneOf("", " + 1")}",
            < 50 when Any(v => v.Kind == Kind.Indices && v.Extent == array.Extent) is { } indices && counter is not null => $"{indices.Name}[{counter.Name}]",
            < 55 when int.TryParse(array.Extent, out int length) => $"{random.Next(length)}",
            _ => $"Wrap({Integer(depth)}, {array.Length})",
        };
    }
}
