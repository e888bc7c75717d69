using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>What reverse mode knows of the primal function; copies of statements inherit it.</summary>
internal sealed class Facts
{
    private readonly HashSet<Value> active = [], old = [], homes = [];
    private readonly HashSet<Ir.Buffer> activeBuffers = [];

    private Facts(Function function)
    {
        Activity activity = Activity.Of(function);
        for (int i = 0; i < function.Values.Count; i++)
        {
            if (activity.IsActive((Atom)new Value(i))) active.Add(new(i));
        }

        for (int i = 0; i < function.Buffers.Count; i++)
        {
            if (activity.IsActive(new Ir.Buffer(i))) activeBuffers.Add(new(i));
        }
    }

    /// <summary>Analyses a function; the one returned loads what stores overwrite (where that may matter) and has its independent loops marked.</summary>
    public static (Function Function, Facts Facts) Prepare(Function function)
    {
        Facts facts = new(function);
        FindHomes(function.Body, facts);
        IrBuilder builder = new(function);
        Block body = new Overwrites(builder, new Independence(new Definitions(function.Body)), facts.homes, facts.old).Run(function.Body);
        Independence independence = new(new Definitions(body));
        body = Mark(body, independence);
        return (builder.Rebuild(function, body), facts);
    }

    public bool IsActive(Atom atom) => atom.IsValue && active.Contains(atom.Value);

    public bool IsActive(Ir.Buffer buffer) => activeBuffers.Contains(buffer);

    /// <summary>True for the load, just before a store, of what the store overwrites.</summary>
    public bool IsOld(Value value) => old.Contains(value);

    /// <summary>True for a costly value that its own block stores: it can be read back instead of being computed again.</summary>
    public bool HasHome(Value value) => homes.Contains(value);

    /// <summary>Lets the copies that <paramref name="copy"/> made share what is known of their originals.</summary>
    public void Register(Renaming copy)
    {
        foreach (KeyValuePair<Value, Atom> pair in copy.Values)
        {
            if (!pair.Value.IsValue) continue;
            if (active.Contains(pair.Key)) active.Add(pair.Value.Value);
            if (old.Contains(pair.Key)) old.Add(pair.Value.Value);
            if (homes.Contains(pair.Key)) homes.Add(pair.Value.Value);
        }

        foreach (KeyValuePair<Ir.Buffer, Ir.Buffer> pair in copy.Buffers)
        {
            if (activeBuffers.Contains(pair.Key)) activeBuffers.Add(pair.Value);
        }
    }

    private static void FindHomes(Block block, Facts facts, bool isLoop = false)
    {
        HashSet<Value> costly = [];
        foreach (Statement statement in block.Statements)
        {
            if (statement is Let { Primitive.Cost: Cost.Transcendental } or For or While) costly.UnionWith(statement.Results);
            if (isLoop && statement is Store { Operand: { IsValue: true } stored } && costly.Contains(stored.Value) && facts.IsActive(stored)) facts.homes.Add(stored.Value);
            foreach (Block inner in statement.Blocks) FindHomes(inner, facts, statement is For or While);
        }
    }

    private static Block Mark(Block block, Independence independence) => block with
    {
        Statements = block.Statements.Select(statement => statement switch
        {
            For loop => loop with { Body = Mark(loop.Body, independence), IsIndependent = independence.Holds(loop) },
            While loop => loop with { Body = Mark(loop.Body, independence) },
            If choice => choice with { Then = Mark(choice.Then, independence), Else = Mark(choice.Else, independence) },
            _ => statement,
        }).ToEquatableArray(),
    };
}
