using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Statements and expressions of several lanes as C#: one line for each vector.</summary>
internal sealed class LanePrinter(LaneTarget target, ExpressionPrinter scalars)
{
    private const string Runtime = "global::HessianGen.Runtime.Lanes.", Mathematics = "global::HessianGen.Mathematics.VectorMath.";

    /// <summary>The lines that declare or assign a variable of several lanes.</summary>
    public IEnumerable<string> Assign(Local local, KernelExpression value, bool declares)
    {
        LaneShape shape = local.Shape!;
        string type = declares ? target.TypeOf(shape) + " " : "";
        if (value is LaneElement { Active: null } element && element.Stride == Constant(1) && !local.IsSplat)
        {
            for (int part = 0; part < target.PartsOf(shape); part++) yield return $"{type}{Name(local, part)} = {target.Vector}.LoadUnsafe(ref {Address(element.Array, element.Index, part * target.LanesOf(shape.Element), shape)});";
            yield break;
        }

        int parts = local.IsSplat ? 1 : target.PartsOf(shape);
        for (int part = 0; part < parts; part++) yield return $"{type}{Name(local, part)} = {Print(value, part)};";
    }

    /// <summary>The declaration of a variable that is assigned later.</summary>
    public string Declare(Local local) =>
        $"{target.TypeOf(local.Shape!)} {string.Join(", ", Enumerable.Range(0, local.IsSplat ? 1 : target.PartsOf(local.Shape!)).Select(part => Name(local, part)))};";

    /// <summary>The lines that store or add to elements.</summary>
    public IEnumerable<string> Write(WriteLanes write)
    {
        LaneShape shape = write.Value.Shape!;
        string array = CSharpName.Escaped(write.Array.Name), index = scalars.Index(write.Index);
        int parts = target.PartsOf(shape), lanes = target.LanesOf(shape.Element);
        if (write is { Active: null, IsSum: false } && write.Stride == Constant(1))
        {
            for (int part = 0; part < parts; part++) yield return $"{Operand(write.Value, part)}.StoreUnsafe(ref {Address(write.Array, write.Index, part * lanes, shape)});";
            yield break;
        }

        if (write is { Active: { } some, IsSum: false } && write.Stride == Constant(1))
        {
            for (int part = 0; part < parts; part++) yield return $"{Runtime}Store<{shape.Element.Keyword()}>({array}, {Moved(write.Index, write.Stride, part * lanes)}, {Print(write.Value, part)}, {Shifted(some, part * lanes)});";
            yield break;
        }

        for (int part = 0; part < parts; part++)
        {
            string bits = write.Active is null ? "ulong.MaxValue" : Shifted(write.Active, part * lanes);
            yield return $"{Runtime}{(write.IsSum ? "ScatterAdd" : "Scatter")}<{shape.Element.Keyword()}>({array}, {Moved(write.Index, write.Stride, part * lanes)}, {scalars.Index(write.Stride)}, {Print(write.Value, part)}, {bits});";
        }
    }

    /// <summary>The reference and the offset of consecutive elements, as arguments.</summary>
    private string Address(KernelArray array, KernelExpression index, int lanes, LaneShape shape)
    {
        if (array.Storage == ArrayStorage.Growable) return $"{CSharpName.Escaped(array.Name)}.Row({scalars.Index(index)}, {Text(shape.Lanes)})" + (lanes == 0 ? "" : $", {Text(lanes)}");
        string start = CSharpName.Escaped(array.StartName);
        if (index is ConstantExpression { Constant: var constant }) return constant.Integer + lanes == 0 ? start : $"{start}, {Text((int)constant.Integer + lanes)}";
        return lanes == 0 ? $"{start}, (nuint){scalars.Index(index)}" : $"{start}, (nuint){scalars.Index(index)} + {Text(lanes)}";
    }

    /// <summary>The line that throws where elements are not there.</summary>
    public string Check(CheckLanes check)
    {
        string index = scalars.Index(check.Index), length = $"{CSharpName.Escaped(check.Array.Name)}.Length";
        return $"if ({index} < 0 || {index} > {length} - {Text(check.Count)}) {Runtime}ThrowOutside();";
    }

