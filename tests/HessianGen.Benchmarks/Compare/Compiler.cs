using System.ComponentModel;
using System.Diagnostics;

namespace HessianGen.Benchmarks.Compare;

/// <summary>A C++ compiler of this machine.</summary>
internal sealed record Compiler(string Command, string Version)
{
    /// <summary>Whether it takes the options that only clang has.</summary>
    public bool IsClang => Command.StartsWith("clang", StringComparison.Ordinal);

    /// <summary>The first one that is there.</summary>
    public static Compiler? Find(params ReadOnlySpan<string> commands)
    {
        foreach (string command in commands)
        {
            if (Start(command, ["--version"]) is (0, string output)) return new(command, output.Split('\n')[0].Trim());
        }

        return null;
    }

    /// <summary>Runs it; returns its first error, or null.</summary>
    public string? Run(params IReadOnlyList<string> arguments) => Start(Command, arguments) switch
    {
        (0, _) => null,
        (_, string output) => output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal), output),
        null => $"{Command} is gone",
    };

    private static (int ExitCode, string Output)? Start(string command, IEnumerable<string> arguments)
    {
        try
        {
            ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
