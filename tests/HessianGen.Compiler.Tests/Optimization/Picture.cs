using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;
using HessianGen.Compiler.Tests.Language;

namespace HessianGen.Compiler.Tests.Optimization;

/// <summary>A rewrite as two pictures: what stood before and what stands after.</summary>
internal static class Picture
{
    /// <summary>The pass, which for readability is followed by removing what it left unused where <paramref name="clean"/>, turns one text into the other.</summary>
    public static void Becomes(Func<Function, Function> pass, string before, string after, bool clean = false)
    {
        Function function = IrVerifier.Verify(IrParser.Parse(before));
        Function result = IrVerifier.Verify(pass(function));
        Assert.Equal(after.Trim(), IrPrinter.Print(clean ? DeadCode.Run(result) : result).Trim());
    }

    /// <summary>The pass gives the very same object back.</summary>
    public static void Stays(Func<Function, Function> pass, string text)
    {
        Function function = IrVerifier.Verify(IrParser.Parse(text));
        Function result = pass(function);
        Assert.Equal(IrPrinter.Print(function), IrPrinter.Print(result));
        Assert.Same(function, result);
    }
}