    /// <summary>The line that throws where rows are not there.</summary>
    public string Check(CheckRows check) =>
        $"{Runtime}RequireRows({scalars.Text(check.First)}, {scalars.Text(check.Stride)}, {Text(check.Rows)}, {scalars.Text(check.Count)}, {CSharpName.Escaped(check.Array.Name)}.Length);";

    /// <summary>The line that declares the reference to the first element.</summary>
    public static string Start(DeclareStart declaration, bool isArray) =>
        $"ref {declaration.Array.Element.Keyword()} {CSharpName.Escaped(declaration.Array.StartName)} = ref global::System.Runtime.InteropServices.MemoryMarshal.Get{(isArray ? "ArrayData" : "")}Reference({CSharpName.Escaped(declaration.Array.Name)});";

    /// <summary>The line that puts a function of each lane in its place.</summary>
    public static string Map(MapLanes map) =>
        $"{Runtime}{LaneFunctions.Of(map.Function)!.Value.Name}({string.Join(", ", map.Buffers.Select(b => CSharpName.Escaped(b.Name)))});";

    /// <summary>The arguments of a call: arrays, scopes, what is read, what is changed.</summary>
    public string Arguments(MethodPart part)
    {
        IEnumerable<string> arrays = part.Arrays.Select(a => CSharpName.Escaped(a.Array.Name)), scopes = part.Scopes.Select(s => s.Name);
        return string.Join(", ", arrays.Concat(scopes).Concat(part.Inputs.SelectMany(l => l.Shape is null ? [scalars.Text(new LocalExpression(l))] : Names(l))).Concat(part.Updated.SelectMany(l => Names(l)).Select(n => "ref " + n)));
    }

    /// <summary>The parameters of a part's method, in the order of <see cref="Arguments"/>.</summary>
    public IEnumerable<string> Parameters(MethodPart part)
    {
        foreach ((KernelArray array, bool isWritten) in part.Arrays) yield return $"global::System.{(isWritten ? "Span" : "ReadOnlySpan")}<{array.Element.Keyword()}> {CSharpName.Escaped(array.Name)}";
        foreach (WorkspaceVariable scope in part.Scopes) yield return $"global::HessianGen.Runtime.WorkspaceScope {scope.Name}";
        foreach (Local local in part.Inputs)
        {
            foreach (string name in Names(local)) yield return $"{TypeOf(local)} {name}";
        }

        foreach (Local local in part.Updated)
        {
            foreach (string name in Names(local)) yield return $"ref {TypeOf(local)} {name}";
        }
    }

    private string TypeOf(Local local) => local.Shape is { } shape ? target.TypeOf(shape) : local.Type.Keyword();

    private IEnumerable<string> Names(Local local) => local.Shape is null ? [CSharpName.Escaped(local.Name)] : Enumerable.Range(0, local.IsSplat ? 1 : target.PartsOf(local.Shape)).Select(part => Name(local, part));

    /// <summary>The line that adds up the lanes of every element.</summary>
    public static string Sum(SumLanes sum) => $"{Runtime}AddSums<{sum.Target.Element.Keyword()}>({CSharpName.Escaped(sum.Lanes.Name)}, {CSharpName.Escaped(sum.Target.Name)});";

    /// <summary>The line that packs the rows of all lanes.</summary>
    public string Pack(PackLanes pack)
    {
        string[] arguments =
        [
            CSharpName.Escaped(pack.Source.Name), scalars.Index(pack.Index), scalars.Index(pack.Stride), scalars.Index(pack.Count), CSharpName.Escaped(pack.Target.Name), Text(pack.Lanes),
            pack.Active is null ? "ulong.MaxValue" : scalars.Text(pack.Active),
        ];
        return $"{Runtime}Pack<{pack.Source.Element.Keyword()}>({string.Join(", ", arguments)});";
    }

