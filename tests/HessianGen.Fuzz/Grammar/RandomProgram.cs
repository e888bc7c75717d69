using System.Globalization;
using System.Text;

namespace HessianGen.Fuzz.Grammar;

/// <summary>Writes a random differentiable method that ends: well-typed, its numbers moderate, its indices mostly inside their arrays.</summary>
internal sealed partial class RandomProgram
{
    private const int LoopLimit = 3, SinglePrecision = 6;

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<Variable> scope = [];
    private readonly List<string> extents = ["3", "4"];
    private readonly int statementLimit;
    private readonly Production[] reals, leaves, calls, integers, conditions, statements;
    private int fresh, loops, written, indent = 2, pure;
    private bool jumps;

    private RandomProgram(int seed)
    {
        random = new(seed);
        statementLimit = random.Next(15, 50);
        (reals, leaves, calls) = (Some(Reals()), Leaves(), Some(Calls()));
        (integers, conditions, statements) = (Some(Integers()), Some(Conditions()), Some(Statements()));
    }

    /// <summary>The program of a seed; one in eight is in single precision.</summary>
    public static Subject Of(int seed)
    {
        RandomProgram program = new(seed);
        bool isSingle = seed % SinglePrecision == SinglePrecision - 1;
        Parameter[] parameters = [.. program.Parameters()];
        HashSet<string> marked = program.Marked(parameters);
        program.Body(isSingle);
        string declarations = string.Join(", ", parameters.Select(p => $"{(marked.Contains(p.Name) ? "[Variable] " : "")}{p.Type} {p.Name}"));
        string text = $$"""
            public static partial class {{Subject.Type}}
            {
                {{Subject.Attribute}}
                public static real {{Subject.Method}}({{declarations}})
                {
            {{program.text}}    }
            }
            """;
        return new(seed, text, isSingle, parameters, parameters.Where(p => p.IsReal && (marked.Count == 0 || marked.Contains(p.Name))).Select(p => p.Name).ToHashSet());
    }

    private IEnumerable<Parameter> Parameters()
    {
        int chance = random.Next(2, 8);
        HashSet<Parameter> chosen = [.. Parameter.All.Where(_ => random.Next(10) < chance)];
        if (!chosen.Any(p => p.IsReal)) chosen.Add(Parameter.All[random.Next(7)]);

        // All arrays of the common length are as long as the first of them, whichever that is.
        string? length = chosen.FirstOrDefault(p => p.Variable.Extent is not null)?.Variable.Length;
        string? rows = chosen.FirstOrDefault(p => p.Variable.Rows is not null) is { } first ? first.Variable.Kind == Kind.Matrix ? $"{first.Name}.GetLength(0)" : $"{first.Name}.Length" : null;
        scope.AddRange(chosen.OrderBy(p => Parameter.All.ToList().IndexOf(p)).Select(p => p.Variable with
        {
            Extent = p.Variable.Extent is null ? null : length,
            Rows = p.Variable.Rows is null ? null : rows,
        }));
        if (length is not null) extents.AddRange([length, length, $"{length} + 1"]);
        if (rows is not null) extents.Add(rows);
        if (scope.Any(v => v.Name == "n")) extents.Add("n + 1");
        return Parameter.All.Where(chosen.Contains);
    }

    /// <summary>The parameters with <c>[Variable]</c>: mostly none, which means all.</summary>
    private HashSet<string> Marked(Parameter[] parameters)
    {
        Parameter[] candidates = [.. parameters.Where(p => p.IsReal)];
        return random.Next(3) > 0 ? [] : [.. candidates.Where(p => random.Next(2) == 0 || p == candidates[^1]).Select(p => p.Name)];
    }

    private void Body(bool isSingle)
    {
        Declare("real", Kind.Real, "t", Real(2));
        for (int i = isSingle ? random.Next(2, 5) : random.Next(3, 11); i > 0; i--) Statement();
        Line("real sum = 0;");
        foreach (Variable variable in scope.ToArray())
        {
            switch (variable.Kind)
            {
                case Kind.Real: Line($"sum = 0.5R * sum + {variable.Name};"); break;
                case Kind.Array or Kind.Span or Kind.ReadOnlySpan: Line($"foreach (real e in {variable.Name}) sum = 0.5R * sum + e;"); break;
                case Kind.Matrix: Line($"foreach (real e in {variable.Name}) sum += 0.25R * Maths.Sin(e);"); break;
                case Kind.Pair or Kind.Point: Line($"sum += {variable.Name}.{OneOf("X", "Y")};"); break;
                case Kind.Integer: Line($"sum += 0.125R * Wrap({variable.Name}, 9);"); break;
            }
        }

        Line(random.Next(3) switch { 0 => "return sum * sum;", 1 => "return Maths.Tanh(sum);", _ => $"return sum + {Real(2)};" });
    }

    /// <summary>The rows with other weights, some of them zero: programs with fewer features go deeper into each.</summary>
    /// <remarks>Swarm testing: Groce, Zhang, Eide, Chen, Regehr, ISSTA 2012.</remarks>
    private Production[] Some(Production[] rows) => [.. rows.Select(row => row with { Weight = row.Weight * random.Next(4) })];

    /// <summary>One of the rows, by weight; another one where it does not apply.</summary>
    private string? Choose(Production[] rows, int depth)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            int at = random.Next(rows.Sum(row => row.Weight));
            if (rows.FirstOrDefault(row => (at -= row.Weight) < 0)?.Write(depth) is { } written) return written;
        }

        return null;
    }

    private Variable? Any(Func<Variable, bool> wanted) => scope.Where(wanted).ToArray() is { Length: > 0 } found ? OneOf(found) : null;

    private Variable? Any(params Kind[] kinds) => Any(v => kinds.Contains(v.Kind));

    private string? Assignable(Kind kind) => pure > 0 ? null : Any(v => v.Kind == kind && !v.IsFixed)?.Name;

    private Variable Add(Variable variable)
    {
        scope.Add(variable);
        return variable;
    }

    private string Fresh(string prefix) => $"{prefix}{fresh++}";

    private void Line(string line) => text.Append(' ', 4 * indent).Append(line).Append('\n');

    private string Number() => (random.Next(-6, 8) / 4.0).ToString("0.0###", CultureInfo.InvariantCulture) + "R";

    private T OneOf<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
