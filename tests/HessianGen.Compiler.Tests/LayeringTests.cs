using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HessianGen.Compiler.Tests;

/// <summary>The dependency law, held against the text of the source files and projects.</summary>
public sealed partial class LayeringTests
{
    private static readonly string Root = typeof(LayeringTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string[] Stages = ["Ir", "Differentiation", "Optimization", "Lowering", "Emission"];

    // @formatter:off
    /// <summary>Which stages the files of each folder of the compiler may name, besides their own.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ir"]              = [],
        ["Differentiation"] = ["Ir"],
        ["Optimization"]    = ["Ir"],
        ["Lowering"]        = ["Ir"],
        ["Emission"]        = ["Ir", "Lowering"],
    };
    // @formatter:on

    /// <summary>What stands in the compiler's own folder: the pipeline names every stage, the declarations at most two.</summary>
    private static readonly Dictionary<string, string[]> AllowedAtTheTop = new()
    {
        ["CompilerPipeline.cs"] = Stages,
        ["MethodSource.cs"] = ["Ir", "Emission"],
        ["SumSource.cs"] = ["Ir", "Emission"],
    };

    public static TheoryData<string> StageNames => [.. Stages];

    [Theory, MemberData(nameof(StageNames))]
    public void AStage_NamesOnlyTheStagesBelowIt(string stage)
    {
        string[] files = Sources($"generator/HessianGen.Compiler/{stage}");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(StagesNamedIn(File.ReadAllText(file)).Except([.. Allowed[stage], stage])));
    }

    [Fact]
    public void OnlyThePipeline_NamesEveryStage()
    {
        string[] files = Directory.GetFiles(Path.Combine(Root, "generator/HessianGen.Compiler"), "*.cs");
        Assert.All(files, file => Assert.Empty(StagesNamedIn(File.ReadAllText(file)).Except(AllowedAtTheTop.GetValueOrDefault(Path.GetFileName(file), []))));
        Assert.Empty(Stages.Except(StagesNamedIn(File.ReadAllText(Path.Combine(Root, "generator/HessianGen.Compiler/CompilerPipeline.cs")))));
    }

    [Fact]
    public void TheFrontEnd_KnowsTheIr_AndOfEmissionOnlyTheDeclarationThatItFillsIn() =>
        Assert.All(Sources("generator/HessianGen.Generator/Frontend"), file => Assert.Empty(StagesNamedIn(File.ReadAllText(file)).Except(["Ir", "Emission"])));

    [Fact]
    public void TheRuntime_KnowsNothingOfTheGenerator()
    {
        Assert.All(Sources("src"), file => Assert.DoesNotMatch(@"HessianGen\.(Compiler|Generator)", File.ReadAllText(file)));
        Assert.All(Projects("src"), project => Assert.DoesNotContain(References(project), reference => reference.Contains("generator/", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheCompiler_HasNoReferenceToRoslyn()
    {
        string[] references = [.. References(Path.Combine(Root, "generator/HessianGen.Compiler/HessianGen.Compiler.csproj"))];
        Assert.DoesNotContain(references, reference => reference.Contains("CodeAnalysis", StringComparison.Ordinal));
        Assert.All(Sources("generator/HessianGen.Compiler"), file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void AForbiddenName_IsSeen()
    {
        Assert.Equal(["Lowering"], StagesNamedIn("using HessianGen.Compiler.Lowering;"));
        Assert.Equal(["Emission"], StagesNamedIn("var x = HessianGen.Compiler.Emission.Emitter.Run(f);"));
        Assert.Equal(["Optimization"], StagesNamedIn("namespace HessianGen.Compiler.Emission;\nclass C { Optimization.Licence l; }").Except(["Emission"]));
    }

    /// <summary>Qualified by namespace, or by the stage alone, which C# resolves from inside the compiler.</summary>
    private static HashSet<string> StagesNamedIn(string source) => [.. StageName().Matches(Comment().Replace(source, "")).Select(m => m.Groups[1].Value)];

    private static string[] Sources(string folder) =>
        Directory.Exists(Path.Combine(Root, folder)) ? [.. Files(folder, "*.cs")] : [];

    private static string[] Projects(string folder) => [.. Files(folder, "*.csproj")];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants().Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference").Select(e => e.Attribute("Include")?.Value ?? "");

    [GeneratedRegex(@"(?:HessianGen\.Compiler\.|(?<![\w.]))(Ir|Differentiation|Optimization|Lowering|Emission)(?=\.[A-Z]|;)")]
    private static partial Regex StageName();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
