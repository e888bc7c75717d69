using System.Globalization;
using System.IO.Compression;

namespace DigitsPruning;

/// <summary>Labelled digits: pixels in [0, 1], 64 for each, and the digit 0 to 9 that they show.</summary>
public sealed record Digits(double[] Pixels, int[] Labels)
{
    private const int Classes = 10;

    /// <summary>The number of digits.</summary>
    public int Count => Labels.Length;

    /// <summary>Reads lines of 64 pixels 0 to 16 and a label, gzipped and separated by commas.</summary>
    public static Digits Load(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<double> pixels = [];
        List<int> labels = [];
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            foreach (string field in fields.AsSpan(0, fields.Length - 1)) pixels.Add(double.Parse(field, CultureInfo.InvariantCulture) / 16);
            labels.Add(int.Parse(fields[^1], CultureInfo.InvariantCulture));
        }
        return new Digits([.. pixels], [.. labels]);
    }

    /// <summary>Shuffles the digits and parts them, each class in the same proportion; the same seed gives the same parts.</summary>
    public (Digits First, Digits Second) Split(double fraction, int seed)
    {
        Random random = new(seed);
        List<int> first = [], second = [];
        for (int digit = 0; digit < Classes; digit++)
        {
            int[] members = [.. Enumerable.Range(0, Count).Where(n => Labels[n] == digit)];
            random.Shuffle(members);
            int cut = (int)Math.Round(fraction * members.Length);
            first.AddRange(members.AsSpan(0, cut));
            second.AddRange(members.AsSpan(cut));
        }
        return (Take([.. first.Order()]), Take([.. second.Order()]));
    }

    private Digits Take(int[] members)
    {
        int size = Pixels.Length / Count;
        return new Digits([.. members.SelectMany(n => Pixels[(n * size)..((n + 1) * size)])], [.. members.Select(n => Labels[n])]);
    }
}
