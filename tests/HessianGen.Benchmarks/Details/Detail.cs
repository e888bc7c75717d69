using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HessianGen.Benchmarks.Compare;

namespace HessianGen.Benchmarks.Details;

/// <summary>The generated methods of the comparison's rows under BenchmarkDotNet: confidence intervals, and bytes allocated.</summary>
[MemoryDiagnoser]
public class Detail
{
    private static string s_filter = "";
    private ManagedContender contender = null!;

    /// <summary>The rows whose names contain the filter.</summary>
    public static IEnumerable<string> Names => Rows.All.Select(row => row.Name).Where(name => name.Contains(s_filter, StringComparison.OrdinalIgnoreCase));

    /// <summary>A line of the comparison.</summary>
    [ParamsSource(nameof(Names))]
    public string Row { get; set; } = "";

    /// <summary>Runs the rows in this process, which has them compiled; returns the exit code: 1 where no row fits.</summary>
    public static int Run(string filter, TextWriter log)
    {
        s_filter = filter;
        if (Names.Any())
        {
            BenchmarkRunner.Run<Detail>(DefaultConfig.Instance.AddJob(Job.Default.WithMaxIterationCount(20).WithToolchain(InProcessEmitToolchain.Instance)));
            return 0;
        }

        log.WriteLine($"no row contains '{filter}'");
        return 1;
    }

    /// <summary>Finds the row.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Row row = Rows.All.Single(r => r.Name == Row);
        contender = new("generated", row, row.Ours);
    }

    /// <summary>One call of the generated method.</summary>
    [Benchmark]
    public double Generated() => contender.Repeat(1);
}
