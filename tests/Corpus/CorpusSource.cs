using System.Reflection;

namespace Corpus;

/// <summary>The corpus as text.</summary>
public static class CorpusSource
{
    private const string Methods = "Methods/";
    private static readonly Assembly Home = typeof(CorpusSource).Assembly;

    /// <summary>The names of all files that hold a method, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. In(Methods).Select(resource => resource[Methods.Length..])];

    /// <summary>The C# texts that the method files may refer to.</summary>
    public static IReadOnlyList<string> Shared { get; } = [.. In("Shared/").Select(Read)];

    /// <summary>The C# text of the file that holds a method.</summary>
    public static string Of(string name) => Read(Methods + name);

    private static IEnumerable<string> In(string folder) => Home.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Read(string resource)
    {
        using Stream stream = Home.GetManifestResourceStream(resource)
            ?? throw new ArgumentException($"The corpus has no file {resource}.cs.", nameof(resource));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
