namespace HessianGen.Benchmarks.Compare;

/// <summary>One who computes a row, with the result of his last time.</summary>
internal abstract class Contender(string column, Row row)
{
    public string Column { get; } = column;

    public NativeArray<double> Result { get; } = new(row.Length);

    protected Problem Problem { get; } = row.Problem;

    /// <summary>Computes so many times over; returns the last value.</summary>
    public abstract double Repeat(long times);
}
