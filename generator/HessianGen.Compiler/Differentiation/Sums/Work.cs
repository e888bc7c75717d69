using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A rough measure of what a statement takes: tells the loop over the samples from the loop over the weights.</summary>
internal static class Work
{
    /// <summary>How often a loop runs that does not say so beforehand.</summary>
    private const double UnknownTrips = 16;

    private const double Transcendental = 16;

    public static double Of(Statement statement) => statement switch
    {
        For loop => (TripCount.Of(loop) ?? UnknownTrips) * Of(loop.Body),
        While loop => UnknownTrips * (Of(loop.Test) + Of(loop.Body)),
        If choice => Of(choice.Then) + Of(choice.Else),
        Let { Primitive.Cost: Cost.Free } => 0,
        Let { Primitive.Cost: Cost.Transcendental } => Transcendental,
        _ => 1,
    };

    private static double Of(Block block) => block.Statements.Sum(Of);
}
