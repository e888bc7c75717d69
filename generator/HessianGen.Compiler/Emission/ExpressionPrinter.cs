using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Lowering;

namespace HessianGen.Compiler.Emission;

/// <summary>Expressions as C#: the tree as it is, with the parentheses that keep it so and no others.</summary>
internal sealed class ExpressionPrinter(IReadOnlyCollection<string> enumParameters)
{
    /// <summary>How tightly an expression binds; a looser one inside a tighter one needs parentheses.</summary>
    private enum Binding
    {
        Choice, Or, And, BitOr, BitXor, BitAnd, Equality, Relation, Shift, Sum, Product, Unary, Primary,
    }

    private static readonly Dictionary<Primitive, Binding> Operators = new()
    {
        [Primitives.Or] = Binding.BitOr, [Primitives.Xor] = Binding.BitXor, [Primitives.And] = Binding.BitAnd,
        [Primitives.Eq] = Binding.Equality, [Primitives.Ne] = Binding.Equality,
        [Primitives.Lt] = Binding.Relation, [Primitives.Le] = Binding.Relation, [Primitives.Gt] = Binding.Relation, [Primitives.Ge] = Binding.Relation,
        [Primitives.Shl] = Binding.Shift, [Primitives.Shr] = Binding.Shift, [Primitives.Ushr] = Binding.Shift,
        [Primitives.Add] = Binding.Sum, [Primitives.Sub] = Binding.Sum,
        [Primitives.Mul] = Binding.Product, [Primitives.Div] = Binding.Product, [Primitives.Rem] = Binding.Product,
    };

    private bool isUnchecked;

    /// <summary>Prints what reduces several lanes to one; null where there are no lanes.</summary>
    public LanePrinter? Lanes { get; set; }

    public string Text(KernelExpression expression) => Print(expression).Text;

    /// <summary>The expression on the right of a comparison.</summary>
    public string Compared(KernelExpression expression) => Operand(IsWidening(expression) ? ((ConversionExpression)expression).Operand : expression, Binding.Shift);

    /// <summary>The expression where it is assigned to something of its type: a widening cast is not written.</summary>
    public string Assigned(KernelExpression expression) => Text(IsWidening(expression) ? ((ConversionExpression)expression).Operand : expression);

    /// <summary>The expression as an index or a length: an <c>int</c>, or an exception where it is none.</summary>
    public string Index(KernelExpression expression) => expression switch
    {
        ConversionExpression { Operand.Type: <= ScalarType.I32 and >= ScalarType.I8 } widened when widened.Type is ScalarType.I32 or ScalarType.I64 => Text(widened.Operand),
        ConstantExpression { Constant: var c } when c.Integer is >= 0 and <= int.MaxValue => CSharpLiteral.Text(Atom.OfInteger(c.Integer)),
        { Type: ScalarType.U32 or ScalarType.I64 or ScalarType.U64 } => $"checked((int){Operand(expression, Binding.Unary)})",
        _ => Text(expression),
    };

    private string Operand(KernelExpression expression, Binding least)
    {
        (string text, Binding binding) = Print(expression);
        return binding < least ? $"({text})" : text;
    }

