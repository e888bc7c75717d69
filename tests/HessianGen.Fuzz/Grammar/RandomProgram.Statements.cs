namespace HessianGen.Fuzz.Grammar;

/// <content>Statements: each row writes its lines and returns what is not null.</content>
internal sealed partial class RandomProgram
{
    private Production[] Statements() =>
    [
        // declarations
        new(5, d => Declare("real", Kind.Real, "t", Moderate(d))),
        new(2, d => Declare("int", Kind.Integer, "i", Integer(2))),
        new(1, d => Declare("bool", Kind.Condition, "b", Condition(1))),
        new(4, _ => NewArray()),
        new(2, _ => Slice()),
        new(2, _ => NewTuple()),
        new(2, _ => NewStruct()),
        new(1, _ => NewMatrix()),
        new(1, _ => NewArrayOfStructs()),
        new(2, _ => NewFunction()),
        new(1, _ => NewAction()),
        new(1, _ => NewReference()),
        new(1, _ => NewRow()),
        new(1, _ => Declare("int[]", Kind.Counts, "c", "new int[3]", "3")),

        // assignments
        new(8, d => Assignable(Kind.Real) is { } real ? Write($"{real} {OneOf("=", "+=", "-=")} {Moderate(d)};") : null),
        new(1, d => Assignable(Kind.Real) is { } real ? Write($"{real} {OneOf("*=", "/=")} 1.25R + Maths.Cos({Real(d)}) / 2;") : null),
        new(2, d => Assignable(Kind.Integer) is { } integer ? Write($"{integer} {OneOf("=", "+=", "-=", "^=")} {Integer(2)};") : null),
        new(9, StoreElement),
        new(2, _ => Assignable(Kind.Real) is { } x && Assignable(Kind.Real) is { } y && x != y ? Write($"({x}, {y}) = ({y}, {Moderate(1)});") : null),
        new(3, _ => ExchangeArrays()),
        new(3, StoreField),
        new(3, CallForEffect),
        new(2, WholeArray),
        new(2, _ => pure == 0 && Any(Kind.Action) is { } f ? Write($"{f.Name}();") : null),
        new(3, _ => Window()),
        new(2, _ => Any(Kind.Counts) is { } c ? Write($"{c.Name}[{Index(c, 1)}] {OneOf("=", "+=", "^=")} {Integer(2)};") : null),

        // control
        new(6, If),
        new(9, Loop),
        new(2, Switch),
        new(2, d => loops > 0 && jumps ? Write($"if ({Condition(1)}) {OneOf("break", "continue")};") : null),
        new(1, d => Write($"if ({Condition(1)}) return {Real(1)};")),
    ];

    private void Statement()
    {
        if (++written <= statementLimit) Choose(statements, 2);
    }

    private string Write(string line)
    {
        Line(line);
        return line;
    }

    private string Declare(string type, Kind kind, string prefix, string value, string? extent = null, bool isFixed = false)
    {
        Variable variable = new(kind, Fresh(prefix), extent, isFixed);
        Line($"{type} {variable.Name} = {value};");
        return Add(variable).Name;
    }

    private string? StoreElement(int depth)
    {
        Variable? target = Any(v => v.Kind is Kind.Array or Kind.Span or Kind.Matrix or Kind.Points or Kind.Pairs or Kind.Cells or Kind.Reference or Kind.Jagged);
        return target switch
        {
            null => null,
            { Kind: Kind.Points } => Write($"{target.Name}[{Index(target, 1)}] = new({Moderate(1)}, {Moderate(1)});"),
            { Kind: Kind.Pairs } => Write($"{target.Name}[{Index(target, 1)}] = ({Moderate(1)}, {Integer(1)});"),
            { Kind: Kind.Cells } => Write(random.Next(2) == 0 ? $"{target.Name}[{Index(target, 1)}].Add({Moderate(depth)});" : $"{target.Name}[{Index(target, 1)}].Value += {Moderate(depth)};"),
            { Kind: Kind.Reference } => Write($"{target.Name} {OneOf("=", "+=", "-=")} {Moderate(depth)};"),
            { Kind: Kind.Jagged } => Jagged(target, 0) is { } element ? Write($"{element} {OneOf("=", "+=", "-=")} {Moderate(depth)};") : null,
            { Kind: Kind.Matrix } => Write($"{target.Name}[{Row(target, 1)}, {Index(target, 1)}] {OneOf("=", "+=", "-=")} {Moderate(depth)};"),
            _ => Write($"{target.Name}[{Index(target, 1)}] {OneOf("=", "=", "+=", "-=")} {Moderate(depth)};"),
        };
    }

