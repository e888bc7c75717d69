using System.Globalization;
using System.Runtime.Intrinsics.X86;

namespace HessianGen.Benchmarks.Compare;

/// <summary>The command that times the generated methods against C++ written by hand.</summary>
internal static class Comparison
{
    private const int NameWidth = 22, Width = 11;

    /// <summary>Prints the rows whose names contain the filter; returns the exit code: 1 where somebody computes something else, or no row fits.</summary>
    public static int Run(string filter, TextWriter output, TextWriter log)
    {
        Row[] rows = [.. Rows.All.Where(r => r.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (rows.Length == 0)
        {
            log.WriteLine($"no row contains '{filter}'; there are: {string.Join(", ", Rows.All.Select(r => r.Name))}");
            return 1;
        }

        IReadOnlyList<NativeVariant> variants = NativeVariants.Compile(log);
        NativeVariant? best = variants.FirstOrDefault(v => v.Name == "h");
        output.WriteLine($"h: {best?.Compiler.Version ?? "none"}; CPU: {Features()}");
        string[] columns = ["ours", "scalar C#", .. variants.Select(v => v.Name)];
        output.WriteLine(Line("", [.. columns, .. best is null ? (string[])[] : ["ratio R"]]));
        double disturbance = 1;
        foreach (Row row in rows)
        {
            List<Contender> contenders = [new ManagedContender("ours", row, row.Ours)];
            if (row.Scalar is { } scalar) contenders.Add(new ManagedContender("scalar C#", row, scalar));
            contenders.AddRange(variants.Select(v => new NativeContender(v, row)));
            if (Agreement.Check(row, contenders) is { } difference)
            {
                log.WriteLine(difference);
                return 1;
            }

            Timing[] timings = Interleaved.Measure(contenders);
            disturbance = Math.Max(disturbance, timings.Max(t => t.Disturbance));
            Dictionary<string, double> times = contenders.Zip(timings).ToDictionary(p => p.First.Column, p => p.Second.Median);
            List<string> cells = [.. columns.Select(c => times.TryGetValue(c, out double time) ? Format(time) : "-")];
            if (best is not null) cells.Add((times["ours"] / times[best.Name]).ToString("F2", CultureInfo.InvariantCulture));
            output.WriteLine(Line(row.Name, cells));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"disturbance: up to {disturbance:F2} (a median over the fastest sample of the same; 1 on a quiet machine)"));
        return 0;
    }

    private static string Line(string name, IEnumerable<string> cells) => name.PadRight(NameWidth) + string.Concat(cells.Select(c => c.PadLeft(Width)));

    private static string Format(double nanoseconds) => nanoseconds < 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:F0} ns")
        : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1000:F1} us");

    private static string Features()
    {
        (string Name, bool Present)[] features = [("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported), ("AVX-512F", Avx512F.IsSupported), ("AVX-512DQ", Avx512DQ.IsSupported)];
        return string.Join(' ', features.Where(f => f.Present).Select(f => f.Name).DefaultIfEmpty("none of AVX2 and AVX-512"));
    }
}
