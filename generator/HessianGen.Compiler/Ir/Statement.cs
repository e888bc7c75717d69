namespace HessianGen.Compiler.Ir;

/// <summary>A statement of the IR; the grammar stands in this folder's README.</summary>
/// <remarks>Statements are values: two that print alike are equal, which is what lets an edit elsewhere leave a model unchanged.</remarks>
internal abstract record Statement
{
    /// <summary>Line of the user's method that this came from, counted from the method's own first line; 0 where there is none.</summary>
    public int Line { get; init; }

    /// <summary>The atoms read by the statement itself, not by the blocks inside it.</summary>
    public virtual IEnumerable<Atom> Operands => [];

    /// <summary>The values defined in the block that holds the statement.</summary>
    public virtual IEnumerable<Value> Results => [];

    /// <summary>The nested regions, in the order in which they run.</summary>
    public virtual IEnumerable<Block> Blocks => [];
}

/// <summary>Statements in order, then the values handed to the construct that owns the block.</summary>
internal sealed record Block(EquatableArray<Statement> Statements, EquatableArray<Atom> Yields)
{
    public static readonly Block Empty = new(EquatableArray<Statement>.Empty, EquatableArray<Atom>.Empty);
}

/// <summary><c>value = primitive atom*</c>: pure scalar computation.</summary>
internal sealed record Let(Value Result, Primitive Primitive, EquatableArray<Atom> Arguments) : Statement
{
    public override IEnumerable<Atom> Operands => Arguments;

    public override IEnumerable<Value> Results => [Result];
}

/// <summary><c>value = buffer[index]</c>; an index outside the buffer throws.</summary>
internal sealed record Load(Value Result, Buffer Buffer, Atom Index) : Statement
{
    public override IEnumerable<Atom> Operands => [Index];

    public override IEnumerable<Value> Results => [Result];
}

/// <summary><c>buffer[index] = operand</c>.</summary>
internal sealed record Store(Buffer Buffer, Atom Index, Atom Operand) : Statement
{
    public override IEnumerable<Atom> Operands => [Index, Operand];
}

/// <summary><c>buffer[index] += operand</c>: the one write whose order among its like does not matter.</summary>
internal sealed record Accumulate(Buffer Buffer, Atom Index, Atom Operand) : Statement
{
    public override IEnumerable<Atom> Operands => [Index, Operand];
}

/// <summary><c>alloc buffer : element[extent]</c>, zeroed. A growable buffer starts at <paramref name="Extent"/> and grows when stored beyond its end.</summary>
internal sealed record Alloc(Buffer Buffer, Atom Extent, bool Growable = false) : Statement
{
    public override IEnumerable<Atom> Operands => [Extent];
}

/// <summary>Throws where <paramref name="Condition"/> is false: <c>IndexOutOfRangeException</c> for a slice, or what the user's own <c>throw</c> names.</summary>
internal sealed record Check(Atom Condition, string Exception, string? Message) : Statement
{
    public override IEnumerable<Atom> Operands => [Condition];
}

/// <summary>A value that a loop carries from one iteration to the next.</summary>
internal readonly record struct Carried(Value Value, Atom Initial);

/// <summary>
/// <c>value* = for counter in start..end step s carrying (value = atom)* block</c>: max(0, ⌈(end − start)/step⌉) iterations;
/// the bounds are read once. The results are the carried values after the last iteration.
/// </summary>
internal sealed record For(
    EquatableArray<Value> Outputs, Value Counter, Atom Start, Atom End, long Step, EquatableArray<Carried> Carries, Block Body) : Statement
{
    /// <summary>True where an analysis has found that iterations may run in any order but for sums (carried additions, accumulations).</summary>
    public bool IsIndependent { get; init; }

    /// <summary>True for the loop over the instances of a batch: whatever an iteration writes, no other reads or writes.</summary>
    public bool IsOverInstances { get; init; }

    public override IEnumerable<Atom> Operands => [Start, End, .. Carries.Select(c => c.Initial)];

    public override IEnumerable<Value> Results => Outputs;

    public override IEnumerable<Block> Blocks => [Body];
}

/// <summary><c>value* = if condition block else block</c>: only the taken branch is evaluated.</summary>
internal sealed record If(EquatableArray<Value> Outputs, Atom Condition, Block Then, Block Else) : Statement
{
    public override IEnumerable<Atom> Operands => [Condition];

    public override IEnumerable<Value> Results => Outputs;

    public override IEnumerable<Block> Blocks => [Then, Else];
}

/// <summary>
/// <c>value* = while carrying (value = atom)* block condition atom block</c>. The test block yields one bool; what it
/// defines is not seen by the body.
/// </summary>
internal sealed record While(EquatableArray<Value> Outputs, EquatableArray<Carried> Carries, Block Test, Block Body) : Statement
{
    public override IEnumerable<Atom> Operands => Carries.Select(c => c.Initial);

    public override IEnumerable<Value> Results => Outputs;

    public override IEnumerable<Block> Blocks => [Test, Body];
}
