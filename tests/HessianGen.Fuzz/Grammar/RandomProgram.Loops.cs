namespace HessianGen.Fuzz.Grammar;

/// <content>Loops of every kind, each with an end.</content>
internal sealed partial class RandomProgram
{
    private const string Endless = "for (;;)";

    private string? Loop(int depth)
    {
        if (loops >= LoopLimit) return null;
        (string? first, string header, Variable[] counters, string? last) = Header();
        if (first is not null) Line(first);
        Line(header);
        bool before = jumps;
        (loops, jumps) = (loops + 1, true);
        Block(4, header == Endless ? $"if ({counters[0].Name}-- <= 0) break;" : null, counters);
        (loops, jumps) = (loops - 1, before);
        if (last is not null) Line(last);
        return "";
    }

    private (string? First, string Header, Variable[] Counters, string? Last) Header()
    {
        string i = Fresh("i");
        Variable? array = Any(v => v.Extent is not null && v.Kind is not (Kind.Integer or Kind.Matrix));
        string extent = array?.Extent ?? OneOf(extents);
        string length = array?.Length ?? extent;
        Variable counter = new(Kind.Integer, i, extent, IsFixed: true), free = new(Kind.Integer, i, IsFixed: true);
        switch (random.Next(19))
        {
            case 0 or 1 or 2 or 3: return (null, $"for (int {i} = 0; {i} < {length}; {i}++)", [counter], null);
            case 4: return (null, $"for (int {i} = {length} - 1; {i} >= 0; {i}--)", [counter], null);
            case 5: return (null, $"for (int {i} = {random.Next(2)}; {i} < {length}; {i} += {random.Next(2, 4)})", [counter], null);
            case 6 or 7 when Any(v => v.Kind == Kind.Integer && v.Extent is not null && v.IsFixed) is { } outer:
                counter = counter with { Extent = outer.Extent };
                return (null, OneOf($"for (int {i} = 0; {i} < {outer.Name}; {i}++)", $"for (int {i} = 0; {i} <= {outer.Name}; ++{i})", $"for (int {i} = {outer.Name}; {i} < {outer.Extent}; {i}++)", $"for (int {i} = {outer.Name} - 1; {i} >= 0; {i}--)"), [counter], null);
            case 8 when Any(Kind.Matrix) is { } matrix: return (null, $"for (int {i} = 0; {i} < {matrix.Name}.GetLength(0); {i}++)", [counter with { Extent = matrix.Rows }], null);
            case 9 when Any(Kind.Matrix) is { } matrix: return (null, $"for (int {i} = 0; {i} < {matrix.Length}; {i}++)", [counter with { Extent = matrix.Extent }], null);
            case 10 when Any(Kind.Jagged) is { } jagged: return Rows(jagged, i);
            case 11:
                string fuel = Fresh("fuel");
                return ($"int {fuel} = {random.Next(1, 6)};", $"while ({OneOf("", $"{Condition(1)} && ")}{fuel}-- > 0)", [new(Kind.Integer, fuel, IsFixed: true)], null);
            case 12:
                fuel = Fresh("fuel");
                return ($"int {fuel} = {random.Next(1, 5)};", "do", [new(Kind.Integer, fuel, IsFixed: true)], $"while (--{fuel} > 0{OneOf("", $" && {Condition(1)}")});");
            case 13 when Any(Kind.Array, Kind.Span, Kind.ReadOnlySpan) is { } items: return (null, $"foreach (real {i} in {items.Name})", [new(Kind.Real, i, IsFixed: true)], null);
            case 14 when Any(Kind.Indices) is { } indices: return (null, $"foreach (int {i} in {indices.Name})", [new(Kind.Integer, i, indices.Extent, IsFixed: true)], null);
            case 15: return (null, $"for (int {i} = 0; {i}++ < {random.Next(1, 5)}{OneOf("", $" && {Condition(1)}")};)", [free], null);
            case 16:
                fuel = Fresh("fuel");
                return ($"int {fuel} = {random.Next(1, 5)};", Endless, [new(Kind.Integer, fuel, IsFixed: true)], null);
            case 17:
                string j = Fresh("i");
                return (null, $"for (int {i} = 0, {j} = {length} - 1; {i} {OneOf("<", "<=")} {j}; {i}++, {j}--)", [counter, counter with { Name = j }], null);
            default: return (null, OneOf($"for (int {i} = 0; {i} < Math.Min({Integer(1)}, 5); {i} += {random.Next(1, 3)})", $"foreach (int {i} in new int[] {{ 3, 1, 2 }})", $"for (int {i} = {random.Next(1, 5)}; {i} != 0; {i}--)", $"for (real {i}Time = 0.0R; {i}Time < 1.0R; {i}Time += 0.375R)"), [], null);
        }
    }

    private (string? First, string Header, Variable[] Counters, string? Last) Rows(Variable jagged, string i)
    {
        if (Any(v => v.Kind == Kind.Integer && v.Extent == jagged.Rows && v.IsFixed) is not { } row) return (null, $"for (int {i} = 0; {i} < {jagged.Name}.Length; {i}++)", [new(Kind.Integer, i, jagged.Rows, IsFixed: true)], null);
        string length = $"{jagged.Name}[{row.Name}].Length";
        return (null, $"for (int {i} = 0; {i} < {length}; {i}++)", [new(Kind.Integer, i, length, IsFixed: true)], null);
    }
}
