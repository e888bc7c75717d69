using System.Collections.Concurrent;
using Corpus;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>The methods of the corpus with their members, each made once for all classes of tests.</summary>
internal static class ConformanceSubjects
{
    private static readonly ConcurrentDictionary<string, Lazy<ConformanceSubject>> Known = new();

    public static ConformanceSubject Of(string row) => Known.GetOrAdd(
        row, name => new(() => new ConformanceSubject(CorpusTable.Of(name), CorpusTable.Of(name).Sources, Harness()))).Value;

    public static GeneratorHarness Harness() => new(
        new DerivativeGenerator(),
        [.. typeof(DerivativeGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)]);
}
