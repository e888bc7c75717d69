using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Benchmarks.Mathematics;

/// <summary>Accuracy and speed of every function of the table, as Markdown.</summary>
internal static class MathTable
{
    private const int Points = 1_000_000;

    public static readonly MarkdownSection Section = new("math");

    /// <summary>The table; progress goes to <paramref name="log"/>.</summary>
    public static string Make(TextWriter log)
    {
        NativeLibm? libmvec = NativeLibm.TryCompile(log);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"\nAccuracy: {Points:N0} points a domain and type, all domains of a function together; the widths agree in every bit.\n");
        text.Append(CultureInfo.InvariantCulture, $"Speed: ns an element in a loop over 2,048 elements of the first domain, the median of 151 turns taken in rotation;\n");
        text.Append(CultureInfo.InvariantCulture, $"AVX-512 {(Vector512.IsHardwareAccelerated ? "present" : "absent")}. `gain` is `Math` over `512`. `Math` is `MathF` for float, and `double.LogP1` and the like where `Math` lacks the function.\n");
        foreach (string type in (string[])["double", "float"])
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{type}**\n\n| function | max ULP | mean ULP | {string.Join(" | ", Contenders.Columns)} | gain | max ULP of Math | of Vector512 | of TensorPrimitives |\n");
            text.Append("|---|" + string.Concat(Enumerable.Repeat("---:|", 6 + Contenders.Columns.Count)) + "\n");
            foreach (Function function in Functions.All)
            {
                log.WriteLine($"{type} {function.Name}");
                text.Append(type == "double" ? Row<double>(function, libmvec) : Row<float>(function, libmvec));
            }
        }
        return text.Append('\n').ToString();
    }

    private static string Row<T>(Function function, NativeLibm? libmvec) where T : unmanaged, INumber<T>
    {
        Loop<T>?[] loops = [.. Contenders.Columns.Select(c => Contenders.Find<T>(c, function, libmvec))];
        double[] times = Stopwatches.Time(function.Domains[0], loops);

        double sum = 0;
        double[] max = new double[Contenders.Columns.Count];
        foreach ((Domain X, Domain Y) domain in function.Domains)
        {
            Samples<T> samples = Samples<T>.Of(domain, Points);
            sum += Measure(function, samples, loops, max);
        }

        string[] cells =
        [
            function.Name, Number(max[0]), Number(sum / function.Domains.Length), .. times.Select(Number), Number(times[3] / times[0], "F1"),
            .. max[3..6].Select((m, i) => loops[3 + i] is null ? "" : Number(m)),
        ];
        return "| " + string.Join(" | ", cells) + " |\n";
    }

    /// <summary>Raises the maxima of our 512 bits, Math, Vector512 and TensorPrimitives; returns the mean of ours.</summary>
    private static double Measure<T>(Function function, Samples<T> samples, Loop<T>?[] loops, double[] max) where T : unmanaged, INumber<T>
    {
        T[][] results = [.. loops.Select(_ => new T[samples.X.Length])];
        for (int i = 0; i < loops.Length; i++) loops[i]?.Invoke(samples.X, samples.Y, results[i]);
        if (!results[0].AsSpan().SequenceEqual(results[1]) || !results[0].AsSpan().SequenceEqual(results[2])) throw new InvalidOperationException($"{function.Name}: the widths differ.");

        double sum = 0;
        Lock gate = new();
        Parallel.For(0, samples.X.Length / 1000, block =>
        {
            double part = 0;
            double[] parts = new double[max.Length];
            for (int k = 1000 * block; k < 1000 * (block + 1); k++)
            {
                DoubleDouble truth = function.Truth(double.CreateTruncating(samples.X[k]), double.CreateTruncating(samples.Y[k]));
                foreach (int i in (int[])[0, 3, 4, 5])
                {
                    if (loops[i] is null) continue;
                    double error = results[i][k] is float single ? Ulp.Error(single, truth) : Ulp.Error(double.CreateTruncating(results[i][k]), truth);
                    parts[i] = Math.Max(parts[i], error);
                    if (i == 0) part += error;
                }
            }
            lock (gate)
            {
                sum += part;
                for (int i = 0; i < parts.Length; i++) max[i] = Math.Max(max[i], parts[i]);
            }
        });
        return sum / samples.X.Length;
    }

    private static string Number(double value) => Number(value, "F2");

    private static string Number(double value, string format) =>
        double.IsNaN(value) ? "" : value.ToString(value < 1000 ? format : "0.0e0", CultureInfo.InvariantCulture);
}
