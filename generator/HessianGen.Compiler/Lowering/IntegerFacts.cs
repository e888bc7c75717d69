using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>What is known of the integers of a function without running it.</summary>
internal sealed class IntegerFacts(Layout layout)
{
    /// <summary>The largest constant that lengths and counters are multiplied by; beyond it one is mixing bits.</summary>
    private const long Multiplier = 1 << 16;

    private readonly HashSet<Value> lengths = [.. layout.Function.Parameters.OfType<BufferParameter>().Select(p => p.Length)];
    private readonly Dictionary<Value, bool> stepwise = [];

    /// <summary>True where the value is certainly not negative, if nothing wraps on the way to it.</summary>
    public bool IsNonNegative(Atom atom)
    {
        if (atom.IsConstant) return atom.ConstantType.IsInteger() && atom.Integer >= 0;
        if (lengths.Contains(atom.Value)) return true;
        return layout.Definer(atom.Value)?.Statement switch
        {
            For loop => loop.Counter == atom.Value && loop.Step > 0 && IsNonNegative(loop.Start),
            Let { Primitive: var p } let when p == Primitives.Add || p == Primitives.Mul || p == Primitives.Div => let.Arguments.All(IsNonNegative),
            Let { Primitive: var p } let when p == Primitives.Max => let.Arguments.Any(IsNonNegative),
            _ => false,
        };
    }

    /// <summary>
    /// True for arithmetic that counts and indexes: sums and products of lengths, counters, parameters and constants. In a
    /// project that checks for overflow the user's own text throws where it overflows, and so may ours; all other
    /// arithmetic (hashes, random numbers) is marked unchecked.
    /// </summary>
    public bool IsIndexArithmetic(Atom atom)
    {
        if (atom.IsConstant) return true;
        Value value = atom.Value;
        if (layout.Function.TypeOf(value) is not (ScalarType.I32 or ScalarType.I64)) return false;
        if (stepwise.TryGetValue(value, out bool known)) return known;
        stepwise[value] = true;
        return stepwise[value] = layout.Definer(value)?.Statement switch
        {
            null => true,
            For loop when loop.Counter == value => true,
            Let { Primitive: var p } let when p == Primitives.Select_ => let.Arguments.Skip(1).All(IsIndexArithmetic),
            Let let => IsStepwise(let) && let.Arguments.All(IsIndexArithmetic),
            If choice => choice.Blocks.All(b => IsIndexArithmetic(b.Yields[choice.Outputs.TakeWhile(o => o != value).Count()])),
            For or While => IsCounted(value),
            Load => true,
            _ => false,
        };
    }

    private static bool IsStepwise(Let let) =>
        let.Primitive == Primitives.Add || let.Primitive == Primitives.Sub || let.Primitive == Primitives.Div
        || let.Primitive == Primitives.Neg || let.Primitive == Primitives.Min || let.Primitive == Primitives.Max
        || (let.Primitive == Primitives.Mul && !let.Arguments.Any(a => a.IsConstant && a.Integer is < -Multiplier or > Multiplier));

    /// <summary>A carried value that each iteration moves by some index arithmetic: <c>at += 3</c>.</summary>
    private bool IsCounted(Value value)
    {
        Node node = layout.Definer(value)!;
        LoopParts loop = LoopParts.Of(node.Statement)!;
        for (int i = 0; i < loop.Carries.Count; i++)
        {
            if (loop.Carries[i].Value != value && loop.Outputs[i] != value) continue;
            return IsIndexArithmetic(loop.Carries[i].Initial) && IsMoved(loop.Body.Yields[i], loop.Carries[i].Value);
        }

        return false;
    }

    private bool IsMoved(Atom yield, Value carried)
    {
        if (yield == (Atom)carried) return true;
        if (!yield.IsValue || layout.Definer(yield.Value)?.Statement is not { } statement) return false;
        if (statement is If choice)
        {
            int index = choice.Outputs.TakeWhile(o => o != yield.Value).Count();
            return IsMoved(choice.Then.Yields[index], carried) && IsMoved(choice.Else.Yields[index], carried);
        }

        if (statement is not Let let || !(let.Primitive == Primitives.Add || let.Primitive == Primitives.Sub)) return false;
        return IsMoved(let.Arguments[0], carried) && IsIndexArithmetic(let.Arguments[1]);
    }
}
