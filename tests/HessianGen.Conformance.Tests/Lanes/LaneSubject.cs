using System.Collections.Concurrent;
using HessianGen.Generator;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>What the generator makes of a row, and the row's oracle: each made once.</summary>
internal sealed class LaneSubject
{
    private static readonly ConcurrentDictionary<string, Lazy<LaneSubject>> Known = new();

    private readonly Lazy<byte[]> image;
    private readonly Lazy<LaneMembers> members;
    private readonly Lazy<HyperDualOracle> oracle;

    private LaneSubject(LaneRow row)
    {
        Row = row;
        Outcome = Generated(row.Source);
        image = new(() =>
        {
            Outcome.RequireAccepted();
            return LaneMembers.Image(row, Outcome.Compilation);
        });
        members = new(() => new(row, MethodOf(row), Image));
        oracle = new(() => HyperDualOracle.Of(row.Source));
    }

    public LaneRow Row { get; }

    public GeneratorOutcome Outcome { get; }

    /// <summary>The assembly with the members.</summary>
    public byte[] Image => image.Value;

    public LaneMembers Members => members.Value;

    public HyperDualOracle Oracle => oracle.Value;

    /// <summary>Random arguments at every size.</summary>
    public IEnumerable<ArgumentList> Points => Row.Sizes.Select(size => new ArgumentList(Members.Method, Row.Sample(seed: 1, size)));

    public static LaneSubject Of(LaneRow row) => Known.GetOrAdd(row.Name, _ => new(() => new(row))).Value;

    /// <summary>The method as its source declares it.</summary>
    public static SubjectMethod MethodOf(LaneRow row) => SubjectMethod.In(InMemory.Compile(row.Source));

    /// <summary>One run of the generator: the corpus sees to it that further runs write the same, and that it compiles without a warning.</summary>
    private static GeneratorOutcome Generated(string source)
    {
        CSharpCompilation input = InMemory.Compile(source);
        GeneratorRunResult result = CSharpGeneratorDriver.Create([new DerivativeGenerator().AsSourceGenerator()], parseOptions: InMemory.ParseOptions)
            .RunGenerators(input).GetRunResult().Results.Single();
        return new(
            input.AddSyntaxTrees(result.GeneratedSources.Select(s => s.SyntaxTree)),
            [.. result.GeneratedSources.Select(s => new GeneratedFile(s.HintName, s.SourceText.ToString()))],
            result.Diagnostics,
            []);
    }
}