    private string? StoreField(int depth) => Any(Kind.Pair, Kind.Point, Kind.Cell) switch
    {
        { Kind: Kind.Pair } pair => Write($"{pair.Name}.{OneOf("X", "Y")} = {Moderate(depth)};"),
        { Kind: Kind.Point } point => Write(random.Next(3) switch
        {
            0 => $"{point.Name} = {point.Name} with {{ {OneOf("X", "Y")} = {Moderate(depth)} }};",
            1 => $"{point.Name} = 0.5R * {point.Name}.Turn({Real(1)}) + new Point({Moderate(1)}, {Moderate(1)});",
            _ => $"{point.Name} = new({Moderate(1)}, {Moderate(1)});",
        }),
        { } cell => Write(random.Next(2) == 0 ? $"{cell.Name}.Add({Moderate(depth)});" : $"{cell.Name}.Value = {Moderate(depth)};"),
        null => null,
    };

    private string? CallForEffect(int depth)
    {
        switch (random.Next(4))
        {
            case 0 when Assignable(Kind.Real) is { } x && Assignable(Kind.Real) is { } y && x != y:
                return Write($"Exchange(ref {x}, ref {y});");
            case 1:
                string even = Fresh("t"), odd = Fresh("t");
                Line($"Split({Real(depth)}, out real {even}, out real {odd});");
                Add(new(Kind.Real, even));
                return Add(new(Kind.Real, odd)).Name;
            case 2 when Any(Kind.Array, Kind.Span) is { } array:
                return Write(OneOf($"Scale({array.Name}, 0.75R);", $"Smooth({array.Name});", $"Scale({array.Name}.{(array.Kind == Kind.Array ? "AsSpan" : "Slice")}({array.Length} / 2), Maths.Cos({Real(1)}));"));
            case 3:
                string root = Fresh("t");
                Line($"real {root} = 0;");
                Write($"if (Try({Real(1)}, {Integer(1)}, out real {root}Out)) {root} = {root}Out;");
                return Add(new(Kind.Real, root)).Name;
            default: return null;
        }
    }

    private string? If(int depth)
    {
        Line($"if ({Condition(2)})");
        Block(3);
        if (random.Next(2) != 0) return "";
        Line("else");
        Block(3);
        return "";
    }

    private string? Switch(int depth)
    {
        Line($"switch ({Integer(1)})");
        Line("{");
        indent++;
        foreach (string label in new[] { "case 0:", "case 1: case 2:", "default:" })
        {
            Line(label);
            Block(2);
            Line("    break;");
        }

        indent--;
        Line("}");
        return "";
    }

    /// <summary>Statements in braces; what they declare ends with them, and so does a counter.</summary>
    private void Block(int most, params Variable[] counters) => Block(most, null, counters);

    private void Block(int most, string? first, Variable[] counters)
    {
        int count = scope.Count;
        scope.AddRange(counters);
        Line("{");
        indent++;
        if (first is not null) Line(first);
        for (int i = random.Next(1, most + 1); i > 0; i--) Statement();
        Keep(count);
        indent--;
        Line("}");
        scope.RemoveRange(count, scope.Count - count);
    }

    /// <summary>Lets what a block declared last until its end flow into what was there before it.</summary>
    private void Keep(int before)
    {
        if (scope.Take(before).LastOrDefault(v => v.Kind == Kind.Real && !v.IsFixed) is not { } real) return;
        switch (scope.Skip(before).LastOrDefault(v => v.Kind is Kind.Real or Kind.Array or Kind.Span or Kind.Point or Kind.Pair))
        {
            case { Kind: Kind.Real } inner: Line($"{real.Name} += 0.5R * Maths.Sin({inner.Name} + {real.Name});"); break;
            case { Kind: Kind.Array or Kind.Span } inner: Line($"foreach (real e in {inner.Name}) {real.Name} = Maths.Tanh({real.Name} - e);"); break;
            case { } inner: Line($"{real.Name} = Maths.Cos({inner.Name}.X * {real.Name} - {inner.Name}.Y);"); break;
        }
    }
}
