using System.Globalization;

namespace HessianGen.Compiler.Lowering;

/// <summary>A polynomial with integer coefficients in named sizes: <c>4·n·D + 5</c>.</summary>
internal sealed class Formula
{
    /// <summary>By monomial: its factors in order, joined by the middle dot; empty for the constant.</summary>
    private readonly SortedDictionary<string, long> terms;

    private Formula(SortedDictionary<string, long> terms) => this.terms = terms;

    public static Formula Zero { get; } = Constant(0);

    public bool IsZero => terms.Count == 0;

    /// <summary>The value where it does not depend on any size, else null.</summary>
    public long? Value => IsZero ? 0 : terms.Count == 1 && terms.TryGetValue("", out long value) ? value : null;

    public static Formula Constant(long value) => Of([new("", value)]);

    public static Formula Size(string name) => Of([new(name, 1)]);

    public static Formula operator +(Formula a, Formula b) => Of(a.terms.Concat(b.terms));

    public static Formula operator -(Formula a, Formula b) => a + Constant(-1) * b;

    public static Formula operator *(Formula a, Formula b) =>
        Of(a.terms.SelectMany(x => b.terms.Select(y => new KeyValuePair<string, long>(Product(x.Key, y.Key), unchecked(x.Value * y.Value)))));

    /// <summary>A formula that is at least as large as both where sizes and coefficients are not negative.</summary>
    public static Formula Larger(Formula a, Formula b) =>
        Of(a.terms.Keys.Union(b.terms.Keys).Select(key => new KeyValuePair<string, long>(key, Math.Max(a.Coefficient(key), b.Coefficient(key)))));

    public override string ToString()
    {
        if (IsZero) return "0";
        string text = "";
        foreach (KeyValuePair<string, long> term in terms.OrderByDescending(t => t.Key.Count(c => c == '·') + (t.Key.Length > 0 ? 1 : 0)))
        {
            string sign = text.Length == 0 ? (term.Value < 0 ? "−" : "") : term.Value < 0 ? " − " : " + ";
            string size = Math.Abs(term.Value).ToString(CultureInfo.InvariantCulture);
            text += sign + (term.Key.Length == 0 ? size : size == "1" ? term.Key : size + "·" + term.Key);
        }

        return text;
    }

    public override bool Equals(object? obj) => obj is Formula other && terms.SequenceEqual(other.terms);

    public override int GetHashCode() => terms.Count;

    private long Coefficient(string key) => terms.TryGetValue(key, out long value) ? value : 0;

    private static string Product(string a, string b) =>
        string.Join("·", a.Split('·').Concat(b.Split('·')).Where(f => f.Length > 0).OrderBy(f => f, StringComparer.Ordinal));

    private static Formula Of(IEnumerable<KeyValuePair<string, long>> parts)
    {
        SortedDictionary<string, long> terms = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, long> part in parts)
        {
            terms[part.Key] = unchecked((terms.TryGetValue(part.Key, out long known) ? known : 0) + part.Value);
            if (terms[part.Key] == 0) terms.Remove(part.Key);
        }

        return new(terms);
    }
}
