namespace HessianGen.Fuzz.Grammar;

/// <content>Arrays, slices, tuples, structs and functions.</content>
internal sealed partial class RandomProgram
{
    private string? NewArray()
    {
        string extent = OneOf(extents);
        if (random.Next(3) == 0) return Declare("real[]", Kind.Array, "a", $"[{Moderate(1)}, {Moderate(1)}, {Moderate(1)}]", "3");
        if (random.Next(4) == 0 && loops == 0) return Declare("Span<real>", Kind.Span, "s", $"stackalloc real[{extent}]", extent);
        if (random.Next(4) == 0 && Any(Kind.ReadOnlySpan, Kind.Span) is { } copied) return Declare("real[]", Kind.Array, "a", $"{copied.Name}.ToArray()", copied.Extent);
        if (random.Next(4) == 0 && Any(Kind.Array) is { } mapped) return Declare("real[]", Kind.Array, "a", $"Map({mapped.Name}, {Moderate(1)})", mapped.Extent);
        return Declare("real[]", Kind.Array, "a", $"new real[{extent}]", extent);
    }

    private string? Slice()
    {
        if (Any(Kind.Array, Kind.Span) is not { } array) return null;
        string of = array.Kind == Kind.Array ? $"{array.Name}.AsSpan" : $"{array.Name}.Slice";
        string name = Fresh("s");
        Line($"Span<real> {name} = {OneOf($"{of}({array.Length} / 2)", $"{of}(0, ({array.Length} + 1) / 2)", $"{array.Name}{(array.Kind == Kind.Array ? ".AsSpan()" : "")}[({array.Length} > 1 ? 1 : 0)..]")};");
        return Add(new(Kind.Span, name, $"{name}.Length", IsFixed: true)).Name;
    }

    private string NewTuple()
    {
        if (random.Next(3) > 0) return Declare("(real X, real Y)", Kind.Pair, "q", $"({Moderate(1)}, {Moderate(2)})");
        string x = Fresh("t"), y = Fresh("t");
        Line(OneOf($"(real {x}, real {y}) = Polar({Moderate(1)}, {Moderate(1)});", $"var ({x}, {y}) = ({Real(1)} + 0.0R, {Real(1)} * 1.0R);"));
        Add(new(Kind.Real, x));
        return Add(new(Kind.Real, y)).Name;
    }

    private string NewStruct() => random.Next(2) == 0
        ? Declare("Point", Kind.Point, "q", $"new({Moderate(1)}, {Moderate(1)})")
        : Declare("Cell", Kind.Cell, "c", OneOf($"new({Moderate(1)})", $"new Cell {{ Value = {Moderate(1)} }}", "default"));

    private string NewMatrix()
    {
        string rows = OneOf("2", "3"), columns = OneOf(extents);
        string name = Fresh("m");
        Line($"real[,] {name} = new real[{rows}, {columns}];");
        return Add(new(Kind.Matrix, name, columns, IsFixed: true) { Rows = rows }).Name;
    }

    private string NewArrayOfStructs()
    {
        string extent = OneOf(extents);
        if (random.Next(3) == 0) return Declare("Cell[]", Kind.Cells, "c", $"new Cell[{extent}]", extent, isFixed: true);
        return random.Next(2) == 0
            ? Declare("Point[]", Kind.Points, "q", $"new Point[{extent}]", extent, isFixed: true)
            : Declare("(real, int)[]", Kind.Pairs, "q", $"new (real, int)[{extent}]", extent, isFixed: true);
    }

    /// <summary>A lambda or a local function; it reads what is around it and changes nothing.</summary>
    private string NewFunction()
    {
        string name = Fresh("f"), argument = Fresh("t");
        int count = scope.Count;
        Variable[] outside = [.. scope];
        scope.RemoveAll(v => v.Kind is not (Kind.Real or Kind.Integer or Kind.Array or Kind.Condition));
        Add(new(Kind.Real, argument));
        pure++;
        string body = $"Maths.Sin({Real(2)})";
        pure--;
        scope.Clear();
        scope.AddRange(outside);
        Line(random.Next(2) == 0 ? $"Func<real, real> {name} = {argument} => {body};" : $"real {name}(real {argument}) => {body};");
        return Add(new(Kind.Function, name)).Name;
    }

