namespace HessianGen.Optimization;

/// <summary>How the conjugate gradients ended.</summary>
internal enum SubproblemOutcome
{
    /// <summary>Inside the region, accurate enough or out of products.</summary>
    Interior,

    /// <summary>On the boundary: the step wants to be longer, or there is negative curvature.</summary>
    Boundary,

    NonFinite,

    Cancelled,
}
