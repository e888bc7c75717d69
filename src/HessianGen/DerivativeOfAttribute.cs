namespace HessianGen;

/// <summary>Marks a static method that computes the partial derivatives of another method, which then is called and never differentiated itself.</summary>
/// <remarks>
/// <code>
/// [DerivativeOf(typeof(Bessel), nameof(Bessel.J0))]
/// static void J0Partials(double x, double result, out double dx) => dx = -Bessel.J1(x);
/// </code>
/// The parameters are those of the method, then its result, then one <c>out</c> parameter for each floating-point
/// parameter, in order; numbers only. The body is plain differentiable C#: second derivatives come from differentiating
/// it. Rules apply to calls in the compilation that declares them, also to methods of other assemblies.
/// </remarks>
/// <param name="type">The type that declares the method.</param>
/// <param name="method">The name of the method; of its overloads the one with the same parameters is meant.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DerivativeOfAttribute(Type type, string method) : Attribute
{
    /// <summary>The type that declares the method.</summary>
    public Type Type { get; } = type;

    /// <summary>The name of the method.</summary>
    public string Method { get; } = method;
}
