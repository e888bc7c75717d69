using System.Text.RegularExpressions;
using HessianGen.Fuzz.Grammar;
using HessianGen.Generator;
using HessianGen.Testing;
using HessianGen.Testing.Oracles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Fuzz.Checking;

/// <summary>Programs of one precision that are compiled together: a few compilations, however many they are.</summary>
internal sealed partial class Batch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Verdict?[] verdicts;
    private readonly Subject[] subjects;

    private Batch(IEnumerable<Subject> subjects)
    {
        this.subjects = [.. subjects];
        verdicts = new Verdict?[this.subjects.Length];
    }

    /// <summary>The verdict on each program, in order.</summary>
    public static IReadOnlyList<Verdict> Check(IEnumerable<Subject> subjects)
    {
        Subject[] all = [.. subjects];
        Dictionary<Subject, Verdict> found = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<bool, Subject> precision in all.GroupBy(subject => subject.IsSingle))
        {
            Batch batch = new(precision);
            batch.Run();
            for (int k = 0; k < batch.subjects.Length; k++) found[batch.subjects[k]] = batch.verdicts[k]!;
        }

        return [.. all.Select(subject => found[subject])];
    }

    private void Run()
    {
        CSharpCompilation input = Open().Programs();
        Settle(Outcome.Invalid, input.GetDiagnostics().Where(IsError), d => d.Id);
        input = WithoutSettled(input);

        GeneratorRunResult result = CSharpGeneratorDriver.Create([new DerivativeGenerator().AsSourceGenerator()], parseOptions: InMemory.ParseOptions)
            .RunGenerators(input).GetRunResult().Results.Single();
        if (result.Exception is { } failure)
        {
            Divide(new(Outcome.Crash, "generator", failure.ToString()));
            return;
        }

        Settle(Outcome.Crash, result.Diagnostics.Where(d => IsError(d) && d.Id.StartsWith("HG9", StringComparison.Ordinal)), d => d.Id);
        Settle(Outcome.Refused, result.Diagnostics.Where(IsError), Reason);
        CSharpCompilation output = WithoutSettled(input.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree)));
        if (Loaded(output) is not { } members)
        {
            Settle(Outcome.Crash, output.GetDiagnostics().Where(IsError), d => d.Id);
            members = Loaded(WithoutSettled(output));
        }

        if (Unsettled().Any()) Compare(members ?? throw new HarnessException("The calls do not compile."), input);
    }

    private void Compare(Type members, CSharpCompilation input)
    {
        HyperDualOracle oracle;
        try
        {
            oracle = HyperDualOracle.Of(Open().OneProgram());
        }
        catch (HarnessException failure)
        {
            Divide(new(Outcome.Crash, "oracle", failure.Message));
            return;
        }

        foreach (int place in Unsettled().ToArray()) verdicts[place] = Within(subjects[place], place, oracle, members, input);
    }

    private static Verdict Within(Subject subject, int place, HyperDualOracle oracle, Type members, CSharpCompilation input)
    {
        Task<Verdict> check = Task.Factory.StartNew(
            () =>
            {
                INamedTypeSymbol type = input.GetTypeByMetadataName(Sources.TypeOf(place))!;
                IMethodSymbol method = type.GetMembers(Subject.Method).OfType<IMethodSymbol>().Single();
                return new Trial(subject, place, oracle, members, Interpretation.Of(method, input)!).Run();
            },
            TaskCreationOptions.LongRunning);
        return check.Wait(Patience) ? check.Result : new(Outcome.Crash, "no end", $"It does not end within {Patience.TotalSeconds} seconds.");
    }

    private IEnumerable<int> Unsettled() => Enumerable.Range(0, subjects.Length).Where(place => verdicts[place] is null);

    private Sources Open() => new(Unsettled().ToDictionary(place => place, place => subjects[place]), subjects[0].IsSingle);

    private Type? Loaded(CSharpCompilation output)
    {
        try
        {
            return InMemory.Load(output.AddSyntaxTrees(InMemory.Parse(Open().Calls(), "Calls.cs"))).GetType(Sources.Members);
        }
        catch (HarnessException)
        {
            return null;
        }
    }

    /// <summary>Gives the programs that errors are about their verdict, unless they have one.</summary>
    private void Settle(Outcome outcome, IEnumerable<Diagnostic> errors, Func<Diagnostic, string> label)
    {
        foreach (Diagnostic error in errors)
        {
            if (PlaceOf(error.Location.GetLineSpan().Path) is not { } place) throw new HarnessException($"An error in no program: {error}");
            verdicts[place] ??= new(outcome, label(error), $"{error}\n    {error.Location.SourceTree?.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start)}");
        }
    }

    private CSharpCompilation WithoutSettled(CSharpCompilation compilation) =>
        compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => PlaceOf(tree.FilePath) is { } place && verdicts[place] is not null));

    /// <summary>Finds what stops all of them by halves.</summary>
    private void Divide(Verdict verdict)
    {
        int[] open = [.. Unsettled()];
        if (open is [int only])
        {
            verdicts[only] = verdict;
            return;
        }

        foreach (int[] half in new[] { open[..(open.Length / 2)], open[(open.Length / 2)..] })
        {
            foreach ((int place, Verdict found) in half.Zip(Check(half.Select(place => subjects[place])))) verdicts[place] = found;
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string Reason(Diagnostic refusal) => ReasonText().Match(refusal.GetMessage(null)) is { Success: true } match ? match.Groups[1].Value : refusal.Id;

    /// <summary>The place of the program that a file belongs to, its own or a generated one.</summary>
    private static int? PlaceOf(string path) => FileOfProgram().Match(Path.GetFileName(path)) is { Success: true } match ? int.Parse(match.Groups[1].Value, null) : null;

    [GeneratedRegex(@"were not generated: (HG\d+)")]
    private static partial Regex ReasonText();

    [GeneratedRegex(@"^S(\d+)\.")]
    private static partial Regex FileOfProgram();
}