    /// <summary>A number or condition that follows from all lanes.</summary>
    public string Reduced(KernelExpression expression)
    {
        switch (expression)
        {
            case LaneSum { Value: var value }:
                LaneShape shape = value.Shape!;
                int halves = target.PartsOf(shape with { Groups = 1 });
                return $"{Runtime}Sum({string.Join(", ", Enumerable.Range(0, halves).Select(half => value is LaneGroupSum groups ? GroupSum(groups.Value, groups.Initial, half) : GroupSum(value, null, half)))})";
            case LaneBits { From: var from, To: var to }: return $"{Runtime}Between({scalars.Text(from)}, {scalars.Text(to)})";
            case LaneMaskBits { Condition: var condition }:
                LaneShape all = condition.Shape!;
                int lanes = target.LanesOf(all.Element);
                return string.Join(" | ", Enumerable.Range(0, target.PartsOf(all)).Select(part => $"{Runtime}Bits({Print(condition, part)})" + (part == 0 ? "" : " << " + Text(part * lanes))));
            case LaneAt { Value: var vector, Lane: var lane }:
                int each = target.LanesOf(vector.Shape!.Element);
                return $"{Operand(vector, lane / each)}.GetElement({Text(lane % each)})";
            case LaneBit bit: return $"({scalars.Text(bit.Bits)} >> {scalars.Text(bit.Lane)} & 1) != 0";
            default: throw new InvalidOperationException($"Unknown reduction {expression.GetType().Name}.");
        }
    }

    /// <summary>One vector: the same half of each group of lanes, added up.</summary>
    private string GroupSum(KernelExpression value, KernelExpression? initial, int half)
    {
        LaneShape shape = value.Shape!;
        int step = target.PartsOf(shape with { Groups = 1 });
        string? sum = initial is null ? null : Print(initial, half);
        if (value is OperationExpression { Primitive: var primitive, Arguments: var factors } && primitive == Primitives.Mul)
        {
            for (int part = half; part < step * shape.Groups; part += step)
            {
                sum = sum is null ? $"{Operand(factors[0], part)} * {Operand(factors[1], part)}" : $"{target.Vector}.FusedMultiplyAdd({Print(factors[0], part)}, {Print(factors[1], part)}, {sum})";
            }

            return sum!;
        }

        IEnumerable<string> parts = Enumerable.Range(0, shape.Groups).Select(group => Operand(value, group * step + half));
        return string.Join(" + ", sum is null ? parts : parts.Prepend(sum));
    }

    private string Print(KernelExpression expression, int part)
    {
        LaneShape shape = expression.Shape!;
        int lanes = target.LanesOf(shape.Element);
        string keyword = shape.Element.Keyword();
        switch (expression)
        {
            case LocalExpression { Local: var local }: return Name(local, part);
            case LaneSplat { Value: ConstantExpression { Constant: var constant } } when constant == Atom.Zero(shape.Element): return $"{target.TypeOf(shape)}.Zero";
            case LaneSplat { Value: ConstantExpression { Constant: { ConstantType: ScalarType.Bool, Integer: var known } } }: return $"{target.TypeOf(shape)}.{(known == 1 ? "AllBitsSet" : "Zero")}";
            case LaneSplat { Value: { Type: ScalarType.Bool } value }: return $"{scalars.Text(value)} ? {target.TypeOf(shape)}.AllBitsSet : {target.TypeOf(shape)}.Zero";
            case LaneSplat { Value: var value }: return $"{target.Vector}.Create({scalars.Text(value)})";
            case LaneFirst { Value: var value }: return part == 0 ? $"{target.Vector}.CreateScalar({scalars.Text(value)})" : $"{target.TypeOf(shape)}.Zero";
            case LaneNumbers numbers: return $"{Runtime}Numbers{Text(target.Bits)}<{keyword}>({Moved(numbers.Start, numbers.Stride, part * lanes)}, {scalars.Index(numbers.Stride)})";
            case LaneMask { Bits: var bits }: return $"{Runtime}Mask{Text(target.Bits)}<{keyword}>({Shifted(bits, part * lanes)})";
            case LaneGroupSum sum: return GroupSum(sum.Value, sum.Initial, part);
            case LaneSums { Values: var values }:
                IEnumerable<string> halves = values.Skip(part * lanes).Take(lanes).SelectMany(value => Enumerable.Range(0, target.PartsOf(shape)).Select(half => Print(value, half)));
                return $"{Runtime}Sums({string.Join(", ", halves)})";
            case LaneLast { Value: var value }: return Print(value, target.PartsOf(value.Shape!) - target.PartsOf(shape) + part);
            case LaneShift shift: return Print(shift, part, lanes);
            case LaneElement element:
                if (element.Active is not null && element.Stride == Constant(1)) return $"{Runtime}Load{Text(target.Bits)}<{keyword}>({CSharpName.Escaped(element.Array.Name)}, {Moved(element.Index, element.Stride, part * lanes)}, {Shifted(element.Active, part * lanes)})";
                string active = element.Active is null ? "" : ", " + Shifted(element.Active, part * lanes), type = element.Active is null ? "" : $"<{keyword}>";
                return $"{Runtime}Gather{Text(target.Bits)}{type}({CSharpName.Escaped(element.Array.Name)}, {Moved(element.Index, element.Stride, part * lanes)}, {scalars.Index(element.Stride)}{active})";
            case OperationExpression operation: return Print(operation, part);
            default: throw new InvalidOperationException($"Unknown expression of lanes {expression.GetType().Name}.");
        }
    }

