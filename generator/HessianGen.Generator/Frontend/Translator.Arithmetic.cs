using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Operators, with C#'s promotions and wraparound.</summary>
internal sealed partial class Translator
{
    private const string Overflow = "global::System.OverflowException";

    // @formatter:off
    private static readonly Dictionary<BinaryOperatorKind, Primitive> Operators = new()
    {
        [BinaryOperatorKind.Add]                = Primitives.Add,
        [BinaryOperatorKind.Subtract]           = Primitives.Sub,
        [BinaryOperatorKind.Multiply]           = Primitives.Mul,
        [BinaryOperatorKind.Divide]             = Primitives.Div,
        [BinaryOperatorKind.Remainder]          = Primitives.Rem,
        [BinaryOperatorKind.And]                = Primitives.And,
        [BinaryOperatorKind.Or]                 = Primitives.Or,
        [BinaryOperatorKind.ExclusiveOr]        = Primitives.Xor,
        [BinaryOperatorKind.LeftShift]          = Primitives.Shl,
        [BinaryOperatorKind.RightShift]         = Primitives.Shr,
        [BinaryOperatorKind.UnsignedRightShift] = Primitives.Ushr,
        [BinaryOperatorKind.Equals]             = Primitives.Eq,
        [BinaryOperatorKind.NotEquals]          = Primitives.Ne,
        [BinaryOperatorKind.LessThan]           = Primitives.Lt,
        [BinaryOperatorKind.LessThanOrEqual]    = Primitives.Le,
        [BinaryOperatorKind.GreaterThan]        = Primitives.Gt,
        [BinaryOperatorKind.GreaterThanOrEqual] = Primitives.Ge,
    };
    // @formatter:on

    private Atom Evaluate(IBinaryOperation operation)
    {
        if (operation.IsLifted) throw Refuse(Descriptors.Expression, operation, "An operator on nullable values", "use plain numbers");
        Atom left = Scalar(operation.LeftOperand);
        switch (operation.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd: return AndAlso(left, () => Scalar(operation.RightOperand));
            case BinaryOperatorKind.ConditionalOr: return OrElse(left, () => Scalar(operation.RightOperand));
        }

        Atom right = Scalar(operation.RightOperand);
        Atom result = Apply(operation.OperatorKind, left, right, operation.IsChecked, operation);
        if (Primitives.Eq == Operators[operation.OperatorKind] || Primitives.Ne == Operators[operation.OperatorKind])
        {
            if (ir.TypeOf(left).IsFloat()) Suspect(Descriptors.ExactComparison, operation, operation.OperatorKind == BinaryOperatorKind.Equals ? "==" : "!=", left, right);
        }

        return operation.Type is { TypeKind: TypeKind.Enum } && ScalarOf(operation.Type) is { } type ? ir.Convert(result, type) : result;
    }

    /// <summary>A built-in operator on operands of any scalar types that C# would accept as they are.</summary>
    private Atom Apply(BinaryOperatorKind kind, Atom left, Atom right, bool isChecked, IOperation origin)
    {
        if (!Operators.TryGetValue(kind, out Primitive primitive)) throw Refuse(Descriptors.Expression, origin);
        bool isShift = primitive == Primitives.Shl || primitive == Primitives.Shr || primitive == Primitives.Ushr;
        left = ir.Convert(left, Types.Promoted(ir.TypeOf(left)));
        right = ir.Convert(right, isShift ? Types.Promoted(ir.TypeOf(right)) : ir.TypeOf(left));
        if (isChecked && ir.TypeOf(left).IsInteger() && (primitive == Primitives.Add || primitive == Primitives.Sub || primitive == Primitives.Mul))
        {
            return ApplyChecked(primitive, left, right, origin);
        }

        if (primitive == Primitives.Ushr && ir.TypeOf(left) is ScalarType.U32 or ScalarType.U64) primitive = Primitives.Shr;
        return ir.Apply(primitive, left, right);
    }

    /// <summary>Overflow is found by computing in 64 bits; 64-bit operands are refused.</summary>
    private Atom ApplyChecked(Primitive primitive, Atom left, Atom right, IOperation origin)
    {
        ScalarType type = ir.TypeOf(left);
        if (type is ScalarType.I64 or ScalarType.U64)
        {
            if (left.IsConstant && right.IsConstant) return ir.Apply(primitive, left, right);
            throw Refuse(Descriptors.Checked, origin, type.Keyword());
        }

        // The product of two 32-bit unsigned numbers fits 64 bits as an unsigned one only.
        ScalarType wideType = type == ScalarType.U32 && primitive == Primitives.Mul ? ScalarType.U64 : ScalarType.I64;
        Atom wide = ir.Apply(primitive, ir.Convert(left, wideType), ir.Convert(right, wideType));
        Atom narrow = ir.Convert(wide, type);
        Emit(ir.Apply(Primitives.Eq, ir.Convert(narrow, wideType), wide), Overflow);
        return narrow;
    }

