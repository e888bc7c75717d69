namespace HessianGen;

/// <summary>Marks the method whose outputs are the z of the split f(w) = Σ ξ(z(w)), at which the Gauss-Newton matrix Jᵀ·∇²ξ·J linearises.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class NetworkAttribute : Attribute;
