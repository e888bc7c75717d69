namespace HessianGen.Compiler.Ir;

/// <summary>What the value table says of one scalar. <paramref name="Name"/> is the user's, decorated by the transformations (<c>aDot</c>, <c>aBar</c>).</summary>
internal readonly record struct ValueInfo(ScalarType Type, string? Name, int Line);

/// <summary>What the buffer table says of one array.</summary>
internal readonly record struct BufferInfo(ScalarType Element, string? Name, int Line);

/// <summary>What a parameter is for, which also fixes the length it must have (n is the number of independent variables).</summary>
internal enum ParameterRole
{
    /// <summary>One of the user's own parameters.</summary>
    User,

    /// <summary>n, input.</summary>
    Direction,

    /// <summary>n, output.</summary>
    Gradient,

    /// <summary>n, output.</summary>
    Product,

    /// <summary>n, output.</summary>
    Diagonal,

    /// <summary>n x n, output.</summary>
    Hessian,

    /// <summary>One diagonal of the Hessian, n less its distance from the main one, output. The signature has <see cref="Pattern"/> and <see cref="Entries"/> instead.</summary>
    Band,

    /// <summary>The places of <see cref="Entries"/>, input; no parameter of the IR.</summary>
    Pattern,

    /// <summary>All diagonals one after another, output; no parameter of the IR.</summary>
    Entries,

    /// <summary>An integer, input: the first term of a range.</summary>
    First,

    /// <summary>An integer, input: where a range of terms ends.</summary>
    Last,

    /// <summary>One for each instance of a batch, output.</summary>
    Value,

    /// <summary>How many instances a batch has.</summary>
    Count,

    /// <summary>How far apart in a batch the elements of one instance are.</summary>
    Stride,
}

/// <summary>A parameter of an IR function: a scalar, or a buffer with its length.</summary>
/// <param name="IsVariable">True where derivatives are taken with respect to it.</param>
internal abstract record Parameter(string Name, ParameterRole Role, bool IsVariable);

internal sealed record ScalarParameter(string Name, ParameterRole Role, bool IsVariable, Value Value) : Parameter(Name, Role, IsVariable);

/// <param name="Length">The number of elements, a value in scope everywhere; of elements in rows, how many each instance has.</param>
internal sealed record BufferParameter(string Name, ParameterRole Role, bool IsVariable, Buffer Buffer, Value Length) : Parameter(Name, Role, IsVariable)
{
    /// <summary>What of it belongs to which instance of a batch.</summary>
    public InstanceLayout Layout { get; init; }

    /// <summary>How many rows there are at least, which the entry to a batch makes sure of.</summary>
    public long LeastRows { get; init; }

    /// <summary>How far a diagonal of the Hessian is below the main one.</summary>
    public long Distance { get; init; }
}

/// <summary>A function of the IR. Its body's yields are its results.</summary>
/// <remarks>
/// The independent vector is the concatenation of the variable parameters in order. Value and buffer ids are indices into
/// the two tables; each id is defined exactly once. Equality is structural and linear in the size.
/// </remarks>
internal sealed record Function(
    string Name,
    EquatableArray<Parameter> Parameters,
    Block Body,
    EquatableArray<ValueInfo> Values,
    EquatableArray<BufferInfo> Buffers)
{
    public ScalarType TypeOf(Atom atom) => atom.IsConstant ? atom.ConstantType : Values[atom.Value.Id].Type;
}
