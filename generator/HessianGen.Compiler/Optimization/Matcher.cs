using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Finds patterns in the definitions seen so far.</summary>
internal sealed class Matcher(Func<Atom, ScalarType> typeOf, Func<Value, Let?> definitionOf, Func<Value, bool> isFreed)
{
    /// <summary>Matches a let that would be placed here against a rule's pattern.</summary>
    public bool Matches(PatternOperation pattern, Let let, ref Match match) => MatchOperands(pattern, let, ref match);

    private bool Matches(Pattern pattern, Atom atom, ref Match match) => pattern switch
    {
        PatternVariable variable => Matches(variable, atom, ref match),
        PatternNumber number => atom.IsConstant && IsNumber(atom, number.Value),
        PatternTruth truth => atom == Atom.OfBoolean(truth.Value),
        PatternOperation operation => Matches(operation, atom, ref match),
        _ => false,
    };

    private bool Matches(PatternVariable variable, Atom atom, ref Match match)
    {
        if (match.IsBound(variable)) return match[variable] == atom;
        if (!variable.Admits(atom, typeOf(atom))) return false;
        match.Bind(variable, atom);
        return true;
    }

    private bool Matches(PatternOperation operation, Atom atom, ref Match match)
    {
        if (atom.IsConstant || definitionOf(atom.Value) is not { } let || let.Primitive != operation.Primitive) return false;
        if (isFreed(atom.Value)) match.Freed++;
        return MatchOperands(operation, let, ref match);
    }

    private bool MatchOperands(PatternOperation operation, Let let, ref Match match)
    {
        Match before = match;
        if (MatchInOrder(operation, let, swapped: false, ref match)) return true;
        match = before;
        return operation.Primitive.IsCommutative && MatchInOrder(operation, let, swapped: true, ref match);
    }

    private bool MatchInOrder(PatternOperation operation, Let let, bool swapped, ref Match match)
    {
        for (int i = 0; i < let.Arguments.Count; i++)
        {
            if (!Matches(operation.Operands[i], let.Arguments[swapped ? 1 - i : i], ref match)) return false;
        }

        return true;
    }

    private static bool IsNumber(Atom atom, double value) =>
        atom.ConstantType.IsFloat() ? atom.IsFloat(value) : atom.ConstantType.IsInteger() && atom.Integer == value && !IsMinusZero(value);

    private static bool IsMinusZero(double value) => value == 0 && BitConverter.DoubleToInt64Bits(value) != 0;
}
