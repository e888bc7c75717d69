namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>Where a function is sampled: an interval of each argument, evenly or evenly in the logarithm, there with both signs if it is symmetric.</summary>
public sealed record Domain(double From, double To, Spacing Spacing = Spacing.Even, bool BothSigns = false)
{
    public static Domain Even(double from, double to) => new(from, to);

    public static Domain Logarithmic(double from, double to) => new(from, to, Spacing.Logarithmic);

    public static Domain BothSignsOf(double from, double to) => new(from, to, Spacing.Logarithmic, BothSigns: true);

    public double Sample(Random random)
    {
        double t = random.NextDouble();
        if (Spacing == Spacing.Even) return From + t * (To - From);
        double size = Math.Exp(Math.Log(From) + t * (Math.Log(To) - Math.Log(From)));
        return BothSigns && random.Next(2) == 0 ? -size : size;
    }

    public override string ToString() => $"{(BothSigns ? "±" : "")}[{From:R}, {To:R}]";
}
