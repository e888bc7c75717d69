namespace HessianGen.Compiler.Ir;

/// <summary>How one operand's share of the derivative follows from the seed: a linear map of <c>s</c>, built from the operands and the primitive's own result.</summary>
/// <remarks>The same map serves both modes: <c>s</c> is the operand's tangent in JVP and the result's adjoint in VJP.</remarks>
internal delegate Term Propagation(Term[] operands, Term result, Term seed);

/// <summary>Which kind of machine work a primitive is; decides recomputation and the cost line of generated code.</summary>
internal enum Cost
{
    /// <summary>No floating-point work: integers, comparisons, selections, conversions.</summary>
    Free,

    /// <summary>One operation of the vector unit: + - * FMA, min, max.</summary>
    Flop,

    /// <summary>Division and square root.</summary>
    Division,

    /// <summary>A library function: tens of operations.</summary>
    Transcendental,
}

/// <summary>One row of the primitive table: everything the compiler knows of a scalar function.</summary>
/// <param name="Name">The IR's spelling.</param>
/// <param name="Arity">The number of operands.</param>
/// <param name="Operator">C#'s operator where it has one, else null.</param>
/// <param name="Methods">The .NET methods that mean this primitive, fully qualified; the first is the one that is emitted.</param>
/// <param name="Meaning">The reference meaning over doubles; null for what is not floating-point (see the interpreter).</param>
/// <param name="Propagations">One linear map per operand; null where the derivative is zero everywhere it exists.</param>
/// <param name="Domain">Where the function is smooth: what the tests sample.</param>
internal sealed record Primitive(
    string Name,
    int Arity,
    string? Operator,
    EquatableArray<string> Methods,
    Func<double[], double>? Meaning,
    Propagation?[] Propagations,
    Domain[] Domain,
    Cost Cost)
{
    /// <summary>True where swapping the two operands changes nothing but a NaN's payload.</summary>
    public bool IsCommutative { get; init; }

    /// <summary>True for comparisons: the result is bool whatever the operands are.</summary>
    public bool IsComparison { get; init; }

    /// <summary>True for functions with a derivative of zero almost everywhere (floor, sign ...): the user is warned.</summary>
    public bool IsStep { get; init; }

    /// <summary>The types of operands and result, for a function of the user's own with a rule for its derivative; null for rows of the table.</summary>
    public CustomSignature? Signature { get; init; }

    public bool IsDifferentiable => Propagations.Any(p => p is not null);

    /// <summary>A function of the user's own, whose partial derivatives are what the rule of its name gives.</summary>
    public static Primitive Custom(string method, CustomSignature signature, CustomRules rules)
    {
        int output = 0;
        Propagation?[] propagations =
        [
            .. signature.Operands.Select(type =>
            {
                int index = type.IsFloat() ? output++ : -1;
                return index < 0 ? null : (Propagation)((v, y, s) => s * Term.Partial(rules.Of(method), [.. v, y], index));
            }),
        ];
        string name = method.Substring(method.LastIndexOf('.') + 1);
        Domain[] domain = [.. signature.Operands.Select(_ => Ir.Domain.Reals)];
        return new(name, signature.Operands.Count, null, new([method]), null, propagations, domain, Cost.Transcendental) { Signature = signature };
    }

    /// <summary>Rows of the table are the same or not; functions of the user's own are known by their names and types (their rules are compared once for a whole method).</summary>
    public bool Equals(Primitive? other) => ReferenceEquals(this, other) || Signature is not null && Signature == other?.Signature && Methods.Equals(other.Methods);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}

/// <summary>An open interval on which a primitive is smooth in one operand.</summary>
internal sealed record Domain(double Lower, double Upper)
{
    public static readonly Domain Reals = new(double.NegativeInfinity, double.PositiveInfinity);
    public static readonly Domain Positive = new(0, double.PositiveInfinity);
    public static readonly Domain Unit = new(-1, 1);
    public static readonly Domain AboveMinusOne = new(-1, double.PositiveInfinity);
    /// <summary>Whole numbers: which function of a family it is. It is no variable.</summary>
    public static readonly Domain Orders = new(0, 100);

    public static readonly Domain AboveOne = new(1, double.PositiveInfinity);
}
