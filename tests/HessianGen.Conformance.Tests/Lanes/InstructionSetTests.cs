using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>The results on machines with 256 bits are those with 512, bit for bit; without vectors they are near.</summary>
public sealed class InstructionSetTests : IClassFixture<LaneImages>
{
    private const string Folder = "HESSIANGEN_LANES_FOLDER", Results = "results.txt";

    /// <summary>Switches off parts of the instruction set in a new process, which a running one cannot; and which vectors are left.</summary>
    public static TheoryData<string, bool> InstructionSets => new()
    {
        // the variable                 vectors of 256 bits stay
        { "DOTNET_EnableAVX512",        true },
        { "DOTNET_EnableAVX2",          false },
        { "DOTNET_EnableHWIntrinsic",   false },
    };

    private readonly LaneImages images;

    private static readonly Lazy<Dictionary<string, double[]>> Here = new(() => LaneResults.Here().ToDictionary(result => result.Call, result => result.Outputs));

    public InstructionSetTests(LaneImages images) => this.images = images;

    [Theory, MemberData(nameof(InstructionSets))]
    public void WithoutPartOfTheInstructionSet_TheResultsAreTheSame(string variable, bool keepsVectors)
    {
        string folder = Path.Combine(images.Folder, variable);
        Directory.CreateDirectory(folder);
        ProcessStartInfo start = new("dotnet", ["vstest", typeof(InstructionSetTests).Assembly.Location, $"--Tests:{nameof(InstructionSetTests)}.{nameof(WriteResults)}"]) { RedirectStandardOutput = true };
        start.Environment[variable] = "0";
        start.Environment[Folder] = folder;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(File.Exists(Path.Combine(folder, Results)), output);
        string[] lines = File.ReadAllLines(Path.Combine(folder, Results));

        bool isX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        Assert.Equal("False", lines[0]);                                   // the variable had its effect
        if (isX64) Assert.Equal((keepsVectors && Runtime.Lanes.Has256).ToString(), lines[1]);
        bool isSame = lines[1] == Runtime.Lanes.Has256.ToString();
        Assert.All(lines[2..], line =>
        {
            string[] parts = line.Split('\t');
            double[] there = MemoryMarshal.Cast<byte, double>(Convert.FromBase64String(parts[1])).ToArray(), here = Here.Value[parts[0]];
            if (isSame) Assert.Equal(here.Select(BitConverter.DoubleToInt64Bits), there.Select(BitConverter.DoubleToInt64Bits));
            else Close.To(there, here, LaneTable.Of(parts[0].Split(' ')[0]).Tolerance, parts[0]);
        });
        Assert.Equal(Here.Value.Count, lines.Length - 2);
    }

    /// <summary>The other process of <see cref="WithoutPartOfTheInstructionSet_TheResultsAreTheSame"/>; without its variable there is nothing to write.</summary>
    [Fact]
    public void WriteResults()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { } folder) return;
        IEnumerable<string> lines = LaneResults.FromImages(Path.GetDirectoryName(folder)!)
            .Select(result => $"{result.Call}\t{Convert.ToBase64String(MemoryMarshal.AsBytes<double>(result.Outputs))}");
        File.WriteAllLines(Path.Combine(folder, Results), [Runtime.Lanes.Has512.ToString(), Runtime.Lanes.Has256.ToString(), .. lines]);
    }
}
