using System.Globalization;
using System.Text.RegularExpressions;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

/// <summary>Reads the textual form of the IR, so that tests can be pictures; types are inferred, ids are taken as they stand.</summary>
internal sealed partial class IrParser
{
    private readonly List<(int Indent, string Text, int Line)> lines = [];
    private readonly Dictionary<int, ValueInfo> values = [];
    private readonly Dictionary<int, BufferInfo> buffers = [];
    private int next;

    public static Function Parse(string text)
    {
        IrParser parser = new();
        foreach (string line in text.Split('\n').Where(l => l.Trim().Length > 0)) parser.Add(line);
        return parser.Function();
    }

    private void Add(string line)
    {
        Match comment = LineComment().Match(line);
        int number = comment.Success ? int.Parse(comment.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        string code = comment.Success ? line[..comment.Index] : line;
        lines.Add((code.Length - code.TrimStart().Length, code.Trim(), number));
    }

    private Function Function()
    {
        Match header = Header().Match(Take().Text);
        Parameter[] parameters = [.. header.Groups[2].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Parameter)];
        Block body = Block(0);
        ValueInfo[] valueTable = [.. Enumerable.Range(0, values.Count == 0 ? 0 : values.Keys.Max() + 1).Select(id => values.GetValueOrDefault(id))];
        BufferInfo[] bufferTable = [.. Enumerable.Range(0, buffers.Count == 0 ? 0 : buffers.Keys.Max() + 1).Select(id => buffers.GetValueOrDefault(id))];
        return new(header.Groups[1].Value, new(parameters), body, new(valueTable), new(bufferTable));
    }

    private Parameter Parameter(string text)
    {
        Match match = ParameterText().Match(text);
        ParameterRole role = match.Groups["role"].Success ? Enum.Parse<ParameterRole>(match.Groups["role"].Value, ignoreCase: true) : ParameterRole.User;
        bool isVariable = match.Groups["variable"].Success;
        string name = match.Groups["name"].Value;
        ScalarType type = Type(match.Groups["type"].Value);
        if (!match.Groups["length"].Success) return new ScalarParameter(name, role, isVariable, Define(match.Groups["id"].Value, type));
        Value length = Define(match.Groups["length"].Value, Type(match.Groups["lengthType"].Value));
        return new BufferParameter(name, role, isVariable, DefineBuffer(match.Groups["id"].Value, type), length)
        {
            Layout = match.Groups["layout"].Success ? Enum.Parse<InstanceLayout>(match.Groups["layout"].Value, ignoreCase: true) : InstanceLayout.Shared,
            LeastRows = match.Groups["least"].Success ? long.Parse(match.Groups["least"].Value, CultureInfo.InvariantCulture) : 0,
        };
    }

    /// <summary>The lines deeper than <paramref name="indent"/>, up to the yields.</summary>
    private Block Block(int indent, string keyword = "yields")
    {
        List<Statement> statements = [];
        Atom[] yields = [];
        while (next < lines.Count && lines[next].Indent > indent)
        {
            if (lines[next].Text.StartsWith(keyword + " ", StringComparison.Ordinal)) yields = Atoms(Take().Text[(keyword.Length + 1)..]);
            else statements.Add(Statement());
        }

        return new(statements.ToEquatableArray(), new(yields));
    }

    private Statement Statement()
    {
        (int indent, string text, int line) = Take();
        Match loop = ForText().Match(text);
        if (loop.Success) return For(loop, indent) with { Line = line };
        Match choice = IfText().Match(text);
        if (choice.Success) return If(choice, indent) with { Line = line };
        Match repeat = WhileText().Match(text);
        return (repeat.Success ? While(repeat, indent) : Simple(text)) with { Line = line };
    }

    private For For(Match match, int indent)
    {
        Atom start = Atom(match.Groups["start"].Value), end = Atom(match.Groups["end"].Value);
        Carried[] carries = Carries(match.Groups["carries"].Value);
        Value counter = Define(match.Groups["counter"].Value, TypeOf(end));
        long step = match.Groups["step"].Success ? long.Parse(match.Groups["step"].Value, CultureInfo.InvariantCulture) : 1;
        Block body = Block(indent);
        return new(Outputs(match, carries.Select(c => TypeOf(c.Value))), counter, start, end, step, new(carries), body) { IsOverInstances = match.Groups["instance"].Success };
    }

    private If If(Match match, int indent)
    {
        Block then = Block(indent), otherwise = HessianGen.Compiler.Ir.Block.Empty;
        if (next < lines.Count && lines[next] is { Text: "else" } && lines[next].Indent == indent)
        {
            Take();
            otherwise = Block(indent);
        }

        return new(Outputs(match, then.Yields.Select(TypeOf)), Atom(match.Groups["condition"].Value), then, otherwise);
    }

    private While While(Match match, int indent)
    {
        Carried[] carries = Carries(match.Groups["carries"].Value);
        Block test = Block(indent, "condition");
        Take();
        Block body = Block(indent);
        return new(Outputs(match, carries.Select(c => TypeOf(c.Value))), new(carries), test, body);
    }

    private Statement Simple(string text)
    {
        Match match = AllocText().Match(text);
        if (match.Success) return new Alloc(DefineBuffer(match.Groups[2].Value, Type(match.Groups[3].Value)), Atom(match.Groups[4].Value), match.Groups[1].Success);
        match = CheckText().Match(text);
        if (match.Success) return new Check(Atom(match.Groups[1].Value), match.Groups[2].Value, match.Groups[3].Success ? match.Groups[3].Value : null);
        match = LoadText().Match(text);
        if (match.Success) return Load(match.Groups[1].Value, Buffer(match.Groups[2].Value), Atom(match.Groups[3].Value));
        match = StoreText().Match(text);
        if (!match.Success) return Let(LetText().Match(text));
        (Ir.Buffer buffer, Atom index, Atom operand) = (Buffer(match.Groups[1].Value), Atom(match.Groups[2].Value), Atom(match.Groups[4].Value));
        return match.Groups[3].Value == "=" ? new Store(buffer, index, operand) : new Accumulate(buffer, index, operand);
    }

