namespace HessianGen.Benchmarks;

/// <summary>The part of a Markdown file that a command writes, between two comments.</summary>
internal sealed record MarkdownSection(string Name)
{
    private string Begin => $"<!-- begin {Name}: made by `dotnet run -c Release --project tests/HessianGen.Benchmarks -- {Name} docs/numerics.md` -->\n";

    private string End => $"<!-- end {Name} -->\n";

    /// <summary>Puts the text between the marks, which must be there.</summary>
    /// <exception cref="InvalidDataException">The file lacks a mark.</exception>
    public void Replace(string file, string text)
    {
        string all = File.ReadAllText(file);
        int begin = all.IndexOf(Begin, StringComparison.Ordinal), end = all.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new InvalidDataException($"'{file}' has no section '{Name}'.");
        File.WriteAllText(file, all[..(begin + Begin.Length)] + text + all[end..]);
    }
}
