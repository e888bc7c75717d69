using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>The equations of the user's method: what he named, what he stored, what he returned; additive loops as sums.</summary>
/// <remarks>
/// <code>
/// sum = for i in 0..n carrying (sum = 0) { ... yields sum + w[i] * x[i] }      →      sum = Σᵢ w[i]·x[i]
/// </code>
/// A value that is computed from the one it replaces is written with an arrow: <c>x ← r·x</c>.
/// </remarks>
internal sealed class PrimalNotation
{
    private readonly MathNotation math;
    private readonly List<Equation> equations = [];
    private readonly Lazy<ILookup<string, Equation>> byTarget;
    private readonly Lazy<ILookup<(int Line, string Target), string>> byPlace;

    private PrimalNotation(Function primal)
    {
        math = new(primal);
        byTarget = new(() => equations.ToLookup(e => e.Target));
        byPlace = new(() => equations.ToLookup(e => (e.Line, e.Target), e => e.Text));
    }

    public static PrimalNotation Of(Function primal)
    {
        PrimalNotation notation = new(primal);
        notation.Visit(primal.Body, isAlways: true);
        if (primal.Body.Yields.Count == 1) notation.AddResult(primal.Name, primal.Body);
        return notation;
    }

    /// <summary>The equations for the header, in the order of their lines.</summary>
    public IReadOnlyList<Equation> Header =>
        [.. equations.Where(e => e.IsAlways && e.Line > 0 && !IsBeginning(e)).GroupBy(e => (e.Line, e.Text)).Select(g => g.First()).OrderBy(e => e.Line)];

    /// <summary>The equation of a line that defines a name; null where there is none worth printing, or more than one.</summary>
    public string? Equation(int line, string target)
    {
        string[] texts = [.. byPlace.Value[(line, target)].Distinct()];
        return texts.Length == 1 ? texts[0] : null;
    }

    /// <summary>True for <c>a = b</c> where <c>a = b + Σᵢ x[i]</c> says it all.</summary>
    private bool IsBeginning(Equation equation) => byTarget.Value[equation.Target].Any(e =>
        e.Text.StartsWith(equation.Text + " + Σ", StringComparison.Ordinal) || e.Text.StartsWith(equation.Text + " − Σ", StringComparison.Ordinal));

    private void Visit(Block block, bool isAlways)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let: Add(math.NameOf(let.Result), math.Definition(let.Result), let.Line, isAlways); break;
                case Load load: Add(math.NameOf(load.Result), math.Definition(load.Result), load.Line, isAlways); break;
                case Store store: AddElement(store.Buffer, store.Index, math.Text(store.Operand), "=", store.Line, isAlways); break;
                case Accumulate sum: AddElement(sum.Buffer, sum.Index, math.Text(sum.Operand), "+=", sum.Line, isAlways); break;
                case For loop:
                    Visit(loop.Body, isAlways);
                    AddSums(loop, isAlways);
                    break;
                default:
                    foreach (Block inner in statement.Blocks) Visit(inner, isAlways: false);
                    break;
            }
        }
    }

    private void AddResult(string name, Block body)
    {
        Atom result = body.Yields[0];
        if (math.Definer(result) is { Line: > 0 } statement && math.NameOf(result) is null) Add(name, math.Definition(result), statement.Line, isAlways: true);
    }

    private void Add(string? name, string? text, int line, bool isAlways)
    {
        if (name is null || text is null || text == name) return;
        equations.Add(new(name, $"{name} {(Mentions(text, name) ? "←" : "=")} {text}", line, isAlways));
    }

    private void AddElement(Ir.Buffer buffer, Atom index, string? text, string sign, int line, bool isAlways)
    {
        if (text is null || math.Element(buffer, index) is not { } element) return;
        string target = element.Substring(0, element.IndexOf('['));
        equations.Add(new(target, $"{element} {(sign == "=" && Mentions(text, target) ? "←" : sign)} {text}", line, isAlways));
    }

    private static bool Mentions(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || !IsPartOfName(text[at - 1])) && (end == text.Length || !IsPartOfName(text[end]))) return true;
        }

        return false;
    }

    private static bool IsPartOfName(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>The carried values to which each iteration adds one term, or which an inner such loop adds to.</summary>
    private void AddSums(For loop, bool isAlways)
    {
        for (int i = 0; i < loop.Carries.Count; i++)
        {
            string? name = math.NameOf(loop.Carries[i].Value) ?? math.NameOf(loop.Outputs[i]);
            if (name is null || Sum(loop, i) is not { } sum || Initial(loop.Carries[i].Initial, name) is not { } initial) continue;
            string text = initial.Length == 0 ? sum.Text : sum.Text[0] == '−' ? $"{initial} − {sum.Text.Substring(1)}" : $"{initial} + {sum.Text}";
            if (Mentions(text, name)) continue;
            equations.RemoveAll(e => e.Line == sum.Line && e.Text == $"{name} ← {math.Definition(loop.Body.Yields[i])}");
            equations.Add(new(name, $"{name} = {text}", sum.Line, isAlways));
        }
    }

    /// <summary>What the sum begins with; empty for zero, null where it has no short text.</summary>
    private string? Initial(Atom initial, string name)
    {
        if (initial.IsConstant) return initial.Float == 0 ? "" : math.Text(initial);
        return math.NameOf(initial) == name ? math.Definition(initial) : math.Text(initial);
    }

    private (string Text, int Line)? Sum(For loop, int index)
    {
        Atom carried = loop.Carries[index].Value, yield = loop.Body.Yields[index];
        string sigma = "Σ" + Subscript(math.NameOf(loop.Counter));
        if (math.Definer(yield) is For inner && sigma.Length > 1)
        {
            int k = inner.Outputs.TakeWhile(o => (Atom)o != yield).Count();
            if (inner.Carries[k].Initial != carried || Sum(inner, k) is not { } nested) return null;
            return ($"{(nested.Text[0] == '−' ? "−" : "")}{sigma} {nested.Text.TrimStart('−')}", nested.Line);
        }

        if (math.Definer(yield) is not Let let || sigma.Length == 1) return null;
        bool adds = let.Primitive == Primitives.Add, subtracts = let.Primitive == Primitives.Sub;
        if (!(adds || subtracts) || let.Arguments[0] != carried || math.Factor(let.Arguments[1]) is not { } term) return null;
        return ($"{(subtracts ? "−" : "")}{sigma} {term}", let.Line);
    }

    private static string Subscript(string? counter)
    {
        const string Letters = "ijklmnprstuvx", Subscripts = "ᵢⱼₖₗₘₙₚᵣₛₜᵤᵥₓ";
        if (counter is null) return "";
        return counter.Length == 1 && Letters.IndexOf(counter[0]) is >= 0 and var at ? Subscripts[at].ToString() : "_" + counter;
    }
}
