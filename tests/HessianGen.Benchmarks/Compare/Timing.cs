namespace HessianGen.Benchmarks.Compare;

/// <summary>What the samples of a contender tell, in nanoseconds.</summary>
internal readonly record struct Timing(double Median, double Fastest)
{
    /// <summary>1 on a quiet machine.</summary>
    public double Disturbance => Median / Fastest;
}
