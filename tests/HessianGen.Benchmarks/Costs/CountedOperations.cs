using HessianGen.Compiler.Ir;

namespace HessianGen.Benchmarks.Costs;

/// <summary>What each primitive of a function counts as: one operation where the machine takes one of floating point.</summary>
/// <remarks>
/// A comparison and a selection are operations too. A product in a sum is one with it, and so is a change of sign; as in the generated code each is read
/// once, in its own block, and a difference of two products keeps both.
/// </remarks>
internal sealed class CountedOperations
{
    private readonly Function function;
    private readonly Dictionary<Value, int> uses = [];
    private readonly HashSet<Value> absorbed = [];

    // How often which statement of the user's gave which number.
    private readonly Dictionary<(Primitive Primitive, int Line, double Result), int> results = [];

    private CountedOperations(Function function)
    {
        this.function = function;
        Block[] blocks = [.. Blocks(function.Body)];
        foreach (Atom atom in blocks.SelectMany(Read).Where(a => a.IsValue)) uses[atom.Value] = uses.GetValueOrDefault(atom.Value) + 1;
        foreach (Block block in blocks) Absorb(block);
    }

    /// <summary>Operations that the function takes.</summary>
    public long Total { get; private set; }

    /// <summary>Runs the function on these arguments.</summary>
    public static CountedOperations Executed(Function function, IReadOnlyList<object> arguments)
    {
        CountedOperations counted = new(function);
        Run run = Interpreter.Run(function, arguments, costOf: counted.Of);
        counted.Total = run.Count(Cost.Flop) + run.Count(Cost.Division) + run.Count(Cost.Transcendental);
        return counted;
    }

    /// <summary>Operations of the method itself that a derivative of it does more often than the method.</summary>
    public long RepeatedBy(CountedOperations derivative) => results.Sum(row => Math.Max(0L, derivative.results.GetValueOrDefault(row.Key) - row.Value));

    private Cost Of(Let let, double result)
    {
        Cost cost = Of(let);
        if (cost != Cost.Free && !double.IsNaN(result)) results[(let.Primitive, let.Line, result)] = results.GetValueOrDefault((let.Primitive, let.Line, result)) + 1;
        return cost;
    }

    private Cost Of(Let let)
    {
        bool isFloat = function.TypeOf(let.Result).IsFloat();
        if (absorbed.Contains(let.Result)) return Cost.Free;
        if (let.Primitive == Primitives.Select_ && isFloat || let.Primitive.IsComparison && function.TypeOf(let.Arguments[0]).IsFloat()) return Cost.Flop;
        return isFloat ? let.Primitive.Cost : Cost.Free;
    }

    private void Absorb(Block block)
    {
        Dictionary<Value, Let> own = block.Statements.OfType<Let>().Where(l => function.TypeOf(l.Result).IsFloat() && uses.GetValueOrDefault(l.Result) == 1).ToDictionary(l => l.Result);
        foreach (Statement statement in block.Statements) AbsorbInto(Terms(statement), own, isDifference: statement is Let { Primitive: var p } && p == Primitives.Sub);
    }

    private void AbsorbInto(IReadOnlyList<Atom> terms, Dictionary<Value, Let> own, bool isDifference)
    {
        Let[] lets = [.. terms.Where(a => a.IsValue && own.ContainsKey(a.Value)).Select(a => own[a.Value])];
        foreach (Let sign in lets.Where(l => l.Primitive == Primitives.Neg))
        {
            absorbed.Add(sign.Result);
            AbsorbInto(sign.Arguments, own, isDifference: false);
        }

        Let[] products = [.. lets.Where(l => l.Primitive == Primitives.Mul)];
        if (products.Length == 1 || products.Length == 2 && !isDifference) absorbed.Add(products[0].Result);
    }

    private static IReadOnlyList<Atom> Terms(Statement statement) => statement switch
    {
        Let let when let.Primitive == Primitives.Add || let.Primitive == Primitives.Sub => let.Arguments,
        Accumulate sum => [sum.Operand],
        _ => [],
    };

    private static IEnumerable<Block> Blocks(Block block) => block.Statements.SelectMany(s => s.Blocks).SelectMany(Blocks).Prepend(block);

    private static IEnumerable<Atom> Read(Block block) => block.Statements.SelectMany(s => s.Operands).Concat(block.Yields);
}
