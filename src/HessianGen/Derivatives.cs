namespace HessianGen;

/// <summary>The derivatives that the generator makes of a <see cref="DifferentiableAttribute">[Differentiable]</see> method.</summary>
/// <remarks>
/// Each flag names the member that it adds to the method's class, here for a method <c>Loss</c> of n independent
/// variables; <c>...</c> stands for the parameters of <c>Loss</c>. Outputs are overwritten, never accumulated into.
/// A span of the wrong length throws <see cref="ArgumentException"/> before anything is written.
/// The values are fixed: they are part of the binary interface.
/// </remarks>
[Flags]
public enum Derivatives
{
    /// <summary>No derivative.</summary>
    None = 0,

    /// <summary><c>double LossGradient(..., Span&lt;double&gt; gradient)</c>: writes the gradient (length n) and returns the value.</summary>
    Gradient = 1,

    /// <summary><c>void LossHessianVectorProduct(..., ReadOnlySpan&lt;double&gt; direction, Span&lt;double&gt; product)</c>: product = ∇²L·direction (both of length n), without forming the Hessian.</summary>
    HessianVectorProduct = 2,

    /// <summary><c>double LossHessian(..., Span&lt;double&gt; gradient, Span&lt;double&gt; hessian)</c>: the row-major n×n Hessian, both triangles, and the gradient; returns the value.</summary>
    Hessian = 4,

    /// <summary><c>void LossHessianDiagonal(..., Span&lt;double&gt; diagonal)</c>: the exact diagonal ∂²L/∂wₖ² (length n).</summary>
    HessianDiagonal = 8,

    /// <summary><c>void LossGaussNewtonProduct(..., ReadOnlySpan&lt;double&gt; direction, Span&lt;double&gt; product)</c>: the product with the generalised Gauss-Newton matrix of the split at the <see cref="NetworkAttribute">[Network]</see> call.</summary>
    GaussNewtonProduct = 16,

    /// <summary><c>void LossGaussNewton(..., Span&lt;double&gt; matrix)</c>: the row-major n×n generalised Gauss-Newton matrix.</summary>
    GaussNewton = 32,

    /// <summary><c>SparsityPattern LossHessianPattern(...)</c> and <c>double LossSparseHessian(..., SparsityPattern pattern, Span&lt;double&gt; gradient, Span&lt;double&gt; values)</c>: the Hessian of a sum over neighbours by its few diagonals, in O(n).</summary>
    SparseHessian = 64,

    /// <summary><c>void LossApproximateDiagonal(..., Span&lt;double&gt; diagonal)</c>: the diagonal that Optimal Brain Damage back-propagates (LeCun, Denker and Solla 1990), at the cost of one gradient.</summary>
    ApproximateDiagonal = 128,

    /// <summary><c>double LossValue(...)</c>: the value itself, compiled like its derivatives.</summary>
    Value = 256,

    /// <summary><c>void LossHessianVectorProducts(..., int count, ReadOnlySpan&lt;double&gt; directions, Span&lt;double&gt; products)</c>: row-major count×n; four at a time share one evaluation of the gradient.</summary>
    HessianVectorProducts = 512,

    /// <summary><c>void LossGaussNewtonDiagonal(..., Span&lt;double&gt; diagonal)</c>: the diagonal of the generalised Gauss-Newton matrix.</summary>
    GaussNewtonDiagonal = 1024,

    /// <summary><c>void LossFisherProduct(..., direction, product)</c>, <c>void LossEmpiricalFisherProduct(..., direction, product)</c> and <c>void LossEmpiricalFisher(..., Span&lt;double&gt; matrix)</c>.</summary>
    Fisher = 2048,

    /// <summary><c>void LossTermGradients(..., Span&lt;double&gt; values, Span&lt;double&gt; gradients)</c>: one value and one row of length n for each term of the outer sum.</summary>
    TermGradients = 4096,

    /// <summary><c>void LossHessianDerivativeProduct(..., ReadOnlySpan&lt;double&gt; first, ReadOnlySpan&lt;double&gt; second, Span&lt;double&gt; product)</c>: product = D(∇²L)[first]·second.</summary>
    ThirdOrder = 8192,

    /// <summary><c>KroneckerLayout LossKroneckerLayout(...)</c> and <c>void LossKroneckerFactors(..., Span&lt;double&gt; inputs, Span&lt;double&gt; outputs)</c>.</summary>
    KroneckerFactors = 16384,

    /// <summary><c>void ForwardJacobian(..., Span&lt;double&gt; z, Span&lt;double&gt; jacobian)</c>, for a method that writes one output span <c>z</c>.</summary>
    Jacobian = 32768,

    /// <summary><c>void ForwardJvp(..., ReadOnlySpan&lt;double&gt; direction, Span&lt;double&gt; z, Span&lt;double&gt; product)</c>, for a method that writes one output span <c>z</c>.</summary>
    JacobianVectorProduct = 65536,

    /// <summary><c>void ForwardVjp(..., ReadOnlySpan&lt;double&gt; weights, Span&lt;double&gt; z, Span&lt;double&gt; product)</c>, for a method that writes one output span <c>z</c>.</summary>
    VectorJacobianProduct = 131072,

    /// <summary>For every other product requested a member <c>...Batch</c> that evaluates many instances, stored as a structure of arrays.</summary>
    Batch = 262144,

    /// <summary>The nested type <c>LossObjective</c>, which binds the data and implements <see cref="IObjective"/> and what else the requested products allow.</summary>
    Objective = 524288,

    /// <summary>What <see cref="DifferentiableAttribute">[Differentiable]</see> asks for when it names nothing.</summary>
    Default = Gradient | Hessian | HessianVectorProduct | Objective,

    /// <summary>Every derivative that applies to the method: Gauss-Newton and its relatives only with a <see cref="NetworkAttribute">[Network]</see>, Jacobians only with an output span.</summary>
    All = Gradient | HessianVectorProduct | Hessian | HessianDiagonal | GaussNewtonProduct | GaussNewton | SparseHessian
        | ApproximateDiagonal | Value | HessianVectorProducts | GaussNewtonDiagonal | Fisher | TermGradients | ThirdOrder
        | KroneckerFactors | Jacobian | JacobianVectorProduct | VectorJacobianProduct | Batch | Objective,
}
