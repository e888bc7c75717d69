using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary><c>HessianGen.SpecialFunctions</c>: rows of the primitive table, but for the one of a span.</summary>
internal sealed partial class Translator
{
    private Operand CallSpecial(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "LogSumExp") return new ScalarOperand(LogSumExp((ArrayOperand)Evaluate(call.Arguments[0].Value)));
        bool isFamily = MathFunctions.PrimitiveOf(call.TargetMethod, null) is { } row && row.Domain[0] == Domain.Orders;
        return isFamily && !call.Arguments.Single(a => a.Parameter!.Ordinal == 0).Value.ConstantValue.HasValue
            ? throw Refuse(Descriptors.NoSource, call, $"{call.TargetMethod.Name} of an order that is no constant", "write the order as a constant")
            : CallMath(call);
    }

    /// <summary>
    /// log Σ exp(xᵢ) = m + log Σ exp(xᵢ − m) with the largest element rounded down as m. Being a whole number it has derivative zero,
    /// exactly as the formula has: what is left are the weights exp(xᵢ − m) / Σ exp(xⱼ − m), which cannot overflow.
    /// </summary>
    private Atom LogSumExp(ArrayOperand x)
    {
        ScalarType type = x.Element;
        Atom zero = Atom.Zero(type), infinity = Atom.OfFloat(double.PositiveInfinity, type);
        Atom largest = Reduce(x, Atom.OfFloat(double.NegativeInfinity, type), (e, sofar) => Select(ir.Apply(Primitives.Lt, sofar, e), e, sofar));
        Atom isFinite = ir.Apply(Primitives.Lt, ir.Apply(Primitives.Abs, largest), infinity);
        Atom shift = Select(isFinite, ir.Apply(Primitives.Floor, largest), zero);
        Atom sum = Reduce(x, zero, (e, sofar) => ir.Apply(Primitives.Add, sofar, ir.Apply(Primitives.Exp, ir.Apply(Primitives.Sub, e, shift))));
        return ir.Apply(Primitives.Add, shift, ir.Apply(Primitives.Log, sum));
    }

    private Atom Reduce(ArrayOperand x, Atom start, Func<Atom, Atom, Atom> join) =>
        ir.For(Atom.OfInteger(0), x.Length, 1, [start], (k, carried) => [join(ElementOf(x, k), carried[0])], "k")[0];
}
