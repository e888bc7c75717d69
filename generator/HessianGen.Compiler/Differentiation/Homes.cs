using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Gives the costly values of loops inside of an independent loop an array to be read back from when the loops are run again.</summary>
/// <remarks>
/// <code>
/// for n                               for n
///   for k in 0..K                       alloc tape[K]
///     y = exp(t[k])            →        for k in 0..K
///     s = s + y                           y = exp(t[k])
///                                         tape[k] = y
///                                         s = s + y
/// </code>
/// An array of the outer iteration, of a known and moderate size: with room for all lanes it has to stay in a cache. What the reverse does not
/// read is dead code.
/// </remarks>
internal sealed class Homes
{
    private const int MostElements = 8192, LeastTrips = 4;

    private readonly IrBuilder builder;
    private readonly Activity activity;
    private readonly Independence independence;
    private readonly List<Alloc> tapes = [];
    private bool hasChanged;

    private Homes(Function function)
    {
        (builder, activity) = (new(function), Activity.Of(function));
        independence = new(new Definitions(function.Body));
    }

    /// <summary>The function with homes; itself where there are none to give.</summary>
    public static Function Run(Function function)
    {
        Homes pass = new(function);
        Block body = pass.Outside(function.Body);
        return pass.hasChanged ? pass.builder.Rebuild(function, body) : function;
    }

    /// <summary>True for what takes longer to compute again than to store and load.</summary>
    public static bool IsCostly(Statement statement) => statement switch
    {
        Let let => let.Primitive.Cost == Cost.Transcendental,
        For { Start: { IsConstant: true, Integer: var start }, End: { IsConstant: true, Integer: var end } } => end - start >= LeastTrips,
        _ => statement is For or While,
    };

    private Block Outside(Block block) => block with { Statements = block.Statements.Select(Outside).ToEquatableArray() };

    private Statement Outside(Statement statement) => statement switch
    {
        For loop => loop with { Body = independence.Holds(loop) ? Iteration(loop.Body) : Outside(loop.Body) },
        While loop => loop with { Body = Outside(loop.Body) },
        If choice => choice with { Then = Outside(choice.Then), Else = Outside(choice.Else) },
        _ => statement,
    };

    /// <summary>An iteration of the outermost independent loop: its own values are at hand in the reverse, those of the loops inside are not.</summary>
    private Block Iteration(Block body)
    {
        tapes.Clear();
        Statement[] statements = [.. body.Statements.Select(s => s is For loop && independence.Holds(loop) ? Inside(loop, null, 1) : s)];
        return body with { Statements = tapes.Concat(statements).ToEquatableArray() };
    }

    /// <param name="row">The number of the iteration around; null where only one is.</param>
    /// <param name="rows">How many such iterations there are.</param>
    private For Inside(For loop, Atom? row, long rows)
    {
        if (loop is not { Step: 1, Start: { IsConstant: true, Integer: 0 }, End: { IsConstant: true, Integer: var trips and > 0 } } || builder.TypeOf(loop.Counter) != ScalarType.I32 || rows * trips > MostElements) return loop;
        builder.Open();
        Atom place = row is { } outer ? builder.Apply(Primitives.Add, builder.Apply(Primitives.Mul, outer, Atom.OfInteger(trips)), loop.Counter) : loop.Counter;
        foreach (Statement statement in loop.Body.Statements)
        {
            builder.Emit(statement is For inner && independence.Holds(inner) ? Inside(inner, place, rows * trips) : statement);
            foreach (Value value in statement.Results.Where(v => IsCostly(statement) && activity.IsActive((Atom)v) && builder.TypeOf(v).IsFloat() && !HasHome(loop.Body, v)))
            {
                Ir.Buffer tape = builder.NewBuffer(builder.TypeOf(value), (builder.Info(value).Name ?? (statement as Let)?.Primitive.Name ?? "sum") + "Tape");
                tapes.Add(new(tape, Atom.OfInteger(rows * trips)) { Line = statement.Line });
                builder.Emit(new Store(tape, place, value) { Line = statement.Line });
                hasChanged = true;
            }
        }

        return loop with { Body = builder.Close([.. loop.Body.Yields]) };
    }

    private static bool HasHome(Block body, Value value) => body.Statements.OfType<Store>().Any(s => s.Operand == (Atom)value);
}
