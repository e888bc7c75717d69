using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Functions of .NET's numeric types: a row of the primitive table, or composed of such rows.</summary>
internal sealed partial class Translator
{
    private const int LargestPower = 64;

    private Operand CallMath(IInvocationOperation call)
    {
        if (call is { TargetMethod.Name: "DivRem", Arguments: { Length: 3 } parts } && parts.FirstOrDefault(a => a.Parameter!.RefKind == RefKind.Out) is { } output)
        {
            TupleOperand both = (TupleOperand)CallMath(call, call.TargetMethod, null, [.. parts.Where(a => a != output).OrderBy(a => a.Parameter!.Ordinal).Select(a => Scalar(a.Value))]);
            Write(PlaceOf(output.Value), both.Items[1], call);
            return both.Items[0];
        }

        Atom[] arguments = new Atom[call.Arguments.Length];
        foreach (IArgumentOperation argument in call.Arguments) arguments[argument.Parameter!.Ordinal] = Scalar(argument.Value);
        return CallMath(call, call.TargetMethod, ScalarOf(call.ConstrainedToType), arguments);
    }

    /// <param name="constrained">What the type parameter stands for through which the method is called, if it is.</param>
    private Operand CallMath(IInvocationOperation call, IMethodSymbol method, ScalarType? constrained, Atom[] arguments)
    {
        string name = method.Name;
        if (name == "Pow" && arguments.Length == 2 && arguments[1] is { IsConstant: true } exponent && Math.Abs(exponent.Float) <= LargestPower && exponent.Float == Math.Floor(exponent.Float))
        {
            return new ScalarOperand(Power(arguments[0], (int)exponent.Float));
        }

        if (Compose(name, arguments, call) is { } composed) return composed;
        if (name is "CreateChecked" or "CreateTruncating" or "CreateSaturating" && ScalarOf(call.Type) is { } target && target.IsFloat() && arguments.Length == 1)
        {
            return new ScalarOperand(ir.Convert(arguments[0], target));
        }

        Primitive primitive = MathFunctions.PrimitiveOf(method, constrained) ?? throw RefuseCall(call, "write it with functions that have one");
        // The first operand wins a tie; a constant always does, so that relu'(0) is 0 however it is written.
        if ((primitive == Primitives.Max || primitive == Primitives.Min) && arguments[1].IsConstant) System.Array.Reverse(arguments);
        if (primitive.IsStep) Suspect(Descriptors.ZeroDerivative, call, $"'{name}'", arguments);
        return new ScalarOperand(ir.Apply(primitive, arguments));
    }

    /// <summary>x^n for a constant integer, as products by repeated squaring: defined and smooth at x = 0, which pow is not.</summary>
    private Atom Power(Atom x, int exponent)
    {
        ScalarType type = ir.TypeOf(x);
        if (exponent == 0) return Atom.OfFloat(1, type);
        Atom? power = null;
        Atom square = x;
        for (int rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0) power = power is { } p ? ir.Apply(Primitives.Mul, p, square) : square;
            if (rest > 1) square = ir.Apply(Primitives.Mul, square, square);
        }

