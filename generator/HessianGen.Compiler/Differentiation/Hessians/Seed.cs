using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>One of the numbers that a linear form is linear in, each a linear function of the direction itself.</summary>
internal abstract class Seed;

/// <summary>One element of the direction.</summary>
/// <param name="column">Its place in the independent vector.</param>
internal sealed class VariableSeed(Atom column) : Seed
{
    /// <summary>Its place; the same number by another name where a branch was left.</summary>
    public Atom Column { get; set; } = column;

    /// <summary>What must hold for the element to be there: the branches and loops that were left since it was met.</summary>
    public List<(Atom Condition, bool IsTaken)> Guards { get; } = [];
}

/// <summary>A sum that a loop made, of a different form in every iteration: Σᵢ term(i), as in z = Σᵢ aᵢ·xᵢ.</summary>
/// <remarks>Its tangent is one number for what comes after: a bottleneck. Written out, it is the loop once more.</remarks>
internal sealed class SumSeed(int madeAt) : Seed
{
    /// <summary>The loop, with everything that the terms need.</summary>
    public For? Loop { get; set; }

    /// <summary>What one iteration adds, in values of the loop's body.</summary>
    public LinearForm Term { get; set; } = LinearForm.Zero;

    /// <summary>Counts the writes to memory up to the loop: what is written later, the loop can't be run again with.</summary>
    public int MadeAt { get; } = madeAt;
}

/// <summary>A value that a loop carries, while the loop's body is being built: what is added to it must show.</summary>
internal sealed class CarriedSeed : Seed;
