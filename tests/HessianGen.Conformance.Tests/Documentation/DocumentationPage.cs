using System.Reflection;

namespace HessianGen.Conformance.Tests.Documentation;

/// <summary>The pages of the folder docs.</summary>
internal static class DocumentationPage
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(
        typeof(DocumentationPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "docs", name));

    /// <summary>The first example of a page.</summary>
    public static string Example(string name) => Read(name).Split("```csharp\n")[1].Split("```")[0];
}
