using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Recognises read-modify-write as accumulation, which needs no old value to be reversed.</summary>
/// <remarks>
/// <code>
/// t = B[e]
/// u = add t a        →   B[e] += a          (sub t a: B[e] += −a)
/// v = add u b            B[e] += b
/// B[e] = v
/// </code>
/// where t, u and v are used nowhere else and nothing between load and store touches B. Rounds exactly as before. Linear but
/// for the distance between load and store.
/// </remarks>
internal sealed class AccumulateRecognition : IrRewriter
{
    private readonly ValueTable table;
    private readonly UseCounts uses;
    private readonly BufferEffects effects;

    private AccumulateRecognition(Function function)
    {
        table = new(function);
        uses = new(function, countsDead: true);
        effects = new(function);
    }

    /// <summary>The function with accumulations in place of the stores that they were written as.</summary>
    public static Function Run(Function function)
    {
        AccumulateRecognition pass = new(function);
        return pass.table.Apply(pass.Rewrite(function));
    }

    protected override Block RewriteBlock(Block block)
    {
        Block rebuilt = base.RewriteBlock(block);
        Dictionary<int, IReadOnlyList<Statement>> replacements = Replacements(block);
        if (replacements.Count == 0) return rebuilt;
        List<Statement> statements = [];
        for (int i = 0; i < rebuilt.Statements.Count; i++)
        {
            if (replacements.TryGetValue(i, out IReadOnlyList<Statement>? replacement)) statements.AddRange(replacement);
            else statements.Add(rebuilt.Statements[i]);
        }

        return rebuilt with { Statements = statements.ToEquatableArray() };
    }

    /// <summary>By position in the block: what stands instead of the statements of each accumulation.</summary>
    private Dictionary<int, IReadOnlyList<Statement>> Replacements(Block block)
    {
        Dictionary<int, IReadOnlyList<Statement>> replacements = [];
        Dictionary<Value, int> positions = [];
        for (int i = 0; i < block.Statements.Count; i++)
        {
            switch (block.Statements[i])
            {
                case Load load when uses[load.Result] == 1:
                    positions[load.Result] = i;
                    break;
                case Let let when uses[let.Result] == 1 && (let.Primitive == Primitives.Add || let.Primitive == Primitives.Sub):
                    positions[let.Result] = i;
                    break;
                case Store store:
                    List<int> chain = [];
                    if (!Trace(block, store.Operand, store, i, positions, chain)) break;
                    replacements[i] = Accumulations(block, store, chain);
                    foreach (int position in chain) replacements[position] = [];
                    break;
            }
        }

        return replacements;
    }

    /// <summary>Finds the positions from the untouched load of the stored element, through sums, to the stored value.</summary>
    private bool Trace(Block block, Atom atom, Store store, int end, Dictionary<Value, int> positions, List<int> chain)
    {
        if (atom.IsConstant || !positions.TryGetValue(atom.Value, out int position)) return false;
        Statement statement = block.Statements[position];
        bool isFound = statement is Load load
            ? load.Buffer == store.Buffer && load.Index == store.Index && !IsTouched(block, store.Buffer, position, end)
            : TraceSum((Let)statement);
        if (isFound) chain.Add(position);
        return isFound;

        bool TraceSum(Let let) =>
            Trace(block, let.Arguments[0], store, end, positions, chain)
            || (let.Primitive == Primitives.Add && Trace(block, let.Arguments[1], store, end, positions, chain));
    }

    private List<Statement> Accumulations(Block block, Store store, List<int> chain)
    {
        List<Statement> result = [];
        Value partial = ((Load)block.Statements[chain[0]]).Result;
        foreach (int position in chain.Skip(1))
        {
            Let sum = (Let)block.Statements[position];
            Atom added = sum.Arguments[0] == partial ? sum.Arguments[1] : sum.Arguments[0];
            if (sum.Primitive == Primitives.Sub) added = Negate(added, sum, result);
            result.Add(new Accumulate(store.Buffer, store.Index, added) { Line = store.Line });
            partial = sum.Result;
        }

        return result;
    }

    private Atom Negate(Atom atom, Let sum, List<Statement> output)
    {
        Value negated = table.New(table.TypeOf(atom), sum.Line);
        output.Add(new Let(negated, Primitives.Neg, new([atom])) { Line = sum.Line });
        return negated;
    }

    private bool IsTouched(Block block, Ir.Buffer buffer, int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (effects.Reads(block.Statements[i], buffer) || effects.Writes(block.Statements[i], buffer)) return true;
        }

        return false;
    }
}
