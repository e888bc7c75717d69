using FsCheck;
using FsCheck.Fluent;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

/// <summary>What it means that a pass preserves meaning, as a property over arbitrary programs.</summary>
internal static class Meaning
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(250);

    /// <summary>Holds where the property is true of every arbitrary program; a failure shows the smallest one found.</summary>
    public static void ForEveryProgram(Action<Function> property) => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), choices =>
    {
        Function program = ArbitraryProgram.Create(choices);
        try
        {
            property(program);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}\n{IrPrinter.Print(program)}", e);
        }
    }).Check(Many);

    /// <summary>The pass keeps the laws of the IR, every result and every output, whatever the arguments.</summary>
    public static void IsPreservedBy(Func<Function, Function> pass, bool ignoreZeroSigns = false) => ForEveryProgram(program =>
    {
        IrVerifier.Verify(program);
        Function transformed = IrVerifier.Verify(pass(program));
        for (int seed = 0; seed < 6; seed++)
        {
            bool alias = seed % 3 == 2;
            string before = Outcome(program, ArbitraryProgram.Arguments(seed, alias), ignoreZeroSigns);
            string after = Outcome(transformed, ArbitraryProgram.Arguments(seed, alias), ignoreZeroSigns);
            if (before != after) throw new InvalidOperationException($"{before}\n became\n{after}\nwith\n{IrPrinter.Print(transformed)}");
        }
    });

    /// <summary>Results and the output buffer as text, or the exception.</summary>
    private static string Outcome(Function function, object[] arguments, bool ignoreZeroSigns)
    {
        try
        {
            Run run = Interpreter.Run(function, arguments, 1_000_000);
            IEnumerable<object> outputs = run.Results.Concat(((double[])arguments[2]).Cast<object>());
            return string.Join(" ", outputs.Select(o => Text(o, ignoreZeroSigns)));
        }
        catch (Exception e) when (e is InvalidOperationException { Message: "arbitrary" } or IndexOutOfRangeException)
        {
            return e.Message;
        }
    }

    private static string Text(object value, bool ignoreZeroSigns) => value switch
    {
        double d => (ignoreZeroSigns ? d + 0.0 : d).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        float f => (ignoreZeroSigns ? f + 0.0f : f).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
