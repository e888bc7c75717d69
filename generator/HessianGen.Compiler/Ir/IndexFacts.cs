namespace HessianGen.Compiler.Ir;

/// <summary>What is known of integers at a point of the program: definitions, and lower and upper bounds from the loops around it.</summary>
internal sealed class IndexFacts
{
    private readonly Statement?[] definitions;
    private readonly Dictionary<int, long> lowerBounds = [];
    private readonly List<For> loops = [];

    public IndexFacts(Function function)
    {
        definitions = new Statement?[function.Values.Count];
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter is BufferParameter array) lowerBounds[array.Length.Id] = 0;
        }

        Define(function.Body);
    }

    /// <summary>From here on a value is known to be at least as large.</summary>
    public void Learn(Value value, long least) => lowerBounds[value.Id] = Math.Max(least, lowerBounds.TryGetValue(value.Id, out long known) ? known : long.MinValue);

    /// <summary>The index as a polynomial of values that no arithmetic defines.</summary>
    public Polynomial Of(Atom index) => Polynomial.Of(index, value => definitions[value.Id]);

    /// <summary>From here to <see cref="Leave"/> the loop runs: its counter lies between its bounds, and they are not empty.</summary>
    public long? Enter(For loop)
    {
        loops.Add(loop);
        if (loop.Step < 0 || ExtentOf(loop) is not { } variable) return null;
        long? before = lowerBounds.TryGetValue(variable, out long bound) ? bound : null;
        lowerBounds[variable] = Math.Max(before ?? long.MinValue, loop.Start.Integer + 1);
        return before;
    }

    /// <param name="before">What <see cref="Enter"/> gave.</param>
    public void Leave(For loop, long? before)
    {
        loops.RemoveAt(loops.Count - 1);
        if (loop.Step < 0 || ExtentOf(loop) is not { } variable) return;
        if (before is { } bound) lowerBounds[variable] = bound;
        else lowerBounds.Remove(variable);
    }

    /// <summary>True only where the polynomial is at least zero whatever its values are.</summary>
    public bool IsNonNegative(Polynomial polynomial)
    {
        for (int i = loops.Count - 1; i >= 0; i--)
        {
            if (!polynomial.Contains(loops[i].Counter.Id)) continue;
            if (Least(polynomial, loops[i]) is not { } least) return false;
            polynomial = least;
        }

        return polynomial.AsConstant is { } constant ? constant >= 0 : IsSumOfNonNegatives(polynomial);
    }

    /// <summary>The polynomial at the bound of the counter where it is least; null where its sign in the counter is unknown.</summary>
    private Polynomial? Least(Polynomial polynomial, For loop)
    {
        if (polynomial.Split(loop.Counter.Id) is not var (coefficient, _)) return null;
        Polynomial start = Of(loop.Start), end = Of(loop.End);
        (Polynomial low, Polynomial high) = loop.Step > 0 ? (start, end - Polynomial.One) : (end + Polynomial.One, start);
        if (IsSumOfNonNegatives(coefficient)) return polynomial.Substitute(loop.Counter.Id, low);
        return IsSumOfNonNegatives(-coefficient) ? polynomial.Substitute(loop.Counter.Id, high) : null;
    }

    /// <summary>With every variable written as its lower bound plus a remainder, nothing is subtracted.</summary>
    private bool IsSumOfNonNegatives(Polynomial polynomial)
    {
        foreach (int variable in polynomial.Variables.ToArray())
        {
            if (LowerBound(variable) is not { } bound) return false;
            polynomial = polynomial.Substitute(variable, Polynomial.Variable(variable) + Polynomial.Constant(bound));
        }

        return polynomial.HasNonNegativeCoefficients;
    }

    private long? LowerBound(int variable)
    {
        if (lowerBounds.TryGetValue(variable, out long bound)) return bound;
        return definitions[variable] is Let let && IsQuotientOfNonNegatives(let) ? 0 : null;
    }

    /// <summary>A length divided by a positive constant, as in <c>x.Length / 64</c>.</summary>
    private bool IsQuotientOfNonNegatives(Let let) =>
        (let.Primitive == Primitives.Div || let.Primitive == Primitives.Rem)
        && let.Arguments[1] is { IsConstant: true, Integer: > 0 }
        && IsSumOfNonNegatives(Of(let.Arguments[0]));

    /// <summary>The variable whose lower bound follows from the loop's running: for i in 3..n it is n ≥ 4.</summary>
    private int? ExtentOf(For loop)
    {
        if (!loop.Start.IsConstant || !loop.End.IsValue) return null;
        int variable = loop.End.Value.Id;
        return definitions[variable] is Let let && let.Primitive != Primitives.Div && let.Primitive != Primitives.Rem ? null : variable;
    }

    private void Define(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            foreach (Value result in statement.Results) definitions[result.Id] = statement;
            foreach (Block inner in statement.Blocks) Define(inner);
        }
    }
}