    /// <summary>Of the vectors of the group before and of the value, one after another, the lanes from so many before this vector's first on.</summary>
    private string Print(LaneShift shift, int part, int lanes)
    {
        int before = target.PartsOf(shift.Before.Shape!), whole = shift.Distance / lanes, distance = shift.Distance % lanes;
        string Vector(int index) => index < 0 ? Print(shift.Before, before + index) : Print(shift.Value, index);
        return distance == 0 ? Vector(part - whole) : $"{Runtime}Shift({Vector(part - whole - 1)}, {Vector(part - whole)}, {Text(distance)})";
    }

    private string Print(OperationExpression operation, int part)
    {
        (LaneLibrary library, string name) = LaneFunctions.Of(operation.Primitive)!.Value;
        string Arguments() => string.Join(", ", operation.Arguments.Select(a => Print(a, part)));
        return library switch
        {
            LaneLibrary.Operator => $"{Operand(operation.Arguments[0], part)} {name} {Operand(operation.Arguments[1], part)}",
            LaneLibrary.Prefix => name + Operand(operation.Arguments[0], part),
            LaneLibrary.Vector => $"{target.Vector}.{name}({Arguments()})",
            LaneLibrary.Negated => $"~{target.Vector}.{name}({Arguments()})",
            _ => $"{Mathematics}{name}({Arguments()})",
        };
    }

    private string Operand(KernelExpression expression, int part)
    {
        bool isOperator = expression is OperationExpression { Primitive: var primitive } && LaneFunctions.Of(primitive) is { Library: LaneLibrary.Operator or LaneLibrary.Prefix }
            || expression is LaneGroupSum or LaneSplat { Value: { Type: ScalarType.Bool } };
        return isOperator ? $"({Print(expression, part)})" : Print(expression, part);
    }

    /// <summary>The index of a later lane.</summary>
    private string Moved(KernelExpression index, KernelExpression stride, int lanes) =>
        lanes == 0 ? scalars.Index(index)
        : stride is ConstantExpression { Constant: var constant } ? $"{scalars.Index(index)} + {Text((int)constant.Integer * lanes)}".Replace("+ -", "- ")
        : $"{scalars.Index(index)} + {Text(lanes)} * ({scalars.Index(stride)})";

    private string Shifted(KernelExpression bits, int lanes) => lanes == 0 ? scalars.Text(bits) : $"{scalars.Text(bits)} >> {Text(lanes)}";

    /// <summary>The name of one vector of a variable.</summary>
    private string Name(Local local, int part) =>
        local.IsSplat || target.PartsOf(local.Shape!) == 1 ? CSharpName.Escaped(local.Name) : CSharpName.Escaped(local.Name + Text(part));

    private static ConstantExpression Constant(long value) => new(Atom.OfInteger(value));

    private static string Text(int number) => FormattableString.Invariant($"{number}");
}