    private (string Text, Binding Binding) Print(KernelExpression expression) => expression switch
    {
        ConstantExpression constant => Print(constant.Constant),
        LocalExpression read => Print(read.Local),
        LengthExpression length => (CSharpName.Escaped(length.Array.Name) + ".Length", Binding.Primary),
        ElementExpression element => ($"{CSharpName.Escaped(element.Array.Name)}[{Index(element.Index)}]", Binding.Primary),
        ConversionExpression conversion => Print(conversion),
        ChoiceExpression choice => (
            $"{Operand(choice.Condition, Binding.Or)} ? {Arm(choice.WhenTrue, Binding.Or)} : {Arm(choice.WhenFalse, Binding.Choice)}",
            Binding.Choice),
        ShortCircuitExpression { IsAnd: true } and => ($"{Operand(and.Left, Binding.And)} && {Operand(and.Right, Binding.And)}", Binding.And),
        ShortCircuitExpression or => ($"{Operand(or.Left, Binding.Or)} || {Operand(or.Right, Binding.Or)}", Binding.Or),
        OperationExpression operation => Print(operation),
        ContractedExpression sum => ($"{sum.Type.Keyword()}.MultiplyAddEstimate({Text(sum.X)}, {Text(sum.Y)}, {Text(sum.Z)})", Binding.Primary),
        InsideIndex inside => ($"global::HessianGen.Runtime.Lanes.Inside({Index(inside.Index)}, {Text(inside.Extent)})", Binding.Primary),
        LaneBit or LaneMaskBits => (Lanes!.Reduced(expression), Binding.Equality),
        LaneSum or LaneBits or LaneAt => (Lanes!.Reduced(expression), Binding.Primary),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    /// <summary>A constant of a narrow type needs its cast in a choice: a choice between constants is an int.</summary>
    private string Arm(KernelExpression value, Binding binding) =>
        value is ConstantExpression && value.Type is (ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16) ? $"({value.Type.Keyword()}){Operand(value, Binding.Primary)}" : Operand(value, binding);

    private (string, Binding) Print(Local local)
    {
        string name = CSharpName.Escaped(local.Name);
        return local.IsParameter && enumParameters.Contains(local.Name) ? ($"({local.Type.Keyword()}){name}", Binding.Unary) : (name, Binding.Primary);
    }

    private static (string, Binding) Print(Atom constant)
    {
        string text = CSharpLiteral.Text(constant);
        return (text, text[0] == '-' ? Binding.Unary : Binding.Primary);
    }

    private (string, Binding) Print(ConversionExpression conversion)
    {
        bool isExact = IsWidening(conversion) || (conversion.Type == ScalarType.F32 && conversion.Operand.Type == ScalarType.F64);
        if (isExact) return ($"({conversion.Type.Keyword()}){Operand(conversion.Operand, Binding.Unary)}", Binding.Unary);
        return Unchecked(() => $"({conversion.Type.Keyword()}){Operand(conversion.Operand, Binding.Unary)}", Binding.Unary);
    }

    /// <summary>What the function writes, in an unchecked context; the context is written once, around the outermost expression.</summary>
    private (string, Binding) Unchecked(Func<string> print, Binding binding)
    {
        if (isUnchecked) return (print(), binding);
        isUnchecked = true;
        string text = print();
        isUnchecked = false;
        return ($"unchecked({text})", Binding.Primary);
    }

    private (string, Binding) Print(OperationExpression operation)
    {
        if (operation.Type is ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16)
        {
            return Unchecked(() => $"({operation.Type.Keyword()})({PrintPromoted(operation).Text})", Binding.Unary);
        }

        if (!operation.Wraps) return PrintPromoted(operation);
        Binding binding = Operators.TryGetValue(operation.Primitive, out Binding known) ? known : Binding.Unary;
        return Unchecked(() => PrintPromoted(operation).Text, binding);
    }

    private (string Text, Binding Binding) PrintPromoted(OperationExpression operation)
    {
        Primitive primitive = operation.Primitive;
        EquatableArray<KernelExpression> arguments = operation.Arguments;
        if (primitive == Primitives.Neg) return PrintNegation(arguments[0]);
        if (primitive == Primitives.Not) return ((arguments[0].Type == ScalarType.Bool ? "!" : "~") + Operand(arguments[0], Binding.Unary), Binding.Unary);
        if (!Operators.TryGetValue(primitive, out Binding binding)) return (Call(primitive, operation.Type, arguments), Binding.Primary);
        if (binding == Binding.Equality && arguments[0].Type.IsFloat() && arguments[0] == arguments[1]) return PrintNanTest(primitive, arguments[0]);
        if (binding == Binding.Shift) return PrintShift(operation);
        if (primitive == Primitives.Or && arguments.Any(a => a is ConversionExpression)) return PrintOrOfConverted(arguments[0], arguments[1]);
        (KernelExpression left, KernelExpression right) = WithoutWidening(arguments[0], arguments[1]);
        string divisor = IsDivisionByZero(primitive, right) ? $"{right.Type.Keyword()}.Min({Text(right)}, {Text(right)})" : Operand(right, binding + 1);
        return ($"{Operand(left, binding)} {primitive.Operator} {divisor}", binding);
    }

    /// <summary>What C# refuses to compile although it may: it must throw when it runs.</summary>
    private static bool IsDivisionByZero(Primitive primitive, KernelExpression divisor) =>
        (primitive == Primitives.Div || primitive == Primitives.Rem) && divisor is ConstantExpression { Constant: { Integer: 0 } zero } && zero.ConstantType.IsInteger();

    /// <summary>Without the operator, which warns where an operand is sign-extended, however rightly.</summary>
    private (string, Binding) PrintOrOfConverted(KernelExpression left, KernelExpression right) =>
        ($"~(~{Operand(left, Binding.Unary)} & ~{Operand(right, Binding.Unary)})", Binding.Unary);

    /// <summary>C# shifts by an <c>int</c>, of which the lowest bits count.</summary>
    private (string, Binding) PrintShift(OperationExpression operation)
    {
        (KernelExpression value, KernelExpression count) = (operation.Arguments[0], operation.Arguments[1]);
        string shift = $"{Operand(value, Binding.Shift)} {operation.Primitive.Operator} ";
        if (count is ConstantExpression { Constant: var bits }) return (shift + CSharpLiteral.Text(Atom.OfInteger(bits.Integer & 63)), Binding.Shift);
        if (count.Type is not (ScalarType.U32 or ScalarType.I64 or ScalarType.U64)) return (shift + Operand(count, Binding.Sum), Binding.Shift);
        return Unchecked(() => $"{shift}(int){Operand(count, Binding.Unary)}", Binding.Shift);
    }

    private (string, Binding) PrintNegation(KernelExpression operand)
    {
        if (operand.Type is ScalarType.U32 or ScalarType.U64)
        {
            return ($"{CSharpLiteral.Text(Atom.Zero(operand.Type))} - {Operand(operand, Binding.Product)}", Binding.Sum);
        }

        string text = Operand(operand, Binding.Unary);
        return (text[0] == '-' ? $"-({text})" : "-" + text, Binding.Unary);
    }

    /// <summary><c>x != x</c> is what it means to be no number; written so, it would be a warning.</summary>
    private (string, Binding) PrintNanTest(Primitive comparison, KernelExpression operand)
    {
        string text = $"{operand.Type.Keyword()}.IsNaN({Text(operand)})";
        return comparison == Primitives.Ne ? (text, Binding.Primary) : ("!" + text, Binding.Unary);
    }

    /// <summary>Drops the cast that C# makes by itself because the other operand has the type.</summary>
    private static (KernelExpression Left, KernelExpression Right) WithoutWidening(KernelExpression left, KernelExpression right)
    {
        if (left.Type != right.Type) return (left, right);
        if (IsWidening(right) && !IsWidening(left)) return (left, ((ConversionExpression)right).Operand);
        return IsWidening(left) && !IsWidening(right) ? (((ConversionExpression)left).Operand, right) : (left, right);
    }

    /// <summary>True for a conversion that C# also makes without a cast, in any context.</summary>
    private static bool IsWidening(KernelExpression expression) => expression is ConversionExpression { Operand.Type: var from, Type: var to } && (to, from) switch
    {
        (ScalarType.F64, not ScalarType.Bool) => true,
        (ScalarType.F32, not (ScalarType.F64 or ScalarType.Bool)) => true,
        (ScalarType.I64, ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16 or ScalarType.I32 or ScalarType.U32) => true,
        (ScalarType.I32, ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16) => true,
        _ => false,
    };

    private string Call(Primitive primitive, ScalarType type, EquatableArray<KernelExpression> arguments) =>
        $"{Callee(primitive, type)}({string.Join(", ", arguments.Select(Text))})";

    /// <summary><c>double.Exp</c>: through the keyword, since a class or a namespace of the user may be called Math or System; functions of the run-time library in full.</summary>
    private static string Callee(Primitive primitive, ScalarType type)
    {
        if (primitive.Signature is not null) return "global::" + primitive.Methods[0];
        string name = type switch { ScalarType.F64 => "System.Double.", ScalarType.F32 => "System.Single.", _ => "" };
        if (!type.IsFloat()) return $"{type.Keyword()}.{char.ToUpperInvariant(primitive.Name[0])}{primitive.Name.Substring(1)}";
        if (primitive.Methods[0].StartsWith("HessianGen.", StringComparison.Ordinal)) return (type == ScalarType.F32 ? "(float)global::" : "global::") + primitive.Methods[0];
        string? method = primitive.Methods.FirstOrDefault(m => m.StartsWith(name, StringComparison.Ordinal));
        return method is null ? "global::" + primitive.Methods[0] : type.Keyword() + "." + method.Substring(name.Length);
    }
}
