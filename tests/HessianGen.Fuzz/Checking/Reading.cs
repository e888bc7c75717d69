namespace HessianGen.Fuzz.Checking;

/// <summary>What a computation gave: numbers, or the name of the exception.</summary>
internal sealed record Reading(double[]? Numbers, string? Failure, string? Message)
{
    public static Reading Of(Func<double[]> compute)
    {
        try
        {
            return new(compute(), null, null);
        }
        catch (Exception failure)
        {
            // The interpreter knows a few exceptions and gives the name of the others in its message.
            string name = failure.Message.StartsWith("global::", StringComparison.Ordinal) ? failure.Message.Split(':')[2].Split('.')[^1] : failure.GetType().Name;
            return new(null, name, failure.ToString());
        }
    }

    public override string ToString() => Numbers is null ? Message! : Shown.Of(Numbers);
}
