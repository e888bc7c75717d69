using System.Globalization;
using System.Text;

namespace HessianGen.Generator.Tests.Frontend;

/// <summary>Writes a random method that ends: assignments in expressions, jumps out of nested loops, arrays that change places.</summary>
/// <param name="seed">The same seed gives the same method.</param>
internal sealed class RandomProgram(int seed)
{
    /// <summary>The helpers that random methods call.</summary>
    public const string Helpers = """
        static double Leave(double a, int k) { if (k < 0) return -a; for (int i = 0; i < 3; i++) { if (i == k) return a * i; a += 0.5; } return a; }
        static double Halve(double a, int k) { double s = 0; while (k > 0) { s += a; k /= 2; if (s > 20) break; } return s; }
        static double Add(ref double a, double b) { double old = a; if (b > 1) { a = b * 0.5; return old; } a += b; return old - b; }
        static double[] Map(double[] a, double f) { double[] r = new double[a.Length]; for (int i = 0; i < a.Length; i++) r[i] = a[a.Length - 1 - i] * 0.5 + f; return r; }
        """;

    private const int StatementLimit = 40, LoopLimit = 3;

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private readonly List<string> reals = ["x", "y"], integers = ["n"], conditions = ["p"], arrays = [], spans = [], counters = [];
    private int fresh, loops, statements;

    /// <summary>A method <c>double M(double x, double y, ReadOnlySpan&lt;double&gt; v, int n, bool p)</c>.</summary>
    public static string Method(int seed)
    {
        RandomProgram program = new(seed);
        program.Line($"[Differentiable] public static double M{seed}(double x, double y, ReadOnlySpan<double> v, int n, bool p)");
        program.Line("{");
        for (int i = program.random.Next(5, 14); i > 0; i--) program.Statement();
        program.Line("double sum = 0;");
        foreach (string array in program.arrays.Concat(program.spans)) program.Line($"foreach (double e in {array}) sum = 0.5 * sum + e;");
        foreach (string variable in program.reals.Concat(program.integers)) program.Line($"sum = 0.5 * sum + {variable};");
        program.Line("return sum;");
        program.Line("}");
        return program.text.ToString();
    }

    private string Real(int depth) => depth <= 0 ? OneOf(OneOf(reals), Number()) : random.Next(13) switch
    {
        0 => $"({Real(depth - 1)} + {Real(depth - 1)})",
        1 => $"({Real(depth - 1)} * {Real(depth - 1)})",
        2 => $"({Real(depth - 1)} / (2 + Math.Abs({Real(depth - 1)})))",
        3 => $"Math.Sin({Real(depth - 1)})",
        4 => $"({Condition(depth - 1)} ? {Real(depth - 1)} : {Real(depth - 1)})",
        5 => $"({Integer(depth - 1)} switch {{ 0 => {Real(depth - 1)}, > 2 => {Real(depth - 1)}, _ => {Real(depth - 1)} }})",
        6 or 7 => Element(OneOf(Array(), "v"), depth),
        8 => $"(double)({Integer(depth - 1)})",
        9 => $"{OneOf("Leave", "Halve")}({Real(depth - 1)}, {Integer(depth - 1)})",
        10 when Assignable(reals) is { } real => $"Add(ref {real}, {Real(depth - 1)})",
        11 when Assignable(reals) is { } real => $"({real} {OneOf("+=", "*=")} {Real(depth - 1)})",
        _ => OneOf(reals),
    };

    private string Integer(int depth) => depth <= 0 ? OneOf(OneOf(integers), random.Next(-3, 7).ToString(CultureInfo.InvariantCulture)) : random.Next(9) switch
    {
        0 => $"({Integer(depth - 1)} {OneOf("+", "-", "*", "&", "^")} {Integer(depth - 1)})",
        1 => $"({Integer(depth - 1)} {OneOf("%", "/")} {random.Next(2, 6)})",
        2 => $"({Integer(depth - 1)} {OneOf("<<", ">>")} {random.Next(5)})",
        3 => $"({Condition(depth - 1)} ? {Integer(depth - 1)} : {Integer(depth - 1)})",
        4 => $"{OneOf(Array(), "v")}.Length",
        5 when Assignable(integers) is { } integer => $"({integer}{OneOf("++", "--")})",
        6 when Assignable(integers) is { } integer => $"({integer} {OneOf("+=", "-=")} {Integer(depth - 1)})",
        _ => OneOf(integers),
    };

    private string Condition(int depth) => depth <= 0 ? OneOf(OneOf(conditions), $"{OneOf(integers)} > {random.Next(-2, 5)}") : random.Next(6) switch
    {
        0 => $"({Condition(depth - 1)} {OneOf("&&", "||")} {Condition(depth - 1)})",
        1 => $"!({Condition(depth - 1)})",
        2 => $"({Integer(depth - 1)} {OneOf("<", "==")} {Integer(depth - 1)})",
        3 => $"({Real(depth - 1)} < {Real(depth - 1)})",
        4 => $"({Integer(depth - 1)} is > 1 and < 5 or -1)",
        _ => OneOf(conditions),
    };

    /// <summary>Mostly inside the array; sometimes not, and then both must throw.</summary>
    private string Element(string array, int depth) => random.Next(10) == 0
        ? $"{array}[{Integer(depth - 1)}]"
        : $"{array}[(int)((uint)({Integer(depth - 1)}) % (uint)Math.Max({array}.Length, 1))]";

