using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Applies the table of <see cref="Rules"/> and folds constants, until nothing matches.</summary>
/// <remarks>
/// One walk in program order: operands are simple before what uses them. A replacement takes the place, result and line of
/// what it replaces; its inner operations come just before. Each walk is linear; what a walk leaves without uses lets more
/// rules apply, so it is repeated, at most <see cref="Rounds"/> times.
/// </remarks>
internal sealed class Simplification : IrRewriter
{
    private const int Rounds = 8;

    private readonly Licence licence;
    private readonly ILookup<Primitive, Rule> rules;
    private readonly ValueTable table;
    private readonly Substitution substitution;
    private readonly UseCounts uses;
    private readonly Matcher matcher;
    private readonly Dictionary<Value, (Let Let, int Block)> definitions = [];
    private int block, blockCount;

    private Simplification(Function function, Licence licence, ILookup<Primitive, Rule> rules)
    {
        this.licence = licence;
        this.rules = rules;
        table = new(function);
        substitution = new(function.Values.Count);
        uses = new(function, countsDead: false);
        matcher = new(table.TypeOf, Definition, value => uses[value] == 1 && definitions[value].Block == block);
    }

    /// <summary>The function with every rule applied that the licence allows.</summary>
    public static Function Run(Function function, Licence licence)
    {
        ILookup<Primitive, Rule> rules = Rules.Allowed(licence);
        for (int round = 0; round < Rounds; round++)
        {
            Simplification pass = new(function, licence, rules);
            Function simplified = pass.table.Apply(pass.Rewrite(function));
            if (ReferenceEquals(simplified, function)) break;
            function = simplified;
        }

        return function;
    }

    protected override Atom Use(Atom atom) => substitution.Of(atom);

    protected override Block RewriteBlock(Block inner)
    {
        int outer = block;
        block = ++blockCount;
        Block result = base.RewriteBlock(inner);
        block = outer;
        return result;
    }

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        Statement? rebuilt = statement is If or For or While ? null : Rebuild(statement);
        switch (rebuilt)
        {
            case Let let:
                Atom result = Simplify(let, output);
                if (result == let.Result) break;
                substitution.Set(let.Result, result);
                table.HandOnName(let.Result, result);
                break;
            case Accumulate { Operand: var operand } when AddsNothing(operand):
                break;
            default:
                output.Add(rebuilt ?? Rebuild(statement));
                break;
        }
    }

    /// <summary>Appends what remains of the let; returns the atom that its result is.</summary>
    private Atom Simplify(Let let, List<Statement> output)
    {
        while (true)
        {
            if (Folding.Fold(let, table.TypeOf(let.Result), table.TypeOf, Definition) is { } folded) return folded;
            if (Folding.ConversionSource(let, table.TypeOf, Definition) is { } source)
            {
                let = let with { Arguments = new([source]) };
                continue;
            }

            if (Find(let) is not var (rule, match)) break;
            if (rule.Replacement is not PatternOperation operation || operation.IsConstant) return Build(rule.Replacement, match, let, output);
            let = let with { Primitive = operation.Primitive, Arguments = BuildOperands(operation, match, let, output) };
        }

        definitions[let.Result] = (let, block);
        output.Add(let);
        return let.Result;
    }

    private (Rule Rule, Match Match)? Find(Let let)
    {
        foreach (Rule rule in rules[let.Primitive])
        {
            Match match = default;
            if (matcher.Matches(rule.Root, let, ref match) && rule.Operations <= 1 + match.Freed) return (rule, match);
        }

        return null;
    }

    /// <summary>The atom of a replacement's part; its operations are placed here, simplified.</summary>
    private Atom Build(Pattern pattern, in Match match, Let root, List<Statement> output)
    {
        ScalarType type = match.NumberType(table.TypeOf) ?? table.TypeOf(root.Result);
        switch (pattern)
        {
            case PatternVariable variable: return match[variable];
            case PatternTruth truth: return Atom.OfBoolean(truth.Value);
            case PatternNumber number: return type.IsFloat() ? Atom.OfFloat(number.Value, type) : Atom.OfInteger((long)number.Value, type);
        }

        PatternOperation operation = (PatternOperation)pattern;
        EquatableArray<Atom> operands = BuildOperands(operation, match, root, output);
        ScalarType resultType = operation.Primitive.IsComparison ? ScalarType.Bool : table.TypeOf(operands[operands.Count - 1]);
        return Simplify(new(table.New(resultType, root.Line), operation.Primitive, operands) { Line = root.Line }, output);
    }

    private EquatableArray<Atom> BuildOperands(PatternOperation operation, in Match match, Let root, List<Statement> output)
    {
        Atom[] operands = new Atom[operation.Operands.Count];
        for (int i = 0; i < operands.Length; i++) operands[i] = Build(operation.Operands[i], match, root, output);
        return new(operands);
    }

    private bool AddsNothing(Atom operand)
    {
        if (!operand.IsConstant) return false;
        if (!operand.ConstantType.IsFloat()) return operand.IsInteger(0);
        return operand.IsFloat(-0.0) || (operand.IsFloat(0) && (licence & Licence.NoSignedZeros) != 0);
    }

    private Let? Definition(Value value) => definitions.TryGetValue(value, out (Let Let, int) definition) ? definition.Let : null;
}
