using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>How often each value is read.</summary>
internal sealed class UseCounts
{
    private readonly int[] counts;
    private readonly bool countsDead;

    /// <param name="countsDead">True to count also the readings by lets and loads that nothing uses.</param>
    public UseCounts(Function function, bool countsDead)
    {
        this.countsDead = countsDead;
        counts = new int[function.Values.Count];
        Count(function.Body);
    }

    /// <summary>0 for a value that is not of this function.</summary>
    public int this[Value value] => value.Id < counts.Length ? counts[value.Id] : 0;

    /// <summary>From the last statement to the first, so that a reader's own readers are known.</summary>
    private void Count(Block block)
    {
        Count(block.Yields);
        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            Statement statement = block.Statements[i];
            if (!countsDead && statement is Let or Load && statement.Results.All(r => counts[r.Id] == 0)) continue;
            foreach (Block inner in statement.Blocks) Count(inner);
            foreach (Atom operand in statement.Operands) Count(operand);
        }
    }

    private void Count(EquatableArray<Atom> atoms)
    {
        foreach (Atom atom in atoms) Count(atom);
    }

    private void Count(Atom atom)
    {
        if (atom.IsValue) counts[atom.Value.Id]++;
    }
}
