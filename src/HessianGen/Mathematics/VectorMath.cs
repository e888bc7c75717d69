using System.Runtime.CompilerServices;

namespace HessianGen.Mathematics;

/// <summary>Elementary functions and those of the normal distribution, of one value or of a vector of values: the same bits at every width, within 2 ULP, inlined.</summary>
/// <remarks>
/// <para>The results do not depend on the width of the vector, on the machine, or on its instruction set: every width runs the same
/// operations in the same order, each rounded once. A tail done with the scalar overload continues a vector loop to the last bit.</para>
/// <para>The overloads for <c>float</c> evaluate a shorter polynomial in double and round once at the end, so that they
/// are almost always correctly rounded.</para>
/// <para>Without hardware FMA the results are the same, but each FMA is a call: then the functions of <see cref="Math"/> are faster.</para>
/// </remarks>
public static partial class VectorMath
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
}
