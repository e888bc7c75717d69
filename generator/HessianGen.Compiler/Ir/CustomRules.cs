namespace HessianGen.Compiler.Ir;

/// <summary>The user's own derivatives: for each function the partials by its floating-point arguments, as a function of the arguments and the result.</summary>
/// <remarks>By name, since rules may refer to each other: J0' = -J1 and J1' = J0 - J1/x.</remarks>
internal sealed class CustomRules : IEquatable<CustomRules>
{
    private readonly List<(string Method, Function? Rule)> rows = [];

    /// <summary>True where the function is in the table, or being added to it.</summary>
    public bool Contains(string method) => rows.Any(r => r.Method == method);

    /// <summary>Adds the rule of a function; what <paramref name="translate"/> meets of the same function refers to it.</summary>
    public void Add(string method, Func<Function> translate)
    {
        rows.Add((method, null));
        Function rule = translate();
        rows[rows.FindIndex(r => r.Method == method)] = (method, rule);
    }

    public Function Of(string method) =>
        rows.First(r => r.Method == method).Rule ?? throw new CompilerException("custom rules", $"the rule of {method} is used while it is made");

    public bool Equals(CustomRules? other) => other is not null && rows.SequenceEqual(other.rows);

    public override bool Equals(object? obj) => obj is CustomRules other && Equals(other);

    public override int GetHashCode() => rows.Count;
}