        return exponent < 0 ? ir.Apply(Primitives.Div, Atom.OfFloat(1, type), power!.Value) : power!.Value;
    }

    private Operand? Compose(string name, Atom[] x, IInvocationOperation call)
    {
        ScalarType type = x.Length > 0 ? ir.TypeOf(x[0]) : default;
        switch (name, x.Length)
        {
            case ("Sign", 1): return Sign(x[0], type, call);
            case ("Round", 2 or 3) when type.IsFloat() && x.Skip(1).All(a => a.IsConstant): return Round(x, call);
            case ("Clamp", 3): return Clamp(x[0], x[1], x[2]);
            case ("SinCos", 1): return new TupleOperand([new ScalarOperand(ir.Apply(Primitives.Sin, x[0])), new ScalarOperand(ir.Apply(Primitives.Cos, x[0]))]);
            case ("BigMul", 2) when type == ScalarType.I32: return new ScalarOperand(ir.Apply(Primitives.Mul, ir.Convert(x[0], ScalarType.I64), ir.Convert(x[1], ScalarType.I64)));
            case ("DivRem", 2): return new TupleOperand([new ScalarOperand(ir.Apply(Primitives.Div, x[0], x[1])), new ScalarOperand(ir.Apply(Primitives.Rem, x[0], x[1]))]);
            case ("Log", 2) when x[1] is { IsConstant: true } b && b.Float > 0 && b.Float != 1 && !double.IsInfinity(b.Float):
                return new ScalarOperand(ir.Apply(Primitives.Div, ir.Apply(Primitives.Log, x[0]), ir.Apply(Primitives.Log, x[1])));
            case ("MaxMagnitude", 2): return ByMagnitude(x[0], x[1], Primitives.Gt, Select(IsNegative(x[0]), x[1], x[0]));
            case ("MinMagnitude", 2): return ByMagnitude(x[0], x[1], Primitives.Lt, Select(IsNegative(x[0]), x[0], x[1]));
            case ("IsEvenInteger", 1) when type.IsInteger(): return new ScalarOperand(ir.Apply(Primitives.Eq, LowestBit(x[0]), Atom.Zero(ir.TypeOf(LowestBit(x[0])))));
            case ("IsOddInteger", 1) when type.IsInteger(): return new ScalarOperand(ir.Apply(Primitives.Ne, LowestBit(x[0]), Atom.Zero(ir.TypeOf(LowestBit(x[0])))));
            case ("IsNegative", 1) when type.IsInteger(): return new ScalarOperand(ir.Apply(Primitives.Lt, x[0], Atom.Zero(type)));
            case ("IsPositive", 1) when type.IsInteger(): return new ScalarOperand(ir.Apply(Primitives.Ge, x[0], Atom.Zero(type)));
            case ("PopCount", 1) when type.IsInteger(): return new ScalarOperand(ir.Convert(PopCount(x[0]), ScalarOf(call.Type) ?? ScalarType.I32));
            case ("TrailingZeroCount", 1) when Types.Promoted(type) == type: return new ScalarOperand(ir.Convert(TrailingZeros(x[0]), ScalarOf(call.Type) ?? ScalarType.I32));
            case ("IsPow2", 1) when Types.Promoted(type) == type: return new ScalarOperand(IsPowerOfTwo(x[0]));
            case ("IsNegative", 1) when type.IsFloat(): return new ScalarOperand(IsNegative(x[0]));
            case ("IsPositive", 1) when type.IsFloat(): return new ScalarOperand(Not(IsNegative(x[0])));
            case ("IsNaN", 1): return new ScalarOperand(ir.Apply(Primitives.Ne, x[0], x[0]));
            case ("IsFinite", 1): return new ScalarOperand(ir.Apply(Primitives.Lt, ir.Apply(Primitives.Abs, x[0]), Atom.OfFloat(double.PositiveInfinity, type)));
            case ("IsInfinity", 1): return new ScalarOperand(ir.Apply(Primitives.Eq, ir.Apply(Primitives.Abs, x[0]), Atom.OfFloat(double.PositiveInfinity, type)));
            case ("IsPositiveInfinity", 1): return new ScalarOperand(ir.Apply(Primitives.Eq, x[0], Atom.OfFloat(double.PositiveInfinity, type)));
            case ("IsNegativeInfinity", 1): return new ScalarOperand(ir.Apply(Primitives.Eq, x[0], Atom.OfFloat(double.NegativeInfinity, type)));
            case ("DegreesToRadians", 1): return new ScalarOperand(ir.Apply(Primitives.Div, ir.Apply(Primitives.Mul, x[0], Atom.OfFloat(Math.PI, type)), Atom.OfFloat(180, type)));
            case ("RadiansToDegrees", 1): return new ScalarOperand(ir.Apply(Primitives.Div, ir.Apply(Primitives.Mul, x[0], Atom.OfFloat(180, type)), Atom.OfFloat(Math.PI, type)));
            case ("Lerp", 3): return new ScalarOperand(ir.Apply(Primitives.Fma, x[0], ir.Apply(Primitives.Sub, Atom.OfFloat(1, type), x[2]), ir.Apply(Primitives.Mul, x[1], x[2])));
            default: return null;
        }
    }

    /// <summary>−1, 0 or 1; NaN throws, as in .NET.</summary>
    private Operand Sign(Atom x, ScalarType type, IInvocationOperation call)
    {
        Suspect(Descriptors.ZeroDerivative, call, "'Sign'", x);
        if (type.IsFloat()) Emit(ir.Apply(Primitives.Eq, x, x), "global::System.ArithmeticException");
        Atom zero = Atom.Zero(type);
        Atom negative = Select(ir.Apply(Primitives.Lt, x, zero), Atom.OfInteger(-1), Atom.OfInteger(0));
        return new ScalarOperand(Select(ir.Apply(Primitives.Gt, x, zero), Atom.OfInteger(1), negative));
    }

    /// <summary><c>Math.Round(x, digits)</c>, with a mode or with both: to a multiple of a power of ten, as .NET computes it.</summary>
    private Operand Round(Atom[] x, IInvocationOperation call)
    {
        Suspect(Descriptors.ZeroDerivative, call, "'Round'", x[0]);
        ScalarType type = ir.TypeOf(x[0]);
        bool hasMode = call.TargetMethod.Parameters[x.Length - 1].Type.TypeKind == TypeKind.Enum;
        long digits = x.Length == 3 || !hasMode ? x[1].Integer : 0, mode = hasMode ? x[x.Length - 1].Integer : 0;
        long most = type == ScalarType.F64 ? 15 : 6;
        if (digits < 0 || digits > most || mode is < 0 or > 4) throw RefuseCall(call, "round to a number of digits that there are, in one of the modes");
        if (digits == 0) return new ScalarOperand(ToInteger(x[0], mode));
        Atom power = Atom.OfFloat(Math.Pow(10, digits), type);
        Atom rounded = ir.Apply(Primitives.Div, ToInteger(ir.Apply(Primitives.Mul, x[0], power), mode), power);
        Atom hasFraction = ir.Apply(Primitives.Lt, ir.Apply(Primitives.Abs, x[0]), Atom.OfFloat(type == ScalarType.F64 ? 1e16 : 1e8, type));
        return new ScalarOperand(Select(hasFraction, rounded, x[0]));
    }

    /// <summary>The integer that a mode of rounding chooses.</summary>
    private Atom ToInteger(Atom x, long mode)
    {
        switch (mode)
        {
            case 1:
                ScalarType type = ir.TypeOf(x);
                Atom whole = ir.Apply(Primitives.Truncate, x), isFar = ir.Apply(Primitives.Ge, ir.Apply(Primitives.Abs, ir.Apply(Primitives.Sub, x, whole)), Atom.OfFloat(0.5, type));
                return Select(isFar, ir.Apply(Primitives.Add, whole, ir.Apply(Primitives.CopySign, Atom.OfFloat(1, type), x)), whole);
            case 2: return ir.Apply(Primitives.Truncate, x);
            case 3: return ir.Apply(Primitives.Floor, x);
            case 4: return ir.Apply(Primitives.Ceiling, x);
            default: return ir.Apply(Primitives.Round, x);
        }
    }

    private Operand Clamp(Atom x, Atom low, Atom high)
    {
        Emit(Not(ir.Apply(Primitives.Gt, low, high)), "global::System.ArgumentException");
        Atom above = Select(ir.Apply(Primitives.Gt, x, high), high, x);
        return new ScalarOperand(Select(ir.Apply(Primitives.Lt, x, low), low, above));
    }

    /// <summary>The one of two numbers that is chosen by its absolute value; a NaN wins, and signs decide between equals.</summary>
    private Operand ByMagnitude(Atom x, Atom y, Primitive isChosen, Atom onTie)
    {
        Atom sizeX = ir.Apply(Primitives.Abs, x), sizeY = ir.Apply(Primitives.Abs, y);
        Atom takesFirst = Or(ir.Apply(isChosen, sizeX, sizeY), ir.Apply(Primitives.Ne, x, x));
        return new ScalarOperand(Select(takesFirst, x, Select(ir.Apply(Primitives.Eq, sizeX, sizeY), onTie, y)));
    }

    /// <summary>The sign bit, which also −0 has.</summary>
    private Atom IsNegative(Atom x)
    {
        ScalarType type = ir.TypeOf(x);
        return ir.Apply(Primitives.Lt, ir.Apply(Primitives.CopySign, Atom.OfFloat(1, type), x), Atom.Zero(type));
    }
}
