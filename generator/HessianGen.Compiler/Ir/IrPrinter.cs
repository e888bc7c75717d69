using System.Globalization;
using System.Text;

namespace HessianGen.Compiler.Ir;

/// <summary>The textual form of the IR, as this folder's README gives its grammar: for dumps, snapshots and pictures in tests.</summary>
/// <remarks>Deterministic, and complete: what prints alike means the same.</remarks>
internal sealed class IrPrinter
{
    private const int LineColumn = 64;

    private readonly StringBuilder text = new();
    private readonly Function function;
    private int indent;

    private IrPrinter(Function function) => this.function = function;

    /// <summary>Header, body and results of the function.</summary>
    public static string Print(Function function)
    {
        IrPrinter printer = new(function);
        string parameters = string.Join(", ", function.Parameters.Select(printer.Text));
        printer.Write($"function {function.Name}({parameters})");
        printer.Write(function.Body);
        return printer.text.ToString();
    }

    /// <summary>A block of <paramref name="function"/>, at the left margin.</summary>
    public static string Print(Block block, Function function)
    {
        IrPrinter printer = new(function) { indent = -1 };
        printer.Write(block);
        return printer.text.ToString();
    }

    /// <summary>A statement of <paramref name="function"/>, at the left margin.</summary>
    public static string Print(Statement statement, Function function)
    {
        IrPrinter printer = new(function);
        printer.Write(statement);
        return printer.text.ToString();
    }

    private void Write(Block block, string keyword = "yields")
    {
        indent++;
        foreach (Statement statement in block.Statements) Write(statement);
        if (block.Yields.Count > 0) Write($"{keyword} {Text(block.Yields)}");
        indent--;
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case For loop:
                string step = loop.Step == 1 ? "" : " step " + loop.Step.ToString(CultureInfo.InvariantCulture);
                Write($"{Text(loop.Outputs)}for {(loop.IsOverInstances ? "instance " : "")}{Text(loop.Counter)} in {Text(loop.Start)}..{Text(loop.End)}{step}{Text(loop.Carries)}", loop.Line);
                Write(loop.Body);
                break;
            case If choice:
                Write($"{Text(choice.Outputs)}if {Text(choice.Condition)}", choice.Line);
                Write(choice.Then);
                if (choice.Else.Statements.Count + choice.Else.Yields.Count > 0) Write("else");
                Write(choice.Else);
                break;
            case While loop:
                Write($"{Text(loop.Outputs)}while{Text(loop.Carries)}", loop.Line);
                Write(loop.Test, "condition");
                Write("do");
                Write(loop.Body);
                break;
            default:
                Write(Simple(statement), statement.Line);
                break;
        }
    }

    private string Simple(Statement statement) => statement switch
    {
        Let { Primitive.Name: "convert" } let => $"{Text(let.Result)} = convert {TypeOf(let.Result)} {Text(let.Arguments)}",
        Let let => $"{Text(let.Result)} = {let.Primitive.Name} {Text(let.Arguments)}",
        Load load => $"{Text(load.Result)} = {Text(load.Buffer)}[{Text(load.Index)}]",
        Store store => $"{Text(store.Buffer)}[{Text(store.Index)}] = {Text(store.Operand)}",
        Accumulate accumulate => $"{Text(accumulate.Buffer)}[{Text(accumulate.Index)}] += {Text(accumulate.Operand)}",
        Alloc alloc => $"alloc {(alloc.Growable ? "growable " : "")}{Text(alloc.Buffer)} : {ElementOf(alloc.Buffer)}[{Text(alloc.Extent)}]",
        Check check => $"check {Text(check.Condition)} {check.Exception}{(check.Message is null ? "" : $" \"{check.Message}\"")}",
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private void Write(string line, int sourceLine = 0)
    {
        line = new string(' ', 4 * indent) + line;
        if (sourceLine > 0) line = $"{line.PadRight(LineColumn)} // +{sourceLine.ToString(CultureInfo.InvariantCulture)}";
        text.Append(line).Append('\n');
    }

    private string Text(Parameter parameter)
    {
        string role = parameter.Role == ParameterRole.User ? "" : " " + parameter.Role.ToString().ToLowerInvariant();
        string variable = parameter.IsVariable ? " variable" : "";
        string name = " \"" + parameter.Name + "\"", layout = parameter is BufferParameter { Layout: not InstanceLayout.Shared and var l } rows ? " " + l.ToString().ToLowerInvariant() + (rows.LeastRows > 0 ? $" at least {rows.LeastRows.ToString(CultureInfo.InvariantCulture)}" : "") : "";
        return (parameter is BufferParameter array
            ? $"{Text(array.Buffer)} : {ElementOf(array.Buffer)}[{Text(array.Length)} : {TypeOf(array.Length)}]"
            : $"{Text(((ScalarParameter)parameter).Value)} : {TypeOf(((ScalarParameter)parameter).Value)}") + name + role + variable + layout;
    }

    private string Text(EquatableArray<Atom> atoms) => string.Join(" ", atoms.Select(Text));

    private string Text(EquatableArray<Value> outputs) => outputs.Count == 0 ? "" : string.Join(" ", outputs.Select(o => Text(o))) + " = ";

    private string Text(EquatableArray<Carried> carries) =>
        carries.Count == 0 ? "" : $" carrying ({string.Join(", ", carries.Select(c => $"{Text(c.Value)} = {Text(c.Initial)}"))})";

    private string Text(Atom atom) => atom.IsValue ? Text(atom.Value) : Literal.Text(atom);

    private string Text(Value value) => value.Id < function.Values.Count ? Named(value.ToString(), function.Values[value.Id].Name) : value.ToString();

    private string Text(Buffer buffer) => buffer.Id < function.Buffers.Count ? Named(buffer.ToString(), function.Buffers[buffer.Id].Name) : buffer.ToString();

    private string TypeOf(Value value) => value.Id < function.Values.Count ? function.Values[value.Id].Type.Spelling() : "?";

    private string ElementOf(Buffer buffer) => buffer.Id < function.Buffers.Count ? function.Buffers[buffer.Id].Element.Spelling() : "?";

    private static string Named(string id, string? name) => name is null ? id : $"{id}.{name}";
}