    private void Statement()
    {
        if (++statements > StatementLimit) return;
        switch (random.Next(22))
        {
            case 0: Declare("double", reals, Real(2)); break;
            case 1: Declare("int", integers, Integer(2)); break;
            case 2: Declare("bool", conditions, Condition(2)); break;
            case 3 or 4: if (Assignable(reals) is { } real) Line($"{real} {OneOf("=", "+=", "-=", "*=")} {Real(3)};"); break;
            case 5: if (Assignable(integers) is { } integer) Line($"{integer} = {Integer(2)};"); break;
            case 6 or 7: if (arrays.Count > 0) Line($"{Element(Array(), 2)} {OneOf("=", "+=", "*=")} {Real(2)};"); break;
            case 8 or 9: If(); break;
            case 10 or 11 or 12: Loop(); break;
            case 13: if (loops > 0) Line($"if ({Condition(1)}) {OneOf("break", "continue")};"); break;
            case 14: if (random.Next(3) == 0) Line($"if ({Condition(1)}) return {Real(1)};"); break;
            case 15: Switch(); break;
            case 16: if (loops == 0 || random.Next(2) == 0) Declare("double[]", arrays, OneOf($"new double[{random.Next(1, 5)}]", "new double[v.Length + 1]", $"[{Real(1)}, x, y]")); break;
            case 17 or 18: if (arrays.Count > 1) Exchange(OneOf(arrays), OneOf(arrays)); break;
            case 19: if (arrays.Count > 0) Declare("Span<double>", spans, Slice(OneOf(arrays))); break;
            case 20: if (spans.Count > 0) Line(OneOf(spans) is var span && random.Next(2) == 0 ? $"{span}[..({span}.Length / 2)].CopyTo({span}[({span}.Length - {span}.Length / 2)..]);" : $"{span} = {span}[({span}.Length > 1 ? 1 : 0)..];"); break;
            case 21: if (arrays.Count > 0) Line(OneOf(arrays) is var array ? $"{array} = Map({array}, {Real(1)});" : ""); break;
        }
    }

    private void Exchange(string x, string y) => Line(OneOf($"({x}, {y}) = ({y}, {x});", $"{x} = {y};", $"{x} = {Condition(1)} ? {x} : {y};"));

    private string Slice(string array) => OneOf(array, $"{array}.AsSpan({array}.Length / 2)", $"{array}.AsSpan(0, ({array}.Length + 1) / 2)");

    private void If()
    {
        Line($"if ({Condition(2)})");
        Block(3);
        if (random.Next(2) == 0) return;
        Line("else");
        Block(3);
    }

    private void Switch()
    {
        Line($"switch ({Integer(1)})");
        Line("{");
        foreach (string label in new[] { "case 0:", "case 1: case 2:", "default:" })
        {
            Line(label);
            int before = loops;
            loops = 0;
            Block(2);
            loops = before;
            Line("break;");
        }

        Line("}");
    }

    private void Loop()
    {
        if (loops >= LoopLimit) return;
        string counter = $"i{fresh++}";
        string header = random.Next(7) switch
        {
            0 => $"for (int {counter} = 0; {counter} < {random.Next(5)}; {counter}++)",
            1 => $"for (int {counter} = {random.Next(4)}; {counter} >= 0; {counter}--)",
            2 => $"for (int {counter} = 0; {counter} < Math.Min({OneOf(integers)}, 4); {counter} += 2)",
            3 => $"for (int {counter} = 0; {counter} < {OneOf(Array(), "v")}.Length; ++{counter})",
            4 => $"for (int {counter} = 1; {counter} + 1 <= 5; {counter} += {random.Next(1, 4)})",
            5 => $"for (int {counter} = 0; {counter}++ < 4 && {Condition(1)};)",
            _ => $"foreach (int {counter} in new int[] {{ 3, 1, 2 }})",
        };
        Line(header);
        integers.Add(counter);
        counters.Add(counter);
        loops++;
        Block(4);
        loops--;
        integers.Remove(counter);
    }

    /// <summary>Statements in braces; what they declare ends with them.</summary>
    private void Block(int most)
    {
        List<string>[] scopes = [reals, integers, conditions, arrays, spans];
        int[] counts = [.. scopes.Select(scope => scope.Count)];
        Line("{");
        for (int i = random.Next(1, most + 1); i > 0; i--) Statement();
        Line("}");
        for (int i = 0; i < scopes.Length; i++) scopes[i].RemoveRange(counts[i], scopes[i].Count - counts[i]);
    }

    private void Declare(string type, List<string> scope, string value)
    {
        string name = $"{type[0]}{fresh++}";
        Line($"{type} {name} = {value};");
        scope.Add(name);
    }

    private void Line(string line) => text.Append(line).Append('\n');

    private string Array() => spans.Count > 0 && random.Next(2) == 0 ? OneOf(spans) : arrays.Count > 0 ? OneOf(arrays) : "v";

    private string? Assignable(List<string> scope) => OneOf([.. scope.Except(counters).Append(null)]);

    private string Number() => (random.Next(-20, 30) / 4.0).ToString(CultureInfo.InvariantCulture) + "d";

    private T OneOf<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
