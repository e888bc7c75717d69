using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

public sealed class RewriterTests
{
    [Fact]
    public void NoHook_GivesTheSameObject() => Meaning.ForEveryProgram(program => Assert.Same(program, new Identity().Rewrite(program)));

    [Fact]
    public void EveryValueAndBuffer_PassesThroughTheHooks() => Meaning.ForEveryProgram(program =>
    {
        ValueInfo[] values = [.. program.Values, .. program.Values];
        BufferInfo[] buffers = [.. program.Buffers, .. program.Buffers];
        Function shifted = new Shift(program).Rewrite(program) with { Values = new(values), Buffers = new(buffers) };
        IrVerifier.Verify(shifted);
        HashSet<int> used = [.. System.Text.RegularExpressions.Regex.Matches(IrPrinter.Print(shifted), @"%(\d+)").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.DoesNotContain(used, id => id < program.Values.Count);
    });

    [Fact]
    public void AChangeDeepInside_KeepsEverythingBesideIt()
    {
        Function function = IrParser.Parse("""
            function F(%0 : f64 "s", %1 : bool "p")
                if %1
                    %2 = add %0 1
                if %1
                    %3 = add %0 2
            """);
        Function rewritten = new Replace(Atom.OfFloat(2), Atom.OfFloat(3)).Rewrite(function);
        Assert.NotSame(function, rewritten);
        Assert.Same(function.Body.Statements[0], rewritten.Body.Statements[0]);
        Assert.Equal(function.Parameters, rewritten.Parameters);
        Assert.Contains("%3 = add %0 3", IrPrinter.Print(rewritten), StringComparison.Ordinal);
    }

    private sealed class Identity : IrRewriter;

    private sealed class Shift(Function function) : IrRewriter
    {
        protected override Atom Use(Atom atom) => atom.IsValue ? Define(atom.Value) : atom;

        protected override Value Define(Value value) => new(value.Id + function.Values.Count);

        protected override Ir.Buffer Rename(Ir.Buffer buffer) => new(buffer.Id + function.Buffers.Count);
    }

    private sealed class Replace(Atom old, Atom replacement) : IrRewriter
    {
        protected override Atom Use(Atom atom) => atom == old ? replacement : atom;
    }
}
