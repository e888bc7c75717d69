namespace HessianGen;

/// <summary>Asks the generator for derivatives of a static method of a partial type.</summary>
/// <remarks>
/// The independent vector is the concatenation, in declaration order, of the parameters marked
/// <see cref="VariableAttribute">[Variable]</see>, or of all floating-point parameters when none is marked: a scalar
/// takes one slot, a span its <c>Length</c>. The generated members have the accessibility of the method.
/// </remarks>
/// <param name="derivatives">The members to generate.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute(Derivatives derivatives = Derivatives.Default) : Attribute
{
    /// <summary>The members to generate.</summary>
    public Derivatives Derivatives { get; } = derivatives;

    /// <summary>How far generated code may depart from the order of operations in the source.</summary>
    public FloatingPointMode FloatingPoint { get; init; } = FloatingPointMode.Default;

    /// <summary>How the dense Hessian is made.</summary>
    public HessianStrategy HessianStrategy { get; init; }

    /// <summary>
    /// How deep a method may call itself, directly or through others. So many calls are inlined in each other; one more
    /// throws <see cref="InvalidOperationException"/>. With 0, recursion is accepted where constants end it after at most
    /// 32 calls, and is an error elsewhere.
    /// </summary>
    public int RecursionDepth { get; init; }
}
