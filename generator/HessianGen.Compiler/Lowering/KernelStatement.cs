using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A statement of the kernel: what the emitter prints, one to one.</summary>
internal abstract record KernelStatement
{
    /// <summary>The relative line of the user's method that this came from; 0 where there is none.</summary>
    public int Line { get; init; }

    /// <summary>The expressions read by the statement itself, not by the blocks inside it.</summary>
    public virtual IEnumerable<KernelExpression> Expressions => [];

    /// <summary>The nested blocks, in order.</summary>
    public virtual IEnumerable<KernelBlock> Blocks => [];
}

/// <summary>Statements between braces; names declared in it end with it.</summary>
internal sealed record KernelBlock(EquatableArray<KernelStatement> Statements)
{
    public static readonly KernelBlock Empty = new(EquatableArray<KernelStatement>.Empty);
}

/// <summary><c>double x = initial;</c>, or without an initial value where branches assign it first.</summary>
internal sealed record DeclareLocal(Local Local, KernelExpression? Initial) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => Initial is null ? [] : [Initial];
}

/// <summary><c>(double sin, double cos) = double.SinCos(angle);</c></summary>
internal sealed record DeclareSineAndCosine(Local Sine, Local Cosine, KernelExpression Angle) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Angle];
}

/// <summary><c>x = value;</c>, or <c>x += value;</c> where there is an operator.</summary>
internal sealed record AssignLocal(Local Local, KernelExpression Value, Primitive? Operator = null) : KernelStatement
{
    /// <summary>True where only the last assignment counts, the one before the <see cref="BreakIf"/> that ends the loop around.</summary>
    public bool IsOnLeaving { get; init; }

    public override IEnumerable<KernelExpression> Expressions => [Value];
}

/// <summary><c>array[index] = value;</c>, or <c>array[index] += value;</c> where there is an operator.</summary>
internal sealed record WriteElement(KernelArray Array, KernelExpression Index, KernelExpression Value, Primitive? Operator = null) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Index, Value];
}

/// <summary><c>for (counter = start; counter &lt; end; counter += step)</c>; <paramref name="End"/> does not change while it runs.</summary>
internal sealed record ForStatement(Local Counter, KernelExpression Start, KernelExpression End, long Step, KernelBlock Body) : KernelStatement
{
    /// <summary>The arrays that each iteration has for itself, where iterations may run in any order or side by side but for sums; else null.</summary>
    public IReadOnlyList<KernelArray>? Privates { get; init; }

    /// <summary>True for the loop over the instances of a batch: whatever an iteration writes, no other reads or writes.</summary>
    public bool IsOverInstances { get; init; }

    /// <summary>True where it is certain to run at least as often as a group has lanes.</summary>
    public bool IsLong { get; init; }

    /// <summary>True where each iteration runs several of the user's.</summary>
    public bool IsLanes { get; init; }

    /// <summary>The end of the loop from zero that this one and its neighbour are parts of; null for a loop of its own.</summary>
    public KernelExpression? WholeEnd { get; init; }

    public override IEnumerable<KernelExpression> Expressions => [Start, End];

    public override IEnumerable<KernelBlock> Blocks => [Body];
}

/// <summary><c>while (condition)</c>; without a condition it runs until a <see cref="BreakIf"/> in its body.</summary>
internal sealed record WhileStatement(KernelExpression? Condition, KernelBlock Body) : KernelStatement
{
    /// <summary>Integers that only this loop uses, once the first of them has been set before it.</summary>
    public IReadOnlyList<Local> Steps { get; init; } = [];

    /// <summary>What decides whether the loop goes on or ends.</summary>
    public KernelExpression Test => Condition ?? Body.Statements.OfType<BreakIf>().First().Condition;

    public override IEnumerable<KernelExpression> Expressions => Condition is null ? [] : [Condition];

    public override IEnumerable<KernelBlock> Blocks => [Body];
}

/// <summary><c>if (condition) break;</c></summary>
internal sealed record BreakIf(KernelExpression Condition) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Condition];
}

/// <summary><c>if (condition) { } else { }</c>; an empty second block is not printed.</summary>
internal sealed record IfStatement(KernelExpression Condition, KernelBlock Then, KernelBlock Else) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Condition];

    public override IEnumerable<KernelBlock> Blocks => [Then, Else];
}

/// <summary>Opens the scope whose end gives back what arrays rented in it.</summary>
internal sealed record EnterWorkspace(WorkspaceVariable Scope) : KernelStatement;

/// <summary>Declares an array that is not a parameter.</summary>
/// <param name="Scope">Where it is rented; null for the stack.</param>
/// <param name="IsZeroed">False where the contents are written before they are read.</param>
internal sealed record DeclareArray(KernelArray Array, KernelExpression Extent, WorkspaceVariable? Scope, bool IsZeroed) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Extent];
}

/// <summary>A range of an array; without bounds it is the whole of it.</summary>
internal sealed record KernelRange(KernelArray Array, KernelExpression? Start = null, KernelExpression? Count = null)
{
    public IEnumerable<KernelExpression> Expressions => Start is null || Count is null ? [] : [Start, Count];
}

/// <summary>Writes one value to every element of a range; a positive zero is <c>Clear()</c>.</summary>
internal sealed record FillRange(KernelRange Target, KernelExpression Value) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [.. Target.Expressions, Value];
}

/// <summary>Copies a range to one as long in another array.</summary>
internal sealed record CopyRange(KernelRange Source, KernelRange Target) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [.. Source.Expressions, .. Target.Expressions];
}

/// <summary>Throws where the condition is false.</summary>
internal sealed record CheckStatement(KernelExpression Condition, string Exception, string? Message) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Condition];
}

/// <summary>Throws an <c>ArgumentException</c> that names the array, unless it has the expected length.</summary>
internal sealed record RequireLength(KernelArray Array, KernelExpression Expected) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Expected];
}

/// <summary>Throws an <c>ArgumentException</c> that names the argument, unless the pattern has n rows and those diagonals, and there is a value for each entry.</summary>
internal sealed record RequirePattern(KernelArray Pattern, KernelArray Values, KernelExpression Order, EquatableArray<long> Distances) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Order];
}

/// <summary>Declares the part of the values that is a diagonal.</summary>
/// <param name="Length">Its length, unless that is negative: then there is nothing.</param>
internal sealed record DeclareBand(KernelArray Array, KernelArray Pattern, KernelArray Values, long Distance, KernelExpression Length) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Length];
}

/// <summary>Throws an <c>ArgumentException</c> that names the count or the stride of a batch where there can be no such batch.</summary>
internal sealed record RequireStride(Local Count, Local Stride) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [new LocalExpression(Count), new LocalExpression(Stride)];
}

/// <summary>Throws an <c>ArgumentException</c> that names the array where there are instances but fewer rows than each of them reads.</summary>
internal sealed record RequireRows(KernelArray Array, Local Count, Local Rows, long Least) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [new LocalExpression(Count), new LocalExpression(Rows)];
}

/// <summary>Throws an <c>ArgumentException</c> where the two arrays share memory.</summary>
internal sealed record RequireNoOverlap(KernelArray Output, KernelArray Input) : KernelStatement;

/// <summary>Begins one of the visible acts of the method.</summary>
internal sealed record ActHeading(string Text) : KernelStatement;

/// <summary><c>return value;</c>, always last.</summary>
internal sealed record ReturnStatement(KernelExpression Value) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Value];
}
