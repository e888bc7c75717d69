using System.Reflection;
using System.Runtime.CompilerServices;

namespace HessianGen.Testing.Snapshots;

/// <summary>Compares text with a file that somebody read and approved, under Verify's file convention.</summary>
/// <remarks>
/// <c>Snapshots/{Class}.{Method}#{hint}.verified.cs</c> is what is expected; on a difference the actual text is written beside it
/// as <c>.received.cs</c>, or with <c>HESSIANGEN_ACCEPT_SNAPSHOTS=1</c> becomes the expectation. The project of the test names the folder:
/// <code>&lt;AssemblyMetadata Include="Snapshots" Value="$(MSBuildProjectDirectory)/Snapshots" /&gt;</code>
/// and, for snapshots of C#, keeps them from being compiled: <c>&lt;Compile Remove="Snapshots/**" /&gt;</c>.
/// </remarks>
public static class Snapshot
{
    private const string Accept = "HESSIANGEN_ACCEPT_SNAPSHOTS";

    /// <summary>Compares one text.</summary>
    /// <param name="test">The test object, whose class names the file.</param>
    /// <param name="actual">The text.</param>
    /// <param name="hint">What the text is, where a test has several.</param>
    /// <param name="extension">The kind of text.</param>
    /// <param name="method">The test method, which names the file too.</param>
    public static void Match(object test, string actual, string? hint = null, string extension = "txt", [CallerMemberName] string method = "") =>
        Match(test, [(hint, actual)], extension, method);

    /// <summary>Compares all texts of one test: a snapshot of it that is not among them is an orphan, and fails too.</summary>
    public static void Match(object test, IEnumerable<(string? Hint, string Actual)> texts, string extension = "txt", [CallerMemberName] string method = "")
    {
        string folder = FolderOf(test.GetType().Assembly);
        string prefix = $"{test.GetType().Name}.{method}";
        HashSet<string> orphans = [.. Verified(folder).Where(file => file.StartsWith(prefix + "#", StringComparison.Ordinal) || file.StartsWith(prefix + ".", StringComparison.Ordinal))];
        List<string> complaints = [];
        foreach ((string? hint, string actual) in texts)
        {
            string name = hint is null ? prefix : $"{prefix}#{hint}";
            orphans.Remove($"{name}.verified.{extension}");
            if (!Matches(Path.Combine(folder, name), extension, actual.ReplaceLineEndings("\n")))
            {
                complaints.Add($"{name}.received.{extension} differs from what was approved.");
            }
        }

        complaints.AddRange(orphans.Select(file => $"{file} is an orphan: the test no longer writes it."));
        if (complaints.Count > 0)
        {
            throw new HarnessException(string.Join("\n", complaints) + $"\nTo approve, run the test with {Accept}=1; delete orphans.");
        }
    }

    /// <summary>The snapshots of a test assembly that no test method can write any more.</summary>
    public static IEnumerable<string> Orphans(Assembly tests)
    {
        HashSet<string> known = [.. from type in tests.GetTypes() from method in type.GetMethods() select $"{type.Name}.{method.Name}"];
        return Verified(FolderOf(tests)).Where(file => !known.Contains(string.Join('.', file.Split('.', '#')[..2])));
    }

    private static bool Matches(string path, string extension, string actual)
    {
        string verified = $"{path}.verified.{extension}", received = $"{path}.received.{extension}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(received);
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == actual)
        {
            return true;
        }

        bool accept = Environment.GetEnvironmentVariable(Accept) == "1";
        File.WriteAllText(accept ? verified : received, actual);
        return accept;
    }

    private static IEnumerable<string> Verified(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.verified.*").Select(file => Path.GetFileName(file))
        : [];

    private static string FolderOf(Assembly tests) =>
        tests.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(data => data.Key == "Snapshots")?.Value
        ?? throw new HarnessException($"{tests.GetName().Name} does not say where its snapshots are: see {nameof(Snapshot)}.");
}
