using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>What <c>for</c> and <c>while</c> have in common: values carried from one iteration to the next.</summary>
internal sealed record LoopParts(EquatableArray<Value> Outputs, EquatableArray<Carried> Carries, Block Body)
{
    /// <summary>The parts of a loop; null for another statement.</summary>
    public static LoopParts? Of(Statement statement) => statement switch
    {
        For loop => new(loop.Outputs, loop.Carries, loop.Body),
        While loop => new(loop.Outputs, loop.Carries, loop.Body),
        _ => null,
    };
}
