using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Emission;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Arbitrary programs, as C#, mean bit for bit what the interpreter says; in one project, since a compilation has its price.</summary>
public sealed class ArbitraryLoweringTests
{
    private const int Programs = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ArbitraryPrograms_MeanWhatTheInterpreterSays(int seed)
    {
        Random random = new(seed);
        Function[] programs = [.. Enumerable.Range(0, Programs).Select(i => Program(random, 20 + 2 * i))];
        EmittedMethod[] methods = EmittedMethod.OfAll(programs, checksOverflow: false);
        for (int i = 0; i < programs.Length; i++)
        {
            for (int run = 0; run < 6; run++) Compare(programs[i], methods[i], run);
        }
    }

    private static Function Program(Random random, int size)
    {
        byte[] choices = new byte[size];
        random.NextBytes(choices);
        return WithOneResult(ArbitraryProgram.Create(choices));
    }

    /// <summary>The first result stays; the others are added to the array <c>g</c>, which becomes an array of the user's.</summary>
    private static Function WithOneResult(Function program)
    {
        IrBuilder ir = new(program);
        ir.Emit(program.Body.Statements);
        BufferParameter g = program.Parameters.OfType<BufferParameter>().Single(p => p.Name == "g");
        ir.Accumulate(g.Buffer, Atom.OfInteger(1), ir.Convert(program.Body.Yields[1], ScalarType.F64));
        ir.Accumulate(g.Buffer, Atom.OfInteger(2), ir.Convert(program.Body.Yields[2], ScalarType.F64));
        ir.Accumulate(g.Buffer, Atom.OfInteger(3), ir.Apply(Primitives.Select_, program.Body.Yields[3], Atom.OfFloat(1), Atom.OfFloat(2)));
        return ir.ToFunction("Arbitrary", program.Parameters.Select(p => p == g ? g with { Role = ParameterRole.User } : p), program.Body.Yields[0]);
    }

    private static void Compare(Function program, EmittedMethod method, int seed)
    {
        bool alias = seed % 3 == 2;
        object[] expected = ArbitraryProgram.Arguments(seed, alias), actual = ArbitraryProgram.Arguments(seed, alias);
        object[] before = Outcome(expected, () => Interpreter.Run(program, expected, 1_000_000).Results[0]);
        object[] after = Outcome(actual, () => method.Call(actual)!);
        double tolerance = CallsFloatFunction(program, program.Body) ? 1e-5 : 0;
        Assert.True(AreEqual(before, after, tolerance), $"{string.Join(" ", before)}\nbecame\n{string.Join(" ", after)}\n{IrPrinter.Print(program)}\n{method.Text}");
    }

    /// <summary>The result and all elements of arrays, or the type of the exception.</summary>
    private static object[] Outcome(object[] arguments, Func<object> call)
    {
        object? result = null;
        Exception? failure = Record.Exception(() => result = call());
        return failure is not null ? [failure.GetType()] : [result!, .. arguments.OfType<double[]>().SelectMany(a => a)];
    }

    private static bool AreEqual(object[] before, object[] after, double tolerance) =>
        before.Length == after.Length && before.Zip(after).All(pair => pair is (double x, double y)
            ? BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y) || Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x))
            : pair.First.Equals(pair.Second));

    /// <summary>The interpreter rounds the double's function, .NET has its own for single precision: their last bits differ.</summary>
    private static bool CallsFloatFunction(Function program, Block block) => block.Statements.Any(s =>
        s is Let { Primitive.Cost: Cost.Transcendental } let ? program.TypeOf(let.Result) == ScalarType.F32 : s.Blocks.Any(b => CallsFloatFunction(program, b)));
}
