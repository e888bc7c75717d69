namespace HessianGen.Compiler;

/// <summary>What can be generated; the values are those of the public <c>HessianGen.Derivatives</c>.</summary>
[Flags]
internal enum Product
{
    None = 0,
    Gradient = 1,
    HessianVectorProduct = 2,
    Hessian = 4,
    HessianDiagonal = 8,
    GaussNewtonProduct = 16,
    GaussNewton = 32,
    SparseHessian = 64,
    ApproximateDiagonal = 128,
    Value = 256,
    HessianVectorProducts = 512,
    GaussNewtonDiagonal = 1024,
    Fisher = 2048,
    TermGradients = 4096,
    ThirdOrder = 8192,
    KroneckerFactors = 16384,
    Jacobian = 32768,
    JacobianVectorProduct = 65536,
    VectorJacobianProduct = 131072,
    Batch = 262144,
    Objective = 524288,
}
