using HessianGen.Compiler.Ir;
using HessianGen.Compiler.Optimization;

namespace HessianGen.Compiler.Tests.Optimization;

/// <summary>The two sides of a rule as functions over one choice of types.</summary>
internal sealed class RuleInstance
{
    private static readonly double[] SpecialNumbers =
        [0, -0.0, 1, -1, 2, double.Epsilon, -double.Epsilon, 1e-310, 1e-40, 1e308, -1e308, 3e38, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly long[] SpecialIntegers = [0, 1, -1, 2, 7, 255, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    private readonly PatternVariable[] variables;
    private readonly ScalarType type;

    private RuleInstance(Rule rule, ScalarType type, bool foldConstants)
    {
        this.type = type;
        variables = [.. Variables(rule.Pattern).DistinctBy(v => v.Index).OrderBy(v => v.Index)];
        Pattern = Build(rule.Pattern, foldConstants);
        Replacement = Build(rule.Replacement, foldConstants);
    }

    public Function Pattern { get; }

    public Function Replacement { get; }

    /// <summary>One instance for each type that the rule's variables may have and its operations take.</summary>
    /// <param name="foldConstants">True to give the variables that stand for constants a value, false to make them parameters.</param>
    public static IEnumerable<RuleInstance> Of(Rule rule, bool foldConstants)
    {
        ScalarType[] types = Variables(rule.Pattern).Select(Types).Aggregate((x, y) => x.Length < y.Length ? x : y);
        return types.Select(type => new RuleInstance(rule, type, foldConstants)).Where(i => IrVerifier.Violations(i.Pattern).Count == 0);
    }

    /// <summary>Arguments: every combination of special values, and random ones. Where results may round differently, moderate ones only.</summary>
    public IEnumerable<object[]> Samples(Licence licence)
    {
        Random random = new(7);
        bool moderate = (licence & (Licence.Reassociate | Licence.Reciprocal)) != 0;
        for (int i = 0; i < 300; i++) yield return [.. variables.Select(v => Sample(v, random, special: false))];
        for (int i = 0; i < 3000 && !moderate; i++) yield return [.. variables.Select(v => Sample(v, random, special: true))];
    }

    private object Sample(PatternVariable variable, Random random, bool special)
    {
        if (variable.Sort == PatternSort.Boolean || (variable.Sort == PatternSort.Any && type == ScalarType.Bool)) return random.Next(2) == 0;
        if (variable.Sort == PatternSort.PowerOfTwo) return Of(Math.ScaleB(random.Next(2) * 2 - 1, random.Next(-100, 101)));
        if (variable.Sort == PatternSort.Negative) return Of(-random.NextDouble() * Math.ScaleB(1, random.Next(-30, 31)));
        if (variable.Sort == PatternSort.Moderate) return Of(Math.ScaleB(random.NextDouble() + 0.5, random.Next(-19, 19)));
        if (type.IsFloat()) return Of(special ? SpecialNumbers[random.Next(SpecialNumbers.Length)] : random.NextDouble() * 4 - 2);
        long integer = Integers.Wrap(special ? SpecialIntegers[random.Next(SpecialIntegers.Length)] : random.Next(-100, 100), type);
        return type == ScalarType.U64 ? unchecked((ulong)integer) : integer;
    }

    private object Of(double value) => type == ScalarType.F32 ? (float)value : value;

    private Function Build(Pattern pattern, bool foldConstants)
    {
        IrBuilder builder = new();
        Dictionary<int, Atom> atoms = [];
        List<Parameter> parameters = [];
        foreach (PatternVariable variable in variables)
        {
            if (foldConstants && variable.IsConstant)
            {
                double number = variable.Sort == PatternSort.PowerOfTwo ? 8 : variable.Sort == PatternSort.Negative ? -7 : 7 + 4 * variable.Index;
                atoms[variable.Index] = type.IsFloat() ? Atom.OfFloat(number, type) : Atom.OfInteger((long)number, type);
                continue;
            }

            Value value = builder.NewValue(variable.Sort == PatternSort.Boolean ? ScalarType.Bool : type);
            parameters.Add(new ScalarParameter($"v{variable.Index}", ParameterRole.User, false, value));
            atoms[variable.Index] = value;
        }

        return builder.ToFunction("F", parameters, Build(pattern, builder, atoms));
    }

    private Atom Build(Pattern pattern, IrBuilder builder, Dictionary<int, Atom> atoms) => pattern switch
    {
        PatternVariable variable => atoms[variable.Index],
        PatternTruth truth => Atom.OfBoolean(truth.Value),
        PatternNumber number => type.IsFloat() ? Atom.OfFloat(number.Value, type) : Atom.OfInteger((long)number.Value, type),
        PatternOperation operation => builder.Apply(operation.Primitive, [.. operation.Operands.Select(o => Build(o, builder, atoms))]),
        _ => throw new ArgumentException(pattern.GetType().Name),
    };

    private static IEnumerable<PatternVariable> Variables(Pattern pattern) => pattern switch
    {
        PatternVariable variable => [variable],
        PatternOperation operation => operation.Operands.SelectMany(Variables),
        _ => [],
    };

    private static ScalarType[] Types(PatternVariable variable) => variable.Sort switch
    {
        PatternSort.Float or PatternSort.FloatConstant or PatternSort.PowerOfTwo or PatternSort.Moderate or PatternSort.Negative => [ScalarType.F64, ScalarType.F32],
        PatternSort.Integer or PatternSort.IntegerConstant => [ScalarType.I32, ScalarType.I64, ScalarType.U32, ScalarType.U64, ScalarType.I8],
        PatternSort.Number => [ScalarType.F64, ScalarType.F32, ScalarType.I32, ScalarType.I64, ScalarType.U64, ScalarType.I8],
        PatternSort.Any => [ScalarType.F64, ScalarType.F32, ScalarType.I32, ScalarType.I64, ScalarType.U64, ScalarType.I8, ScalarType.Bool],
        _ => [.. Enumerable.Repeat(ScalarType.Bool, 8)],
    };
}
