namespace HessianGen.Compiler.Ir;

/// <summary>Where every value and buffer of a function is defined, and the ranges of loop counters.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<Value, Statement> statements = [];
    private readonly Dictionary<Value, For> counters = [];

    public Definitions(Block block) => Visit(block);

    /// <summary>The statement that defines a value; null for parameters, counters and carried values.</summary>
    public Statement? Of(Value value) => statements.TryGetValue(value, out Statement? statement) ? statement : null;

    /// <summary>The loop that counts with a value, or null.</summary>
    public For? CounterOf(int id) => counters.TryGetValue(new(id), out For? loop) ? loop : null;

    public Polynomial Polynomial(Atom index) => Ir.Polynomial.Of(index, Of);

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            foreach (Value result in statement.Results) statements[result] = statement;
            if (statement is For loop) counters[loop.Counter] = loop;
            foreach (Block inner in statement.Blocks) Visit(inner);
        }
    }
}
