using System.Reflection;
using HessianGen.Generator.Diagnostics;
using HessianGen.Generator.Tests.Refusals;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Tests.Diagnostics;

/// <summary>The table of diagnostics against what must follow from each row.</summary>
public sealed class DescriptorTests
{
    private static readonly string Root =
        typeof(DescriptorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>What no row of the table of refusals can provoke: they need a fault of the generator, or thousands of lines.</summary>
    private static readonly string[] WithoutRefusal = ["HG0001", "HG1017", "HG2008", "HG3001", "HG3002", "HG3003", "HG9001"];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    [Fact]
    public void EveryFieldIsARowAndEveryRowHasItsOwnId()
    {
        IEnumerable<object?> fields = typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>();
        Assert.Equal(fields, Descriptors.All);
        Assert.Equal(Descriptors.All.Count, Descriptors.All.Select(d => d.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRowIsDocumented(string id)
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics.md"));
        Assert.Contains($"\n## {id}\n", page);
        Assert.EndsWith("docs/diagnostics.md#" + id.ToLowerInvariant(), Descriptors.Of(id).HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRowIsReleased(string id) =>
        Assert.Contains($"\n{id} |", File.ReadAllText(Path.Combine(Root, "generator", "HessianGen.Generator", "AnalyzerReleases.Unshipped.md")));

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryErrorIsProvokedByARowOfTheTableOfRefusals(string id) =>
        Assert.True(WithoutRefusal.Contains(id) || RefusalTable.Rows.Any(row => row.Id == id), $"Add a row for {id} to {nameof(RefusalTable)}.");
}
