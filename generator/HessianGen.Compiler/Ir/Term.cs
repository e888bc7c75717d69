namespace HessianGen.Compiler.Ir;

/// <summary>An operand while a derivative rule is being built: operators on terms emit statements.</summary>
/// <remarks>
/// Structural zeros and ones vanish here, while the derivative is built. Only a rule's own constants and seeds can be
/// structural; arithmetic of the user's code never passes through a term.
/// </remarks>
internal readonly struct Term
{
    private readonly IrBuilder? builder;
    private readonly Atom atom;
    private readonly double constant;

    /// <summary>Of a constant that came from the program; a rule's own constants have the type of what they meet.</summary>
    private readonly ScalarType? type;

    public Term(IrBuilder builder, Atom atom)
    {
        type = builder.TypeOf(atom);
        this.builder = builder;
        this.atom = atom;
        IsNumber = atom.IsConstant && atom.ConstantType.IsFloat();
        constant = IsNumber ? atom.Float : double.NaN;
    }

    private Term(double constant, ScalarType? type = null) => (this.constant, this.type, IsNumber) = (constant, type, true);

    /// <summary>True for a constant.</summary>
    public bool IsNumber { get; }

    public bool IsZero => IsNumber && constant == 0;

    /// <summary>The atom, where an untyped constant becomes one of <paramref name="type"/>.</summary>
    public Atom Atom(ScalarType type) => IsNumber ? Ir.Atom.OfFloat(constant, type) : atom;

    public static implicit operator Term(double constant) => new(constant);

    public static Term operator +(Term x, Term y) => x.IsZero ? y : y.IsZero ? x : Both(x, y) ? new(x.constant + y.constant, x.type ?? y.type) : Apply(Primitives.Add, x, y);

    public static Term operator -(Term x, Term y) => y.IsZero ? x : x.IsZero ? -y : Both(x, y) ? new(x.constant - y.constant, x.type ?? y.type) : Apply(Primitives.Sub, x, y);

    public static Term operator -(Term x) => x.IsNumber ? new(-x.constant, x.type) : Apply(Primitives.Neg, x);

    public static Term operator *(Term x, Term y)
    {
        if (x.IsZero || y.IsZero) return new(0);
        if (x.IsNumber && x.constant == 1) return y;
        if (y.IsNumber && y.constant == 1) return x;
        if (x.IsNumber && x.constant == -1) return -y;
        if (y.IsNumber && y.constant == -1) return -x;
        return Both(x, y) ? new(x.constant * y.constant, x.type ?? y.type) : Apply(Primitives.Mul, x, y);
    }

    public static Term operator /(Term x, Term y) =>
        x.IsZero ? new(0) : y.IsNumber && y.constant == 1 ? x : Both(x, y) ? new(x.constant / y.constant, x.type ?? y.type) : Apply(Primitives.Div, x, y);

    /// <summary>A primitive of the table applied to terms.</summary>
    public static Term Of(Primitive primitive, params Term[] operands) => Apply(primitive, operands);

    public static Term Less(Term x, Term y) => Apply(Primitives.Lt, x, y);

    public static Term Equal(Term x, Term y) => Apply(Primitives.Eq, x, y);

    /// <summary>The second or third operand by the condition: the other one does not touch the result, not even as 0·∞.</summary>
    public static Term Select(Term condition, Term whenTrue, Term whenFalse) =>
        whenTrue.IsZero && whenFalse.IsZero ? new(0) : Apply(Primitives.Select_, condition, whenTrue, whenFalse);

    /// <summary>One result of a rule of the user's own, whose statements are copied to here.</summary>
    public static Term Partial(Function rule, Term[] arguments, int output)
    {
        IrBuilder builder = arguments.Select(a => a.builder).First(b => b is not null)!;
        Renaming import = Renaming.Import(builder, rule);
        for (int i = 0; i < arguments.Length; i++)
        {
            Value parameter = ((ScalarParameter)rule.Parameters[i]).Value;
            import.Values[parameter] = arguments[i].Atom(rule.TypeOf(parameter));
        }

        foreach (Statement statement in import.Apply(rule.Body.Statements)) builder.Emit(statement with { Line = builder.Line });
        return new(builder, import.Apply(rule.Body.Yields[output]));
    }

    private static bool Both(Term x, Term y) => x.IsNumber && y.IsNumber;

    private static Term Apply(Primitive primitive, params Term[] operands)
    {
        IrBuilder builder = operands.Select(o => o.builder).FirstOrDefault(b => b is not null)
            ?? throw new InvalidOperationException($"The rule applies '{primitive}' to constants alone.");
        ScalarType type = operands.Select(o => o.type).FirstOrDefault(t => t?.IsFloat() == true) ?? default;
        return new(builder, builder.Apply(primitive, [.. operands.Select(o => o.Atom(type))]));
    }
}