    /// <summary>A local function that changes variables around it; what it may change are no spans.</summary>
    private string? NewAction()
    {
        if (Any(v => v.Kind == Kind.Real && !v.IsFixed) is not { } real) return null;
        string name = Fresh("f");
        Variable[] outside = [.. scope];
        scope.RemoveAll(v => v.Kind is not (Kind.Real or Kind.Integer or Kind.Array or Kind.Condition));
        Line($"void {name}()");
        Line("{");
        indent++;
        Line($"{real.Name} = Maths.Tanh({Real(2)});");
        if (Any(Kind.Array) is { } array) Line($"{array.Name}[{Index(array, 1)}] += {Moderate(1)};");
        indent--;
        Line("}");
        scope.Clear();
        scope.AddRange(outside);
        return Add(new(Kind.Action, name)).Name;
    }

    private string? NewReference() => Any(Kind.Array, Kind.Span, Kind.Real) switch
    {
        { Kind: Kind.Real, IsFixed: false } real => Declare("ref real", Kind.Reference, "t", $"ref {real.Name}"),
        { Kind: Kind.Array or Kind.Span } array => Declare("ref real", Kind.Reference, "t", $"ref {array.Name}[{Index(array, 1)}]"),
        _ => null,
    };

    /// <summary>A row of a jagged array under a name of its own.</summary>
    private string? NewRow() => Any(Kind.Jagged) is { } jagged
        ? Declare("Span<real>", Kind.Span, "s", $"{jagged.Name}[{Row(jagged, 1)}]", isFixed: true)
        : null;

    /// <summary>A span that moves over an array.</summary>
    private string? Window() =>
        Any(v => v is { Kind: Kind.Span, Extent: null, IsFixed: false }) is { } window ? Write(OneOf($"{window.Name} = {window.Name}[({window.Length} > 1 ? 1 : 0)..];", $"{window.Name} = {window.Name}[..(({window.Length} + 1) / 2)];"))
        : Any(Kind.Array) is { } array ? Declare("Span<real>", Kind.Span, "s", array.Name)
        : null;

    /// <summary>Arrays change places; mostly those of one length, so that indices stay inside.</summary>
    private string? ExchangeArrays()
    {
        if (Any(v => v.Kind == Kind.Array && !v.IsFixed) is not { } x) return null;
        bool anyLength = random.Next(10) == 0;
        if (Any(v => v.Kind == Kind.Array && !v.IsFixed && v != x && (anyLength || v.Extent == x.Extent)) is not { } y) return null;
        return Write(OneOf($"({x.Name}, {y.Name}) = ({y.Name}, {x.Name});", $"{x.Name} = {y.Name};", $"{x.Name} = {Condition(1)} ? {x.Name} : {y.Name};"));
    }

    private string? WholeArray(int depth)
    {
        if (Any(Kind.Array, Kind.Span) is not { } array) return null;
        string span = array.Kind == Kind.Array ? $"{array.Name}.AsSpan()" : array.Name;
        switch (random.Next(5))
        {
            case 0: return Write($"{span}.Fill({Moderate(1)});");
            case 1: return Write($"{span}.Clear();");
            case 2 when Any(v => v.Kind is Kind.Array or Kind.Span or Kind.ReadOnlySpan && v.Extent == array.Extent) is { } from: return Write($"{from.Name}.CopyTo({(from.Kind == Kind.Array ? span : array.Name)});");
            case 3: return Write($"{span}[..({array.Length} / 2)].CopyTo({span}[({array.Length} - {array.Length} / 2)..]);");
            case 4 when array is { Kind: Kind.Array, IsFixed: false }: return Write($"{array.Name} = Map({array.Name}, {Moderate(1)});");
            default: return null;
        }
    }
}