    private Load Load(string result, Ir.Buffer buffer, Atom index) => new(Define(result, buffers.GetValueOrDefault(buffer.Id).Element), buffer, index);

    private Let Let(Match match)
    {
        if (!match.Success) throw new FormatException($"Not a statement: {lines[next - 1].Text}");
        Primitive primitive = Primitives.All.Single(p => p.Name == match.Groups[2].Value);
        string operands = match.Groups[3].Value;
        if (primitive == Primitives.Convert)
        {
            Atom operand = Atom(operands.Split(' ')[1]);
            return new(Define(match.Groups[1].Value, Type(operands.Split(' ')[0])), primitive, new([operand]));
        }

        Atom[] atoms = Atoms(operands);
        bool isShift = primitive == Primitives.Shl || primitive == Primitives.Shr || primitive == Primitives.Ushr;
        ScalarType type = primitive.IsComparison ? ScalarType.Bool : TypeOf(isShift ? atoms[0] : atoms[^1]);
        return new(Define(match.Groups[1].Value, type), primitive, new(atoms));
    }

    private EquatableArray<Value> Outputs(Match match, IEnumerable<ScalarType> types) =>
        match.Groups["outputs"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Zip(types, Define).ToEquatableArray();

    private Carried[] Carries(string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(" = ")).Select(c => (c[0], Atom(c[1])))
            .Select(c => new Carried(Define(c.Item1, TypeOf(c.Item2)), c.Item2))];

    private Value Define(string text, ScalarType type)
    {
        (int id, string? name) = Id(text);
        values[id] = new(type, name, 0);
        return new(id);
    }

    private Ir.Buffer DefineBuffer(string text, ScalarType element)
    {
        (int id, string? name) = Id(text);
        buffers[id] = new(element, name, 0);
        return new(id);
    }

    private static Ir.Buffer Buffer(string text) => new(Id(text).Id);

    private static (int Id, string? Name) Id(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        string id = dot < 0 ? text[1..] : text[1..dot];
        return (int.Parse(id, CultureInfo.InvariantCulture), dot < 0 ? null : text[(dot + 1)..]);
    }

    private static Atom[] Atoms(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Atom)];

    private static Atom Atom(string text)
    {
        if (text[0] == '%') return new Value(Id(text).Id);
        if (text is "true" or "false") return Ir.Atom.OfBoolean(text == "true");
        string[] parts = text.Split(':');
        ScalarType type = parts.Length == 1 ? ScalarType.F64 : Type(parts[1]);
        if (type.IsFloat()) return Ir.Atom.OfFloat(double.Parse(parts[0], CultureInfo.InvariantCulture), type);
        return Ir.Atom.OfInteger(type == ScalarType.U64 ? unchecked((long)ulong.Parse(parts[0], CultureInfo.InvariantCulture)) : long.Parse(parts[0], CultureInfo.InvariantCulture), type);
    }

    private ScalarType TypeOf(Atom atom) => atom.IsConstant ? atom.ConstantType : values.GetValueOrDefault(atom.Value.Id).Type;

    private static ScalarType Type(string text) => Enum.Parse<ScalarType>(text, ignoreCase: true);

    private (int Indent, string Text, int Line) Take() => lines[next++];

    [GeneratedRegex(@"\s*// \+(\d+)\s*$")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"^function (\w+)\((.*)\)$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?<id>[%@][\w.]+) : (?<type>\w+)(\[(?<length>%[\w.]+) : (?<lengthType>\w+)\])? ""(?<name>[^""]*)""( (?<role>direction|gradient|product|diagonal|hessian|value|count|stride))?(?<variable> variable)?( (?<layout>elements|rows)( at least (?<least>\d+))?)?$")]
    private static partial Regex ParameterText();

    [GeneratedRegex(@"^(?:(?<outputs>%[^=]*) = )?for (?<instance>instance )?(?<counter>%[\w.]+) in (?<start>\S+?)\.\.(?<end>[%\-\d]\S*)(?: step (?<step>-?\d+))?(?: carrying \((?<carries>.*)\))?$")]
    private static partial Regex ForText();

    [GeneratedRegex(@"^(?:(?<outputs>%[^=]*) = )?if (?<condition>\S+)$")]
    private static partial Regex IfText();

    [GeneratedRegex(@"^(?:(?<outputs>%[^=]*) = )?while(?: carrying \((?<carries>.*)\))?$")]
    private static partial Regex WhileText();

    [GeneratedRegex(@"^alloc (growable )?(@[\w.]+) : (\w+)\[(\S+)\]$")]
    private static partial Regex AllocText();

    [GeneratedRegex(@"^check (\S+) (\S+)(?: ""(.*)"")?$")]
    private static partial Regex CheckText();

    [GeneratedRegex(@"^(%[\w.]+) = (@[\w.]+)\[(\S+)\]$")]
    private static partial Regex LoadText();

    [GeneratedRegex(@"^(@[\w.]+)\[(\S+)\] (=|\+=) (\S+)$")]
    private static partial Regex StoreText();

    [GeneratedRegex(@"^(%[\w.]+) = (\w+) (.*)$")]
    private static partial Regex LetText();
}