    /// <summary><c>==</c> or <c>!=</c> of tuples, or of record structs: item by item, each converted as C# compares two numbers.</summary>
    private Atom Compare(IOperation comparison, IOperation left, IOperation right, BinaryOperatorKind kind)
    {
        Atom areEqual = AreEqual(Evaluate(left), Evaluate(right), comparison);
        return kind == BinaryOperatorKind.Equals ? areEqual : Not(areEqual);
    }

    private Atom AreEqual(Operand x, Operand y, IOperation origin)
    {
        if (x is TupleOperand a && y is TupleOperand b && a.Items.Length == b.Items.Length)
        {
            return a.Items.Zip(b.Items, (p, q) => AreEqual(p, q, origin)).Aggregate(Atom.OfBoolean(true), And);
        }

        if (x is not ScalarOperand { Value: var left } || y is not ScalarOperand { Value: var right }) throw Refuse(Descriptors.Expression, origin, "This comparison", "compare numbers");
        ScalarType type = Wider(ir.TypeOf(left), ir.TypeOf(right));
        if (type.IsFloat()) Suspect(Descriptors.ExactComparison, origin, "==", left, right);
        return ir.Apply(Primitives.Eq, ir.Convert(left, type), ir.Convert(right, type));
    }

    /// <summary>The type in which C# compares numbers of two types.</summary>
    private static ScalarType Wider(ScalarType x, ScalarType y)
    {
        (ScalarType a, ScalarType b) = (Types.Promoted(x), Types.Promoted(y));
        if (a == b) return a;
        if (a.IsFloat() || b.IsFloat()) return a == ScalarType.F64 || b == ScalarType.F64 ? ScalarType.F64 : ScalarType.F32;
        return a == ScalarType.U64 || b == ScalarType.U64 ? ScalarType.U64 : ScalarType.I64;
    }

    private static bool IsNarrowing(ScalarType from, ScalarType to) => to.IsInteger() && from != to;

    /// <summary>A checked conversion between integers: the value must survive the way there and back, with its sign.</summary>
    private void CheckConversion(IConversionOperation conversion, Atom from, Atom to)
    {
        ScalarType source = ir.TypeOf(from), target = ir.TypeOf(to);
        if (from.IsConstant) return;
        if (source.IsFloat()) throw Refuse(Descriptors.Checked, conversion, conversion.Type!.ToDisplayString());
        Atom survives = ir.Apply(Primitives.Eq, ir.Convert(to, source), from);
        Atom sameSign = ir.Apply(Primitives.Eq, ir.Apply(Primitives.Lt, from, Atom.Zero(source)), ir.Apply(Primitives.Lt, to, Atom.Zero(target)));
        Emit(And(survives, sameSign), Overflow);
    }

    private Atom Evaluate(IUnaryOperation operation)
    {
        if (operation.IsLifted) throw Refuse(Descriptors.Expression, operation, "An operator on nullable values", "use plain numbers");
        Atom operand = Scalar(operation.Operand);
        operand = ir.Convert(operand, Types.Promoted(ir.TypeOf(operand)));
        switch (operation.OperatorKind)
        {
            case UnaryOperatorKind.Plus: return operand;
            case UnaryOperatorKind.Not: return Not(operand);
            case UnaryOperatorKind.BitwiseNegation: return BackTo(operation.Type, ir.Apply(Primitives.Not, operand));
            case UnaryOperatorKind.Minus when operation.IsChecked && ir.TypeOf(operand).IsInteger():
                return ApplyChecked(Primitives.Sub, Atom.Zero(ir.TypeOf(operand)), operand, operation);
            case UnaryOperatorKind.Hat: throw RefuseIndex(operation);
            case UnaryOperatorKind.Minus: return ir.Apply(Primitives.Neg, operand);
            default: throw Refuse(Descriptors.Expression, operation);
        }
    }

    /// <summary>A result of promoted arithmetic as a value of the type that C# gives it.</summary>
    private Atom BackTo(ITypeSymbol? type, Atom atom) => ScalarOf(type) is { } scalar ? ir.Convert(atom, scalar) : atom;

    private Atom Evaluate(IIncrementOrDecrementOperation operation)
    {
        if (operation.IsLifted || operation.OperatorMethod is { } method && !IsBuiltIn(method)) throw Refuse(Descriptors.Expression, operation, "This operator", "write 'x = x + 1'");
        Place place = PlaceOf(operation.Target);
        Atom before = Read(place, operation.Target).ToAtom();
        ScalarType type = ir.TypeOf(before), promoted = Types.Promoted(type);
        BinaryOperatorKind kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        Atom one = promoted.IsFloat() ? Atom.OfFloat(1, promoted) : Atom.OfInteger(1, promoted);
        Atom after = Apply(kind, before, one, operation.IsChecked, operation);
        Atom stored = ir.Convert(after, type);
        if (operation.IsChecked && type != promoted) Emit(ir.Apply(Primitives.Eq, ir.Convert(stored, promoted), after), Overflow);
        Write(place, new ScalarOperand(stored), operation);
        return operation.IsPostfix ? before : stored;
    }
}
