using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>What is known of integers at this point of the program: enough to prove most indices inside their slices.</summary>
/// <remarks>Facts belong to the block that they were learned in: outside of it, the loop or the test that made them true has not run.</remarks>
internal sealed class Bounds(IrBuilder ir)
{
    /// <summary>A proof follows at most this many counters.</summary>
    private const int Depth = 8;

    private readonly Dictionary<Value, CounterRange> counters = [];
    private readonly HashSet<Value> nonNegative = [];
    private readonly Stack<List<Value>> learned = new([[]]);

    public void Open() => learned.Push([]);

    public void Close()
    {
        foreach (Value value in learned.Pop()) nonNegative.Remove(value);
    }

    public void LearnNonNegative(Atom atom)
    {
        if (atom.IsValue && nonNegative.Add(atom.Value)) learned.Peek().Add(atom.Value);
    }

    /// <summary>From here to the end of the block, the body of a loop, the counter stays in its range and the range is not empty.</summary>
    public void Learn(Value counter, CounterRange range)
    {
        counters[counter] = range;
        if (range.Step > 0 && IsNonNegative(range.Start)) LearnNonNegative(range.End);
        if (range.Step < 0 && IsAtLeast(range.End, -1)) LearnNonNegative(range.Start);
    }

    /// <summary>The range of a loop's counter; null for every other value.</summary>
    public CounterRange? RangeOf(Value value) => counters.TryGetValue(value, out CounterRange range) ? range : null;

    public bool IsNonNegative(Atom atom) => IsAtLeast(atom, 0);

    /// <summary>True where it is evident that 0 ≤ index &lt; length.</summary>
    public bool IsBelow(Atom index, Atom length)
    {
        if (!IsNonNegative(index)) return false;
        return IsNonNegative(PolynomialOf(length) - PolynomialOf(index) - Polynomial.One, Depth);
    }

    /// <summary>True where it is evident that x ≤ y.</summary>
    public bool IsAtMost(Atom x, Atom y) => IsNonNegative(PolynomialOf(y) - PolynomialOf(x), Depth);

    private bool IsAtLeast(Atom atom, long bound)
    {
        if (atom.IsConstant) return atom.Integer >= bound;
        return bound <= 0 && nonNegative.Contains(atom.Value) || IsNonNegative(PolynomialOf(atom) - Polynomial.Constant(bound), Depth);
    }

    /// <summary>Replaces counters by the end of their range where the polynomial is smallest, until nothing negative is left.</summary>
    private bool IsNonNegative(Polynomial polynomial, int depth)
    {
        if (polynomial.HasNonNegativeCoefficients && polynomial.Variables.All(IsKnown)) return true;
        if (depth == 0) return false;
        foreach (int id in polynomial.Variables.OrderByDescending(v => v))
        {
            if (!counters.TryGetValue(new(id), out CounterRange range) || polynomial.Split(id) is not var (coefficient, _)) continue;
            Polynomial? end = IsNonNegative(coefficient, depth - 1) ? Least(range) : IsNonNegative(-coefficient, depth - 1) ? Greatest(range) : null;
            if (end is not null && polynomial.Substitute(id, end) is { } smaller) return IsNonNegative(smaller, depth - 1);
        }

        return false;
    }

    private bool IsKnown(int id) => nonNegative.Contains(new(id)) || counters.TryGetValue(new(id), out CounterRange range) && IsNonNegative(Least(range), Depth / 2);

    private Polynomial Least(CounterRange range) => range.Step > 0 ? PolynomialOf(range.Start) : PolynomialOf(range.End) + Polynomial.One;

    private Polynomial Greatest(CounterRange range) => range.Step > 0 ? PolynomialOf(range.End) - Polynomial.One : PolynomialOf(range.Start);

    private Polynomial PolynomialOf(Atom atom) => Polynomial.Of(atom, ir.DefinitionOf);
}
