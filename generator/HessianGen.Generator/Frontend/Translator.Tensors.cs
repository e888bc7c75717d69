using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary><c>TensorPrimitives</c> as loops over elements.</summary>
internal sealed partial class Translator
{
    private const string Argument = "global::System.ArgumentException";

    private Operand? CallTensor(IInvocationOperation call)
    {
        Operand[] x = new Operand[call.Arguments.Length];
        foreach (IArgumentOperation argument in call.Arguments) x[argument.Parameter!.Ordinal] = Evaluate(argument.Value);
        string name = call.TargetMethod.Name;
        switch (name)
        {
            case "SoftMax" when x.Length == 2: SoftMax((ArrayOperand)x[0], (ArrayOperand)x[1]); return null;
            case "SinCos" when x.Length == 3:
                Map([x[0]], (ArrayOperand)x[1], e => ir.Apply(Primitives.Sin, e));
                Map([x[0]], (ArrayOperand)x[2], e => ir.Apply(Primitives.Cos, e));
                return null;
            case "CosineSimilarity" when x.Length == 2: return CosineSimilarity(x);
            case "IndexOfMax" or "IndexOfMin" when x.Length == 1: return new ScalarOperand(IndexOf((ArrayOperand)x[0], name == "IndexOfMax" ? Primitives.Gt : Primitives.Lt));
        }

        if (call.TargetMethod.ReturnsVoid && TensorFunctions.Element(name, x.Length - 1) is { } element)
        {
            Map(x.Take(x.Length - 1).ToArray(), (ArrayOperand)x[x.Length - 1], e => element(ir, e));
            return null;
        }

        return TensorFunctions.Reduction(name, x.Length) is { } reduction ? new ScalarOperand(Reduce(x, reduction)) : throw RefuseCall(call, "write a loop");
    }

    /// <summary>Stores a function of the elements at each place of the destination, which is as long as the operands or longer.</summary>
    private void Map(Operand[] operands, ArrayOperand destination, Func<Atom[], Atom> of)
    {
        Atom length = CommonLength(operands);
        if (destination.Length != length) Emit(AtMost(length, destination.Length), Argument, "Destination is too short.");
        foreach (ArrayOperand operand in operands.OfType<ArrayOperand>()) RequireSameOrApart(operand, destination, length);
        if (destination.Region is not { } region) return;
        RequireAlive(region);
        ir.For(Atom.OfInteger(0), length, k =>
        {
            Atom value = of([.. operands.Select(o => ElementOf(o, k))]);
            ir.Store(Writable(region), ir.Apply(Primitives.Add, destination.Offset, k), value);
        }, "k");
    }

    private Atom Reduce(Operand[] operands, TensorReduction reduction)
    {
        Atom length = CommonLength(operands);
        ScalarType type = operands.OfType<ArrayOperand>().First().Element;
        bool isChoice = reduction.Join == Primitives.Max || reduction.Join == Primitives.Min;
        if (isChoice) Emit(ir.Apply(Primitives.Gt, length, Atom.OfInteger(0)), Argument, "The input span is empty.");
        Atom start = isChoice ? ElementOf(operands[0], Atom.OfInteger(0))
            : reduction.Join == Primitives.Add ? Atom.Zero(type)
            : type.IsFloat() ? Atom.OfFloat(1, type) : Atom.OfInteger(1, type);
        Atom joined = ir.For(Atom.OfInteger(isChoice ? 1 : 0), length, 1, [start], (k, carried) =>
            [ir.Apply(reduction.Join, carried[0], reduction.Of(ir, [.. operands.Select(o => ElementOf(o, k))]))], "k")[0];
        return reduction.Then is { } then ? then(ir, joined) : joined;
    }

    /// <summary>exp(x) over the sum of all exp(x), as .NET computes it: without the shift that keeps large numbers finite.</summary>
    private void SoftMax(ArrayOperand x, ArrayOperand destination)
    {
        Emit(ir.Apply(Primitives.Gt, x.Length, Atom.OfInteger(0)), Argument, "The input span is empty.");
        Atom sum = Reduce([x], new(1, (ir, e) => ir.Apply(Primitives.Exp, e[0]), Primitives.Add));
        Map([x], destination, e => ir.Apply(Primitives.Div, ir.Apply(Primitives.Exp, e[0]), sum));
    }

    private ScalarOperand CosineSimilarity(Operand[] x)
    {
        Emit(ir.Apply(Primitives.Gt, CommonLength(x), Atom.OfInteger(0)), Argument, "The input span is empty.");
        Atom dot = Reduce(x, TensorFunctions.Reduction("Dot", 2)!), first = Reduce([x[0]], TensorFunctions.Reduction("Norm", 1)!), second = Reduce([x[1]], TensorFunctions.Reduction("Norm", 1)!);
        return new(ir.Apply(Primitives.Div, dot, ir.Apply(Primitives.Mul, first, second)));
    }

    /// <summary>Where the greatest or the smallest element is, the first of several; −1 where there is none.</summary>
    private Atom IndexOf(ArrayOperand x, Primitive isBetter) => ir.For(Atom.OfInteger(0), x.Length, 1, [Atom.OfInteger(-1), Atom.Zero(x.Element)], (k, best) =>
    {
        Atom element = ElementOf(x, k);
        Atom wins = Or(ir.Apply(Primitives.Lt, best[0], Atom.OfInteger(0)), ir.Apply(isBetter, element, best[1]));
        return [Select(wins, k, best[0]), Select(wins, element, best[1])];
    }, "k")[0];

    private Atom CommonLength(Operand[] operands)
    {
        ArrayOperand[] arrays = [.. operands.OfType<ArrayOperand>()];
        foreach (ArrayOperand other in arrays.Skip(1))
        {
            if (other.Length != arrays[0].Length) Emit(ir.Apply(Primitives.Eq, other.Length, arrays[0].Length), Argument, "Input span lengths must match.");
        }

        return arrays[0].Length;
    }

    /// <summary>.NET throws where input and output overlap and are not the same.</summary>
    private void RequireSameOrApart(ArrayOperand input, ArrayOperand output, Atom length)
    {
        if (input.Region is null || input.Region != output.Region || input.Offset == output.Offset) return;
        Atom after = ir.Apply(Primitives.Le, ir.Apply(Primitives.Add, input.Offset, length), output.Offset);
        Atom before = ir.Apply(Primitives.Le, ir.Apply(Primitives.Add, output.Offset, length), input.Offset);
        Emit(Or(ir.Apply(Primitives.Eq, input.Offset, output.Offset), Or(after, before)), Argument, "Input and output overlap.");
    }

    /// <summary>An element inside the array, or the number that stands for all of them.</summary>
    private Atom ElementOf(Operand operand, Atom index)
    {
        if (operand is not ArrayOperand array) return operand.ToAtom();
        if (array.Region is not { } region) return Atom.Zero(array.Element);
        RequireAlive(region);
        return LoadAt(array, index);
    }
}
