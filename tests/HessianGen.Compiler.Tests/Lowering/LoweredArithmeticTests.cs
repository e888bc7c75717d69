using System.Globalization;
using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Emission;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Every primitive at every type it accepts, on ordinary and on extreme operands, also in a project that checks for overflow.</summary>
public sealed class LoweredArithmeticTests
{
    private static readonly double[] Doubles = [0, -0.0, 1, -1, 0.5, 2.75, -3.5, 1e300, -1e-310, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly long[] Integers = [0, 1, -1, 2, 3, 7, 31, 127, 128, 255, 40000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryPrimitive_AtEveryType_GivesWhatTheInterpreterGives(bool checksOverflow)
    {
        List<Function> functions = [.. Primitives.All.SelectMany(AllTypings)];
        Assert.True(functions.Count > 150);
        EmittedMethod[] methods = EmittedMethod.OfAll(functions, checksOverflow);
        for (int i = 0; i < functions.Count; i++)
        {
            foreach (object[] operands in Operands(functions[i])) Compare(functions[i], methods[i], operands, checksOverflow);
        }
    }

    [Fact]
    public void Constants_ReadBackToTheSameBits()
    {
        double[] values = [.. Doubles, Math.PI, 1.0 / 3, double.Epsilon, double.MaxValue, 123456789, 1e16, 1e-7];
        foreach (double value in values)
        {
            IrBuilder ir = new();
            ScalarParameter x = new("x", ParameterRole.User, true, ir.NewValue(ScalarType.F64, "x"));
            Function function = ir.ToFunction("Constant", [x], Atom.OfFloat(value));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits((double)EmittedMethod.Of(function).Call(0.0)!));
        }
    }

    [Fact]
    public void AHash_WrapsAlsoWhereOverflowIsChecked()
    {
        var method = CSharpPicture.Method(
            """
            function Hash(@0.x : f64[%0 : i32] "x", @1.pick : i32[%1 : i32] "pick")
                %2.hash = for %3.i in 0:i32..%1 carrying (%4.hash = 17:i32)
                    %5 = mul %4 31:i32
                    %6 = @1[%3]
                    %7 = add %5 %6
                    yields %7
                %8 = shr %2 3:i32
                %9 = and %8 2147483647:i32
                %10 = rem %9 %0
                %11 = @0[%10]
                yields %11
            """,
            checksOverflow: true);
        Assert.Contains("hash = unchecked(hash * 31 + pick[i]);", method.Text);
        method.CallAsInterpreted(new double[] { 1, 2, 3 }, Enumerable.Range(1000, 50).ToArray());
    }

    [Fact]
    public void IndexArithmetic_IsWrittenPlainly()
    {
        var method = CSharpPicture.Method(
            """
            function Gather(@0.x : f64[%0 : i32] "x", @1.row : i32[%1 : i32] "row", %2.d : i32 "d")
                %3.sum = for %4.i in 0:i32..%1 carrying (%5.sum = 0)
                    %6 = @1[%4]
                    %7 = mul %6 %2
                    %8 = add %7 %4
                    %9 = @0[%8]
                    %10 = add %5 %9
                    yields %10
                yields %3
            """);
        Assert.Contains("sum += x[row[i] * d + i];", method.Text);
        Assert.Equal(11.0, method.CallAsInterpreted(new double[] { 1, 2, 4, 3 }, new[] { 1, 1, 0 }, 2));
    }

    [Fact]
    public void TheOrderOfOperations_IsTheTrees()
    {
        var method = CSharpPicture.Method(
            """
            function Tree(%0.a : f64 "a", %1.b : f64 "b", %2.c : f64 "c")
                %3 = add %1 %2
                %4 = add %0 %3
                %5 = sub %4 %3
                %6 = mul %1 %2
                %7 = mul %0 %6
                %8 = div %7 %6
                %9 = neg %5
                %10 = neg %9
                %11 = sub %10 %8
                %12 = sub %0 %11
                yields %12
            """);
        method.CallAsInterpreted(1e16, 3.7, -1e16);
        method.CallAsInterpreted(0.1, 0.2, 0.3);
    }

    /// <summary>The primitive as a function of one parameter per operand, for each choice of types that it accepts.</summary>
    private static IEnumerable<Function> AllTypings(Primitive primitive)
    {
        ScalarType[] types = Enum.GetValues<ScalarType>();
        ScalarType[] numbers = [.. types.Where(t => t != ScalarType.Bool)];
        if (primitive == Primitives.Convert) return numbers.SelectMany(from => numbers.Select(to => Apply(primitive, [from], to)));
        IEnumerable<ScalarType[]> operands = primitive.Arity switch
        {
            1 => types.Select(t => new[] { t }),
            2 => types.SelectMany(t => primitive.Name is "shl" or "shr" or "ushr" ? types.Select(u => new[] { t, u }) : [[t, t]]),
            _ => types.Select(t => primitive == Primitives.Select_ ? new[] { ScalarType.Bool, t, t } : [t, t, t]),
        };
        return operands.Where(o => Typing.Accepts(primitive, o) && (primitive != Primitives.Ushr || o[0] >= ScalarType.I32)).Select(o => Apply(primitive, o, ResultOf(primitive, o)));
    }

    private static ScalarType ResultOf(Primitive primitive, ScalarType[] operands) =>
        primitive.IsComparison ? ScalarType.Bool : primitive == Primitives.Select_ ? operands[1] : operands[0];

    /// <summary>The result is stored in an array <c>y</c> of its type.</summary>
    private static Function Apply(Primitive primitive, ScalarType[] operands, ScalarType result)
    {
        IrBuilder ir = new();
        ScalarParameter[] parameters = [.. operands.Select((t, i) => new ScalarParameter("x" + i, ParameterRole.User, t.IsFloat(), ir.NewValue(t, "x" + i)))];
        BufferParameter y = new("y", ParameterRole.User, false, ir.NewBuffer(result, "y"), ir.NewValue(ScalarType.I32, "y.Length"));
        Value value = ir.NewValue(result);
        ir.Emit(new Let(value, primitive, new([.. parameters.Select(p => (Atom)p.Value)])));
        ir.Store(y.Buffer, Atom.OfInteger(0), value);
        return ir.ToFunction(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(primitive.Name), [.. parameters, y], Atom.OfFloat(0));
    }

    private static IEnumerable<object[]> Operands(Function function)
    {
        object[][] choices = [.. function.Parameters.OfType<ScalarParameter>().Select(p => Values(function.TypeOf(p.Value)))];
        IEnumerable<object[]> all = [[]];
        foreach (object[] choice in choices) all = all.SelectMany(first => choice.Select(next => (object[])[.. first, next]));
        return all;
    }

    private static object[] Values(ScalarType type) => type switch
    {
        ScalarType.F64 => [.. Doubles.Cast<object>()],
        ScalarType.F32 => [.. Doubles.Select(d => (object)(float)d)],
        ScalarType.Bool => [false, true],
        _ => [.. Integers.Select(i => Boxed(i, type)).Distinct()],
    };

    private static object Boxed(long value, ScalarType type) => unchecked(type switch
    {
        ScalarType.I8 => (object)(sbyte)value,
        ScalarType.U8 => (byte)value,
        ScalarType.I16 => (short)value,
        ScalarType.U16 => (ushort)value,
        ScalarType.I32 => (int)value,
        ScalarType.U32 => (uint)value,
        ScalarType.I64 => value,
        _ => (ulong)value,
    });

    private static Array NewArray(ScalarType type) => type switch
    {
        ScalarType.F64 => new double[1],
        ScalarType.F32 => new float[1],
        ScalarType.Bool => new bool[1],
        _ => Array.CreateInstance(Boxed(0, type).GetType(), 1),
    };

    /// <summary>Sums and products of int parameters count as index arithmetic: where overflow is checked they throw, as the user's own would.</summary>
    private static bool MayOverflow(Function function, object[] operands) =>
        function.Body.Statements[0] is Let { Primitive.Name: "add" or "sub" or "mul" or "neg" } && operands[0] is (int or long);

    /// <summary>Where the interpreter overflows and C# does not: small integers are divided as ints, and unsigned ones cannot overflow.</summary>
    private static bool IsOnlyOverflowInTheInterpreter(Function function, object[] operands) =>
        function.Body.Statements[0] is Let { Primitive.Name: "div" or "rem" or "abs" } && operands[0] is (sbyte or short or ulong);

    private static void Compare(Function function, EmittedMethod method, object[] operands, bool checksOverflow)
    {
        ScalarType type = function.Buffers[0].Element;
        Array expected = NewArray(type), actual = NewArray(type);
        Type? failure = Record.Exception(() => Interpreter.Run(function, [.. operands, expected]))?.GetType();
        Type? thrown = Record.Exception(() => method.Call([.. operands, actual]))?.GetType();
        if (thrown == typeof(OverflowException) && checksOverflow && MayOverflow(function, operands)) return;
        if (IsOnlyOverflowInTheInterpreter(function, operands)) return;
        string shown = $"{function.Name}({string.Join(", ", operands)})\n{method.Text}";
        Assert.True(failure == thrown, $"{failure} became {thrown} in {shown}");
        object x = expected.GetValue(0)!, y = actual.GetValue(0)!;
        bool isRounded = type == ScalarType.F32 && function.Body.Statements[0] is Let { Primitive.Cost: Cost.Transcendental };
        bool areEqual = isRounded ? Math.Abs((float)x - (float)y) <= 1e-5f * Math.Abs((float)x) || x.Equals(y) : x.Equals(y) && Sign(x) == Sign(y);
        Assert.True(areEqual, $"{x} became {y} in {shown}");
    }

    private static bool Sign(object value) => value switch { double d => !double.IsNaN(d) && double.IsNegative(d), float f => !float.IsNaN(f) && float.IsNegative(f), _ => false };
}
