using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using HessianGen.Mathematics.Tests.Reference;

namespace HessianGen.Mathematics.Tests;

/// <summary>One result, whatever the width of the vector and the instruction set of the machine.</summary>
public sealed class SameBitsTests
{
    private const int Points = 1 << 13;
    private const string DigestFile = "HESSIANGEN_DIGEST_FILE";

    public static TheoryData<string> Names => AccuracyTests.Names;

    /// <summary>Switches off parts of the instruction set in a new process, which a running one cannot.</summary>
    public static TheoryData<string> InstructionSets => ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];

    [Theory, MemberData(nameof(Names))]
    public void EveryWidthOfDoubleGivesTheSameBits(string name) => EveryWidthGivesTheSameBits<double>(name);

    [Theory, MemberData(nameof(Names))]
    public void EveryWidthOfSingleGivesTheSameBits(string name) => EveryWidthGivesTheSameBits<float>(name);

    [Theory, MemberData(nameof(InstructionSets))]
    public void WithoutPartOfTheInstructionSetTheBitsAreTheSame(string variable)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new("dotnet", ["vstest", typeof(SameBitsTests).Assembly.Location, $"--Tests:{nameof(WriteDigest)}"]) { RedirectStandardOutput = true };
            start.Environment[variable] = "0";
            start.Environment[DigestFile] = file;
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string[] lines = File.ReadAllLines(file);
            Assert.True(lines.Length > 1, output);
            Assert.Equal("False", lines[0]);                              // the variable had its effect
            Assert.Equal(Digest(), lines[1..]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The other process of <see cref="WithoutPartOfTheInstructionSetTheBitsAreTheSame"/>; without its variable there is nothing to write.</summary>
    [Fact]
    public void WriteDigest()
    {
        if (Environment.GetEnvironmentVariable(DigestFile) is { } file)
            File.WriteAllLines(file, [Vector512.IsHardwareAccelerated.ToString(), .. Digest()]);
    }

    private static void EveryWidthGivesTheSameBits<T>(string name) where T : unmanaged, INumber<T>
    {
        Function function = Functions.All.Single(f => f.Name == name);
        foreach (Samples<T> samples in SamplesOf<T>(function))
        {
            T[] expected = samples.ValuesOf(name, function.Arity, typeof(T));
            foreach (Type width in Samples<T>.Widths)
            {
                T[] actual = samples.ValuesOf(name, function.Arity, width);
                for (int i = 0; i < actual.Length; i++)
                    Assert.True(Bits(actual[i]) == Bits(expected[i]), $"{name}({samples.X[i]}, {samples.Y[i]}) is {actual[i]} at {width.Name} and {expected[i]} alone");
            }
        }
    }

    /// <summary>A line a function and type, with all widths and samples in it.</summary>
    private static string[] Digest() => [.. Functions.All.SelectMany(f => new[] { Digest<double>(f), Digest<float>(f) })];

    private static string Digest<T>(Function function) where T : unmanaged, INumber<T>
    {
        ulong hash = 14695981039346656037;                                 // FNV-1a over words
        foreach (Samples<T> samples in SamplesOf<T>(function))
        {
            foreach (Type width in Samples<T>.Widths)
            {
                foreach (T value in samples.ValuesOf(function.Name, function.Arity, width)) hash = (hash ^ Bits(value)) * 1099511628211;
            }
        }
        return $"{function.Name} {typeof(T).Name} {hash:x16}";
    }

    private static IEnumerable<Samples<T>> SamplesOf<T>(Function function) where T : unmanaged, INumber<T> =>
        function.Domains.Select(d => Samples<T>.Of(d, Points / function.Domains.Length / 16 * 16)).Append(Samples<T>.Edges(function.Arity));

    // One pattern for every NaN: which one an operation gives is not specified.
    private static ulong Bits<T>(T value) where T : unmanaged, INumber<T> =>
        T.IsNaN(value) ? ulong.MaxValue : value is float single ? BitConverter.SingleToUInt32Bits(single) : BitConverter.DoubleToUInt64Bits(double.CreateTruncating(value));
}
