using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>An integer expression as a sum of products of values: what two indices are compared by.</summary>
/// <remarks>Wraparound is ignored: an index that wraps is outside its buffer and throws before it could alias.</remarks>
internal sealed class Polynomial
{
    private const int Limit = 24;

    /// <summary>Coefficients by monomial; a monomial is the sorted ids of its factors.</summary>
    private readonly SortedDictionary<string, (int[] Factors, long Coefficient)> terms = new(StringComparer.Ordinal);

    public static Polynomial Constant(long value)
    {
        Polynomial result = new();
        result.Add([], value);
        return result;
    }

    /// <summary>The polynomial of an atom, its integer definitions expanded; a value not defined by + - * is a variable.</summary>
    public static Polynomial Of(Atom atom, Func<Value, Statement?> definition, int depth = 12)
    {
        if (atom.IsConstant) return Constant(atom.Integer);
        if (depth > 0 && definition(atom.Value) is Let { Primitive: var primitive } let && Combine(let, primitive, definition, depth - 1) is { } combined) return combined;
        Polynomial variable = new();
        variable.Add([atom.Value.Id], 1);
        return variable;
    }

    public bool IsZero => terms.Count == 0;

    /// <summary>The value where it is a constant, else null.</summary>
    public long? AsConstant => terms.Count == 0 ? 0 : terms.Count == 1 && terms.First().Value is { Factors.Length: 0 } only ? only.Coefficient : null;

    public IEnumerable<int> Variables => terms.Values.SelectMany(t => t.Factors).Distinct();

    public bool Contains(int variable) => terms.Values.Any(t => t.Factors.Contains(variable));

    public static Polynomial operator +(Polynomial x, Polynomial y) => Sum(x, y, 1);

    public static Polynomial operator -(Polynomial x, Polynomial y) => Sum(x, y, -1);

    public static Polynomial operator *(Polynomial x, Polynomial y)
    {
        Polynomial result = new();
        foreach (var (xf, xc) in x.terms.Values)
        {
            foreach (var (yf, yc) in y.terms.Values) result.Add([.. xf.Concat(yf).OrderBy(f => f)], unchecked(xc * yc));
        }

        return result;
    }

    /// <summary>Splits into coefficient · variable + rest; null where the variable occurs to a higher power.</summary>
    public (Polynomial Coefficient, Polynomial Remainder)? Split(int variable)
    {
        Polynomial coefficient = new(), rest = new();
        foreach (var (factors, c) in terms.Values)
        {
            int count = factors.Count(f => f == variable);
            if (count > 1) return null;
            if (count == 1) coefficient.Add([.. factors.Where(f => f != variable)], c);
            else rest.Add(factors, c);
        }

        return (coefficient, rest);
    }

    public bool SameAs(Polynomial other) => (this - other).IsZero;

    /// <summary>True where every coefficient is non-negative: the sign for values that are lengths and counters.</summary>
    public bool HasNonNegativeCoefficients => terms.Values.All(t => t.Coefficient >= 0);

    private static Polynomial? Combine(Let let, Primitive primitive, Func<Value, Statement?> definition, int depth)
    {
        if (primitive == Primitives.Convert)
        {
            Polynomial inner = Of(let.Arguments[0], definition, depth);
            return let.Arguments[0].IsConstant && !let.Arguments[0].ConstantType.IsInteger() ? null : inner;
        }

        if (primitive == Primitives.Neg) return Constant(0) - Of(let.Arguments[0], definition, depth);
        if (primitive != Primitives.Add && primitive != Primitives.Sub && primitive != Primitives.Mul) return null;
        Polynomial x = Of(let.Arguments[0], definition, depth), y = Of(let.Arguments[1], definition, depth);
        Polynomial result = primitive == Primitives.Add ? x + y : primitive == Primitives.Sub ? x - y : x * y;
        return result.terms.Count <= Limit ? result : null;
    }

    private static Polynomial Sum(Polynomial x, Polynomial y, long sign)
    {
        Polynomial result = new();
        foreach (var (factors, c) in x.terms.Values) result.Add(factors, c);
        foreach (var (factors, c) in y.terms.Values) result.Add(factors, unchecked(sign * c));
        return result;
    }

    private void Add(int[] factors, long coefficient)
    {
        string key = string.Join(",", factors);
        long sum = unchecked(coefficient + (terms.TryGetValue(key, out var old) ? old.Coefficient : 0));
        if (sum == 0) terms.Remove(key);
        else terms[key] = (factors, sum);
    }
}
