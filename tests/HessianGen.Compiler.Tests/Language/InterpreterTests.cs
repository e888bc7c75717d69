using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

/// <summary>The interpreter against C# itself.</summary>
public sealed class InterpreterTests
{
    private static readonly double[] Doubles =
    [
        0, -0.0, 1, -1, 0.5, 2.5, -3.7, 1e-310, 1e308, 255.9, 256, -129, 65536.5, 2147483647, 2147483648, -2147483649, 4294967295, 9.3e18, -9.3e18, 1.9e19,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private static readonly long[] Integers = [0, 1, -1, 2, 3, -5, 31, 32, 63, 64, 127, 128, 255, 256, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue];

    [Fact]
    public void EveryFunctionOfDoubles_MeansWhatItsRowSays()
    {
        foreach (Primitive primitive in Primitives.All.Where(p => p.Meaning is not null))
        {
            foreach (double a in Doubles)
            {
                double[] operands = [.. new[] { a, 0.75, -1.5 }.Take(primitive.Arity)];
                Assert.Equal(primitive.Meaning!(operands), Apply(primitive, ScalarType.F64, [.. operands.Cast<object>()]));
                Assert.Equal((float)primitive.Meaning!([.. operands.Select(o => (double)(float)o)]), Apply(primitive, ScalarType.F32, [.. operands.Select(o => (object)(float)o)]));
            }
        }
    }

    [Fact]
    public void SinglePrecision_RoundsAfterEveryOperation()
    {
        float a = 16777217f, b = 0.1f, c = 3;
        Run run = Run("""
            function F(%0 : f32 "a", %1 : f32 "b", %2 : f32 "c")
                %3 = mul %0 %1
                %4 = add %3 %2
                %5 = div %4 %2
                yields %5
            """, a, b, c);
        Assert.Equal((a * b + c) / c, run.Results[0]);
    }

    [Fact]
    public void Integers_WrapAndTruncate_AsInCSharp()
    {
        (string, Func<int, int, object>)[] rows =
        [
            ("add", (x, y) => unchecked(x + y)), ("sub", (x, y) => unchecked(x - y)), ("mul", (x, y) => unchecked(x * y)), ("div", (x, y) => x / y),
            ("rem", (x, y) => x % y), ("and", (x, y) => x & y), ("or", (x, y) => x | y), ("xor", (x, y) => x ^ y), ("shl", (x, y) => x << y),
            ("shr", (x, y) => x >> y), ("ushr", (x, y) => x >>> y), ("min", (x, y) => Math.Min(x, y)), ("max", (x, y) => Math.Max(x, y)), ("eq", (x, y) => x == y),
            ("ne", (x, y) => x != y), ("lt", (x, y) => x < y), ("le", (x, y) => x <= y), ("gt", (x, y) => x > y), ("ge", (x, y) => x >= y),
        ];
        foreach ((string name, Func<int, int, object> expected) in rows)
        {
            foreach (int x in Integers.Select(i => unchecked((int)i)))
            {
                foreach (int y in Integers.Select(i => unchecked((int)i))) Agree(() => expected(x, y), () => Apply(Named(name), ScalarType.I32, [x, y]));
            }
        }
    }

    [Fact]
    public void UnsignedLongs_CompareAndDivideAsUnsigned()
    {
        foreach (ulong x in Integers.Select(i => unchecked((ulong)i)))
        {
            foreach (ulong y in Integers.Select(i => unchecked((ulong)i)))
            {
                Agree(() => x / y, () => Apply(Primitives.Div, ScalarType.U64, [x, y]));
                Agree(() => x < y, () => Apply(Primitives.Lt, ScalarType.U64, [x, y]));
                Agree(() => unchecked(x * y), () => Apply(Primitives.Mul, ScalarType.U64, [x, y]));
                Agree(() => x >> (int)(y & 127), () => Apply(Primitives.Shr, ScalarType.U64, [x, y & 127]));
            }
        }
    }

    [Fact]
    public void Conversions_AreThoseOfCSharp()
    {
        foreach (double x in Doubles)
        {
            Assert.Equal(unchecked((int)x), Convert(x, ScalarType.F64, ScalarType.I32));
            Assert.Equal(unchecked((long)x), Convert(x, ScalarType.F64, ScalarType.I64));
            Assert.Equal(unchecked((uint)x), Convert(x, ScalarType.F64, ScalarType.U32));
            Assert.Equal(unchecked((ulong)x), Convert(x, ScalarType.F64, ScalarType.U64));
            Assert.Equal(unchecked((sbyte)x), Convert(x, ScalarType.F64, ScalarType.I8));
            Assert.Equal(unchecked((byte)x), Convert(x, ScalarType.F64, ScalarType.U8));
            Assert.Equal(unchecked((short)x), Convert(x, ScalarType.F64, ScalarType.I16));
            Assert.Equal((float)x, Convert(x, ScalarType.F64, ScalarType.F32));
        }

        foreach (long x in Integers)
        {
            Assert.Equal((double)x, Convert(x, ScalarType.I64, ScalarType.F64));
            Assert.Equal((float)x, Convert(x, ScalarType.I64, ScalarType.F32));
            Assert.Equal(unchecked((byte)x), Convert(x, ScalarType.I64, ScalarType.U8));
            Assert.Equal((double)unchecked((ulong)x), Convert(unchecked((ulong)x), ScalarType.U64, ScalarType.F64));
        }
    }

    [Theory]
    [InlineData(0, 5, 1, 5)]
    [InlineData(0, 5, 2, 3)]
    [InlineData(5, 0, 1, 0)]
    [InlineData(4, -1, -1, 5)]
    [InlineData(4, -1, -2, 3)]
    [InlineData(int.MaxValue - 1, int.MaxValue, 7, 1)]
    public void ForRuns_TheCeilingOfTheQuotient(int start, int end, int step, int trips)
    {
        Run run = Run($"""
            function F(%0 : i32 "start", %1 : i32 "end")
                %5 = for %2 in %0..%1 step {step} carrying (%3 = 0:i32)
                    %4 = add %3 1:i32
                    yields %4
                yields %5
            """, start, end);
        Assert.Equal(trips, run.Results[0]);
        Assert.Equal((ulong)trips, TripCount.Of(start, end, step, ScalarType.I32));
    }

    [Fact]
    public void CarriedValues_ChangeAllAtOnce()
    {
        Run run = Run("""
            function Swap(%0 : i32 "n")
                %4 %5 = for %1 in 0:i32..%0 carrying (%2 = 1, %3 = 2)
                    yields %3 %2
                yields %4 %5
            """, 3);
        Assert.Equal([2.0, 1.0], run.Results);
    }

    [Fact]
    public void AnAllocInALoop_IsZeroEveryTime()
    {
        Run run = Run("""
            function F(@0 : f64[%0 : i32] "x")
                for %1 in 0:i32..%0
                    alloc @1 : f64[1:i32]
                    @1[0:i32] += 1
                    %2 = @1[0:i32]
                    @0[%1] = %2
            """, new double[3]);
        Assert.Equal(3, run.Loads);
        Assert.Equal(6, run.Stores);
        Assert.Equal(3, run.Count(Cost.Flop));
    }

    [Fact]
    public void AGrowableBuffer_GrowsWhenStoredBeyondItsEnd_AndAnyOtherIndexThrows()
    {
        const string text = """
            function F(%0 : i32 "store", %1 : i32 "load")
                alloc growable @0 : i64[0:i32]
                @0[%0] = 7:i64
                %2 = @0[%1]
                yields %2
            """;
        Assert.Equal(7L, Run(text, 100, 100).Results[0]);
        Assert.Equal(0L, Run(text, 100, 3).Results[0]);
        Assert.Throws<IndexOutOfRangeException>(() => Run(text, 0, 100_000));
        Assert.Throws<IndexOutOfRangeException>(() => Run(text, -1, 0));
    }

    [Fact]
    public void ArraysOfEveryType_AreReadAndWrittenInPlace()
    {
        Array[] arrays = [new sbyte[1], new byte[1], new short[1], new ushort[1], new int[1], new uint[1], new long[1], new ulong[1], new double[1], new float[1]];
        ScalarType[] types = [ScalarType.I8, ScalarType.U8, ScalarType.I16, ScalarType.U16, ScalarType.I32, ScalarType.U32, ScalarType.I64, ScalarType.U64, ScalarType.F64, ScalarType.F32];
        foreach ((Array array, ScalarType type) in arrays.Zip(types))
        {
            string suffix = type == ScalarType.F64 ? "" : ":" + type.Spelling();
            Run run = Run($"""
                function F(@0 : {type.Spelling()}[%0 : i32] "x")
                    @0[0:i32] = 100{suffix}
                    @0[0:i32] += 7{suffix}
                    %1 = @0[0:i32]
                    yields %1
                """, array);
            Assert.Equal(array.GetValue(0), run.Results[0]);
            Assert.Equal(107.0, System.Convert.ToDouble(array.GetValue(0), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void AFalseCheck_ThrowsWhatItNames()
    {
        static void Check(string exception) => Run($"""
            function F(%0 : bool "p")
                check %0 {exception} "no"
            """, false);
        Assert.Throws<IndexOutOfRangeException>(() => Check("System.IndexOutOfRangeException"));
        Assert.Throws<ArgumentException>(() => Check("System.ArgumentException"));
        Assert.Equal("My.Own: no", Assert.Throws<InvalidOperationException>(() => Check("My.Own")).Message);
    }

    [Fact]
    public void AnEndlessLoop_IsGivenUp()
    {
        Function endless = IrParser.Parse("""
            function F()
                while
                    condition true
                do
            """);
        Assert.Throws<InvalidOperationException>(() => Interpreter.Run(endless, [], 1000));
    }

    private static Run Run(string text, params object[] arguments) => Interpreter.Run(IrVerifier.Verify(IrParser.Parse(text)), arguments);

    private static Primitive Named(string name) => Primitives.All.Single(p => p.Name == name);

    private static object Apply(Primitive primitive, ScalarType type, object[] operands)
    {
        IrBuilder builder = new();
        ScalarParameter[] parameters = [.. operands.Select((_, i) => new ScalarParameter($"a{i}", ParameterRole.User, false, builder.NewValue(type)))];
        Atom result = builder.Apply(primitive, [.. parameters.Select(p => (Atom)p.Value)]);
        return Interpreter.Run(IrVerifier.Verify(builder.ToFunction("F", parameters, result)), operands).Results[0];
    }

    private static object Convert(object operand, ScalarType from, ScalarType to)
    {
        IrBuilder builder = new();
        ScalarParameter parameter = new("a", ParameterRole.User, false, builder.NewValue(from));
        return Interpreter.Run(builder.ToFunction("F", [parameter], builder.Convert(parameter.Value, to)), [operand]).Results[0];
    }

    private static void Agree(Func<object> expected, Func<object> actual) => Assert.Equal(Outcome(expected), Outcome(actual));

    private static object Outcome(Func<object> run)
    {
        try
        {
            return run();
        }
        catch (ArithmeticException e)
        {
            return e.GetType();
        }
    }
}
