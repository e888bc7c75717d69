namespace HessianGen.Benchmarks.Compare;

/// <summary>A method in C#.</summary>
internal sealed class ManagedContender(string column, Row row, Computation computation) : Contender(column, row)
{
    public override double Repeat(long times)
    {
        double value = 0;
        for (long i = 0; i < times; i++) value = computation(Problem, Result.Span);
        return value;
    }
}
