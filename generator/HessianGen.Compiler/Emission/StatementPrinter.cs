using System.Globalization;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Statements as C#, one to one.</summary>
/// <param name="lanes">Prints what works on several lanes; null where nothing does.</param>
/// <param name="partName">What the methods of parts are called, but for their number.</param>
/// <param name="arrayParameters">The parameters that are <c>T[]</c> and not spans.</param>
/// <param name="usersName">What the user calls the parameter behind a variable, for messages.</param>
/// <param name="comments">The comment beside a statement, or null.</param>
internal sealed class StatementPrinter(
    CodeWriter writer, ExpressionPrinter expressions, LanePrinter? lanes, string partName, IReadOnlyCollection<string> arrayParameters, Func<string, string> usersName, Func<KernelStatement, string?> comments)
{
    private const string Runtime = "global::HessianGen.Runtime.";

    public void Print(KernelBlock block)
    {
        KernelStatement? previous = null;
        foreach (KernelStatement statement in block.Statements)
        {
            if (previous is not null && NeedsBlankLine(previous, statement)) writer.Line();
            Print(statement);
            previous = statement;
        }
    }

    private static bool NeedsBlankLine(KernelStatement previous, KernelStatement statement) =>
        previous is not ActHeading && (statement is ActHeading || previous.Blocks.Any() || (EntryChecks.IsCheck(previous) && !EntryChecks.IsCheck(statement)));

    private void Print(KernelStatement statement)
    {
        switch (statement)
        {
            case ForStatement loop: Nest(Header(loop), loop.Body, statement); break;
            case WhileStatement loop: Nest(loop.Condition is null ? "while (true)" : $"while ({expressions.Text(loop.Condition)})", loop.Body, statement); break;
            case IfStatement choice: Print(choice, "if"); break;
            case CheckStatement check: Print(check); break;
            case ActHeading act: writer.Line("// " + act.Text); break;
            case DeclareArray { Array.Storage: ArrayStorage.Stack, IsZeroed: true } declaration:
                writer.Line(Declaration(declaration), comments(statement));
                writer.Line($"{Name(declaration.Array)}.Clear();");
                break;
            case DeclareLocal { Local: { Shape: not null } local, Initial: var value }: Print(value is null ? [lanes!.Declare(local)] : lanes!.Assign(local, value, declares: true), statement); break;
            case AssignLocal { Local: { Shape: not null } local, Value: var value }: Print(lanes!.Assign(local, value, declares: false), statement); break;
            case CallPart { Part: var part }: Print([$"{partName}{part.Number.ToString(CultureInfo.InvariantCulture)}({lanes!.Arguments(part)});"], statement); break;
            case DeclareStart start: Print([LanePrinter.Start(start, start.Array.Storage == ArrayStorage.Parameter && arrayParameters.Contains(start.Array.Name))], statement); break;
            case CheckLanes check: Print([lanes!.Check(check)], statement); break;
            case CheckRows check: Print([lanes!.Check(check)], statement); break;
            case MapLanes map: Print([LanePrinter.Map(map)], statement); break;
            case SumLanes sum: Print([LanePrinter.Sum(sum)], statement); break;
            case PackLanes pack: Print([lanes!.Pack(pack)], statement); break;
            case WriteLanes write: Print(lanes!.Write(write), statement); break;
            default: writer.Line(Text(statement), comments(statement)); break;
        }
    }

    private void Print(IEnumerable<string> lines, KernelStatement statement)
    {
        string? comment = comments(statement);
        foreach (string line in lines)
        {
            writer.Line(line, comment);
            comment = null;
        }
    }

    private string Text(KernelStatement statement) => statement switch
    {
        DeclareLocal { Initial: null } declaration => $"{declaration.Local.Type.Keyword()} {Name(declaration.Local)};",
        DeclareLocal declaration => $"{declaration.Local.Type.Keyword()} {Name(declaration.Local)} = {expressions.Assigned(declaration.Initial!)};",
        DeclareSineAndCosine both => $"({both.Sine.Type.Keyword()} {Name(both.Sine)}, {both.Cosine.Type.Keyword()} {Name(both.Cosine)}) = {both.Sine.Type.Keyword()}.SinCos({expressions.Text(both.Angle)});",
        AssignLocal assignment => $"{Name(assignment.Local)} {assignment.Operator?.Operator}= {expressions.Assigned(assignment.Value)};",
        WriteElement { Array.Storage: ArrayStorage.Growable } write => Growing(write),
        WriteElement write => $"{Name(write.Array)}[{expressions.Index(write.Index)}] {write.Operator?.Operator}= {expressions.Assigned(write.Value)};",
        BreakIf exit => $"if ({expressions.Text(exit.Condition)}) break;",
        EnterWorkspace enter => $"using {Runtime}WorkspaceScope {enter.Scope.Name} = {Runtime}Workspace.Enter();",
        DeclareArray declaration => Declaration(declaration),
        FillRange { Value: ConstantExpression { Constant: var c } } fill when c == Atom.Zero(c.ConstantType) => $"{Range(fill.Target, "Span")}.Clear();",
        FillRange fill => $"{Range(fill.Target, "Span")}.Fill({expressions.Assigned(fill.Value)});",
        CopyRange copy => $"{Range(copy.Source, "ReadOnlySpan")}.CopyTo({Range(copy.Target, "Span")});",
        RequireLength require => $"{Runtime}Require.Length({Name(require.Array)}.Length, {Expected(require.Expected)}, {CSharpLiteral.Text(require.Array.Name)});",
        RequireStride require => $"{Runtime}Require.Stride({Name(require.Count)}, {Name(require.Stride)}, {CSharpLiteral.Text(require.Count.Name)}, {CSharpLiteral.Text(require.Stride.Name)});",
        RequireRows require => $"{Runtime}Require.Rows({Name(require.Count)}, {Name(require.Rows)}, {CSharpLiteral.Text(Atom.OfInteger(require.Least))}, {CSharpLiteral.Text(require.Array.Name)});",
        RequirePattern require => $"{Runtime}Require.Pattern({Name(require.Pattern)}, {expressions.Assigned(require.Order)}, {Distances(require.Distances)}, {Name(require.Values)}.Length, {CSharpLiteral.Text(require.Pattern.Name)}, {CSharpLiteral.Text(require.Values.Name)});",
        DeclareBand band => $"global::System.Span<{band.Array.Element.Keyword()}> {Name(band.Array)} = {Name(band.Pattern)}.Diagonal({Name(band.Values)}, {CSharpLiteral.Text(Atom.OfInteger(band.Distance))});",
        RequireNoOverlap require => Text(require),
        ReturnStatement result => $"return {expressions.Assigned(result.Value)};",
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    /// <summary>The distances of diagonals as an argument; the compiler makes a span of constants of it.</summary>
    public static string Distances(IEnumerable<long> distances) => $"new int[] {{ {string.Join(", ", distances.Select(d => d.ToString(CultureInfo.InvariantCulture)))} }}";

    private string Text(RequireNoOverlap require)
    {
        KernelArray output = require.Output, input = require.Input;
        string names = $"{CSharpLiteral.Text(output.Name)}, {CSharpLiteral.Text(usersName(input.Name))}";
        return $"{Runtime}Require.NoOverlap<{output.Element.Keyword()}>({Name(output)}, {Name(input)}, {names});";
    }

    private string Header(ForStatement loop)
    {
        string type = loop.Counter.Type.Keyword(), counter = Name(loop.Counter), start = expressions.Assigned(loop.Start);
        string condition = loop.Step > 0 ? $"{counter} < {expressions.Compared(loop.End)}"
            : loop.End is ConstantExpression { Constant: { Integer: < int.MaxValue } end } ? $"{counter} >= {Successor(end)}"
            : $"{counter} > {expressions.Compared(loop.End)}";
        string step = loop.Step switch
        {
            1 => $"{counter}++",
            -1 => $"{counter}--",
            > 0 => $"{counter} += {CSharpLiteral.Text(Atom.OfInteger(loop.Step))}",
            _ => $"{counter} -= {CSharpLiteral.Text(Atom.OfInteger(-loop.Step))}",
        };
        return $"for ({type} {counter} = {start}; {condition}; {step})";
    }

    private static string Successor(Atom constant) => CSharpLiteral.Text(Atom.OfInteger(constant.Integer + 1, constant.ConstantType));

    private void Print(IfStatement choice, string keyword)
    {
        Nest($"{keyword} ({expressions.Text(choice.Condition)})", choice.Then, choice);
        if (choice.Else.Statements.Count == 0) return;
        if (choice.Else.Statements.Count == 1 && choice.Else.Statements[0] is IfStatement inner) Print(inner, "else if");
        else Nest("else", choice.Else, null);
    }

    private void Nest(string header, KernelBlock body, KernelStatement? statement)
    {
        writer.Line(header, statement is null ? null : comments(statement));
        writer.Open();
        Print(body);
        writer.Close();
    }

    private void Print(CheckStatement check)
    {
        if (check.Exception == nameof(IndexOutOfRangeException) && check.Message is null)
        {
            writer.Line($"{Runtime}Require.Index({expressions.Text(check.Condition)});", comments(check));
            return;
        }

        string type = check.Exception.StartsWith("global::", StringComparison.Ordinal) ? check.Exception
            : "global::" + (check.Exception.Contains(".") ? check.Exception : "System." + check.Exception);
        string message = check.Message is null ? "" : CSharpLiteral.Text(check.Message);
        writer.Line($"if ({expressions.Text(ExpressionTree.Not(check.Condition))}) throw new {type}({message});", comments(check));
    }

    private string Declaration(DeclareArray declaration)
    {
        string element = declaration.Array.Element.Keyword(), name = Name(declaration.Array), extent = expressions.Index(declaration.Extent);
        return declaration.Array.Storage switch
        {
            ArrayStorage.Stack => $"global::System.Span<{element}> {name} = stackalloc {element}[{extent}];",
            ArrayStorage.Growable => $"{Runtime}GrowableBuffer<{element}> {name} = new {Runtime}GrowableBuffer<{element}>({declaration.Scope!.Name});",
            _ => $"global::System.Span<{element}> {name} = {declaration.Scope!.Name}.{(declaration.IsZeroed ? "Rent" : "RentDirty")}<{element}>({extent});",
        };
    }

    private string Growing(WriteElement write)
    {
        string name = Name(write.Array), index = expressions.Index(write.Index), value = expressions.Assigned(write.Value);
        return write.Operator is null ? $"{name}.Set({index}, {value});" : $"{name}.Set({index}, {name}[{index}] {write.Operator.Operator} ({value}));";
    }

    private string Range(KernelRange range, string span)
    {
        string name = Name(range.Array);
        bool isArray = range.Array.Storage == ArrayStorage.Parameter && arrayParameters.Contains(range.Array.Name);
        string bounds = range.Start is null || range.Count is null ? "" : $"{expressions.Index(range.Start)}, {expressions.Index(range.Count)}";
        if (isArray) return $"new global::System.{span}<{range.Array.Element.Keyword()}>({name}{(bounds.Length > 0 ? ", " : "")}{bounds})";
        return bounds.Length > 0 ? $"{name}.Slice({bounds})" : name;
    }

    private string Expected(KernelExpression length) =>
        length is OperationExpression { Type: ScalarType.I32 } ? $"checked({expressions.Text(length)})" : expressions.Text(length);

    private static string Name(Local local) => CSharpName.Escaped(local.Name);

    private static string Name(KernelArray array) => CSharpName.Escaped(array.Name);
}
