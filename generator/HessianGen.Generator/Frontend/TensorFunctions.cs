using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>The functions of <c>System.Numerics.Tensors.TensorPrimitives</c>, as what they do with one element.</summary>
internal static class TensorFunctions
{
    private static readonly Dictionary<string, Func<IrBuilder, Atom[], Atom>> Elements = new()
    {
        // @formatter:off
        // function                  of the elements x[0], x[1] ... of its operands
        ["Add"]                    = (ir, x) => ir.Apply(Primitives.Add, x),
        ["Subtract"]               = (ir, x) => ir.Apply(Primitives.Sub, x),
        ["Multiply"]               = (ir, x) => ir.Apply(Primitives.Mul, x),
        ["Divide"]                 = (ir, x) => ir.Apply(Primitives.Div, x),
        ["Negate"]                 = (ir, x) => ir.Apply(Primitives.Neg, x),
        ["Abs"]                    = (ir, x) => ir.Apply(Primitives.Abs, x),
        ["Max"]                    = (ir, x) => ir.Apply(Primitives.Max, x),
        ["Min"]                    = (ir, x) => ir.Apply(Primitives.Min, x),
        ["AddMultiply"]            = (ir, x) => ir.Apply(Primitives.Mul, ir.Apply(Primitives.Add, x[0], x[1]), x[2]),
        ["MultiplyAdd"]            = (ir, x) => ir.Apply(Primitives.Add, ir.Apply(Primitives.Mul, x[0], x[1]), x[2]),
        ["MultiplyAddEstimate"]    = (ir, x) => ir.Apply(Primitives.Add, ir.Apply(Primitives.Mul, x[0], x[1]), x[2]),
        ["FusedMultiplyAdd"]       = (ir, x) => ir.Apply(Primitives.Fma, x),
        ["Reciprocal"]             = (ir, x) => ir.Apply(Primitives.Div, One(ir, x[0]), x[0]),
        ["ReciprocalSqrt"]         = (ir, x) => ir.Apply(Primitives.Div, One(ir, x[0]), ir.Apply(Primitives.Sqrt, x[0])),
        ["Sigmoid"]                = (ir, x) => ir.Apply(Primitives.Sigmoid, x),
        // @formatter:on
    };

    private static readonly Dictionary<string, TensorReduction> Reductions = new()
    {
        // @formatter:off
        // function                         operands  of each element                                                joined by        then
        ["Sum"]                  = new(1, (ir, x) => x[0],                                                       Primitives.Add),
        ["SumOfSquares"]         = new(1, (ir, x) => ir.Apply(Primitives.Mul, x[0], x[0]),                       Primitives.Add),
        ["SumOfMagnitudes"]      = new(1, (ir, x) => ir.Apply(Primitives.Abs, x[0]),                             Primitives.Add),
        ["Norm"]                 = new(1, (ir, x) => ir.Apply(Primitives.Mul, x[0], x[0]),                       Primitives.Add,  (ir, sum) => ir.Apply(Primitives.Sqrt, sum)),
        ["Dot"]                  = new(2, (ir, x) => ir.Apply(Primitives.Mul, x),                                Primitives.Add),
        ["Distance"]             = new(2, (ir, x) => Square(ir, ir.Apply(Primitives.Sub, x)),                    Primitives.Add,  (ir, sum) => ir.Apply(Primitives.Sqrt, sum)),
        ["Product"]              = new(1, (ir, x) => x[0],                                                       Primitives.Mul),
        ["ProductOfSums"]        = new(2, (ir, x) => ir.Apply(Primitives.Add, x),                                Primitives.Mul),
        ["ProductOfDifferences"] = new(2, (ir, x) => ir.Apply(Primitives.Sub, x),                                Primitives.Mul),
        ["Max"]                  = new(1, (ir, x) => x[0],                                                       Primitives.Max),
        ["Min"]                  = new(1, (ir, x) => x[0],                                                       Primitives.Min),
        // @formatter:on
    };

    public static bool IsTensor(IMethodSymbol method) => method.ContainingType is
    {
        Name: "TensorPrimitives",
        ContainingNamespace: { Name: "Tensors", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } },
    };

    /// <summary>What an element of the destination is; null where the function is none of one element.</summary>
    public static Func<IrBuilder, Atom[], Atom>? Element(string name, int operands) =>
        Elements.TryGetValue(name, out Func<IrBuilder, Atom[], Atom> element) ? element
        : Primitives.ByMethod($"System.Double.{name}") is { } row && row.Arity == operands ? (ir, x) => ir.Apply(row, x)
        : null;

    public static TensorReduction? Reduction(string name, int operands) =>
        Reductions.TryGetValue(name, out TensorReduction reduction) && reduction.Operands == operands ? reduction : null;

    private static Atom One(IrBuilder ir, Atom like) => Atom.OfFloat(1, ir.TypeOf(like));

    private static Atom Square(IrBuilder ir, Atom x) => ir.Apply(Primitives.Mul, x, x);
}
