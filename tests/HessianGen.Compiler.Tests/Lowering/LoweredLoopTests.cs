using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Tests.Emission;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Loops of the IR become loops that a person would have written, and mean the same.</summary>
public sealed class LoweredLoopTests
{
    [Fact]
    public void DotProduct_IsOneLineInALoop()
    {
        IrBuilder ir = new();
        BufferParameter w = Parameters.Array(ir, "w", isVariable: true), x = Parameters.Array(ir, "x");
        Atom[] sum = ir.For(Atom.OfInteger(0), w.Length, 1, [Atom.OfFloat(0)], (i, carried) =>
            [ir.Apply(Primitives.Add, carried[0], ir.Apply(Primitives.Mul, ir.Load(w.Buffer, i), ir.Load(x.Buffer, i)))]);
        ir.Rename(sum[0].Value, "sum");
        EmittedMethod method = EmittedMethod.Of(ir.ToFunction("Dot", [w, x], sum));
        Assert.Contains("sum += w[i] * x[i];", method.Text);
        Assert.Contains("for (int i = 0; i < w.Length; i++)", method.Text);
        Assert.Equal(11.0, method.CallAsInterpreted(new double[] { 1, 2 }, new double[] { 3, 4 }));
    }
}
