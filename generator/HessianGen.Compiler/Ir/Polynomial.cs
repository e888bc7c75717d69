using System.Globalization;

namespace HessianGen.Compiler.Ir;

/// <summary>An integer expression as a sum of products of values: what two indices are compared by.</summary>
/// <remarks>Wraparound is ignored: an index that wraps is outside its buffer and throws before it could alias.</remarks>
internal sealed class Polynomial
{
    private const int TermLimit = 24, DepthLimit = 12;

    /// <summary>Sorted by monomial; no coefficient is zero.</summary>
    private readonly Monomial[] terms;

    private Polynomial(Monomial[] terms) => this.terms = terms;

    /// <summary>Coefficient times the product of the values with these ids, ascending.</summary>
    private readonly record struct Monomial(int[] Factors, long Coefficient)
    {
        public override string ToString() => string.Concat(Factors.Select(f => $"·%{f}").Prepend(Coefficient.ToString(CultureInfo.InvariantCulture)));
    }

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = Constant(1);

    public static Polynomial Constant(long value) => value == 0 ? new([]) : new([new([], value)]);

    public static Polynomial Variable(int id) => new([new([id], 1)]);

    /// <summary>The polynomial of an atom, its integer definitions expanded; a value not defined by + − · is a variable.</summary>
    public static Polynomial Of(Atom atom, Func<Value, Statement?> definition, int depth = DepthLimit)
    {
        if (atom.IsConstant) return Constant(atom.Integer);
        if (depth > 0 && definition(atom.Value) is Let let && Combine(let, definition, depth - 1) is { } combined) return combined;
        return Variable(atom.Value.Id);
    }

    public bool IsZero => terms.Length == 0;

    /// <summary>The value where it is a constant, else null.</summary>
    public long? AsConstant => terms.Length == 0 ? 0 : terms.Length == 1 && terms[0].Factors.Length == 0 ? terms[0].Coefficient : null;

    /// <summary>Its terms: a coefficient and the ids of the factors.</summary>
    public IEnumerable<(long Coefficient, int[] Factors)> Terms => terms.Select(t => (t.Coefficient, t.Factors));

    /// <summary>The ids of the values in it.</summary>
    public IEnumerable<int> Variables => terms.SelectMany(t => t.Factors).Distinct();

    /// <summary>True where every coefficient is non-negative: the sign for values that are lengths and counters.</summary>
    public bool HasNonNegativeCoefficients => Array.TrueForAll(terms, t => t.Coefficient >= 0);

    public static Polynomial operator +(Polynomial x, Polynomial y) => Normalize([.. x.terms, .. y.terms]);

    public static Polynomial operator -(Polynomial x) => new([.. x.terms.Select(t => t with { Coefficient = unchecked(-t.Coefficient) })]);

    public static Polynomial operator -(Polynomial x, Polynomial y) => x + -y;

    public static Polynomial operator *(Polynomial x, Polynomial y)
    {
        List<Monomial> products = new(x.terms.Length * y.terms.Length);
        foreach (Monomial a in x.terms)
        {
            foreach (Monomial b in y.terms) products.Add(new([.. a.Factors.Concat(b.Factors).OrderBy(f => f)], unchecked(a.Coefficient * b.Coefficient)));
        }

        return Normalize(products);
    }

    public bool Contains(int variable) => Array.Exists(terms, t => Array.IndexOf(t.Factors, variable) >= 0);

    /// <summary>Splits into coefficient · variable + remainder; null where the variable occurs to a higher power.</summary>
    public (Polynomial Coefficient, Polynomial Remainder)? Split(int variable)
    {
        List<Monomial> coefficient = [], remainder = [];
        foreach (Monomial term in terms)
        {
            int count = term.Factors.Count(f => f == variable);
            if (count > 1) return null;
            if (count == 1) coefficient.Add(term with { Factors = [.. term.Factors.Where(f => f != variable)] });
            else remainder.Add(term);
        }

        return (Normalize(coefficient), new([.. remainder]));
    }

    /// <summary>With the variable replaced.</summary>
    public Polynomial Substitute(int variable, Polynomial replacement)
    {
        Polynomial result = Zero;
        foreach (Monomial term in terms)
        {
            Polynomial product = new([term with { Factors = [.. term.Factors.Where(f => f != variable)] }]);
            for (int power = term.Factors.Count(f => f == variable); power > 0; power--) product *= replacement;
            result += product;
        }

        return result;
    }

    public bool SameAs(Polynomial other) => (this - other).IsZero;

    public override string ToString() => IsZero ? "0" : string.Join(" + ", terms);

    private static Polynomial? Combine(Let let, Func<Value, Statement?> definition, int depth)
    {
        Primitive primitive = let.Primitive;
        bool isSum = primitive == Primitives.Add || primitive == Primitives.Sub, isProduct = primitive == Primitives.Mul;
        if (!isSum && !isProduct && primitive != Primitives.Convert && primitive != Primitives.Neg) return null;
        Atom first = let.Arguments[0];
        if (first.IsConstant && !first.ConstantType.IsInteger()) return null;
        Polynomial x = Of(first, definition, depth);
        if (primitive == Primitives.Convert) return x;
        if (primitive == Primitives.Neg) return -x;
        Polynomial y = Of(let.Arguments[1], definition, depth);
        Polynomial result = isProduct ? x * y : primitive == Primitives.Add ? x + y : x - y;
        return result.terms.Length <= TermLimit ? result : null;
    }

    private static Polynomial Normalize(IEnumerable<Monomial> unsorted)
    {
        List<Monomial> merged = [];
        foreach (Monomial term in unsorted.OrderBy(t => t.Factors, Order.Instance))
        {
            int last = merged.Count - 1;
            if (last >= 0 && Order.Instance.Compare(merged[last].Factors, term.Factors) == 0)
            {
                merged[last] = term with { Coefficient = unchecked(merged[last].Coefficient + term.Coefficient) };
            }
            else
            {
                merged.Add(term);
            }
        }

        return new([.. merged.Where(t => t.Coefficient != 0)]);
    }

    /// <summary>Monomials by degree, then by ids.</summary>
    private sealed class Order : IComparer<int[]>
    {
        public static readonly Order Instance = new();

        public int Compare(int[]? x, int[]? y)
        {
            if (x!.Length != y!.Length) return x.Length.CompareTo(y.Length);
            for (int i = 0; i < x.Length; i++)
            {
                if (x[i] != y[i]) return x[i].CompareTo(y[i]);
            }

            return 0;
        }
    }
}
