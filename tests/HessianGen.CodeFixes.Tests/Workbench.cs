using System.Collections.Immutable;
using HessianGen.Generator.Diagnostics;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HessianGen.CodeFixes.Tests;

/// <summary>A project of one file as an editor holds it: what the analyzer reports there, and what the fixes make of it.</summary>
internal sealed class Workbench : FixAllContext.DiagnosticProvider
{
    private readonly Document document;

    public Workbench(string source)
    {
        CSharpCompilation sample = InMemory.Compile("");
        ProjectId id = ProjectId.CreateNewId();
        ProjectInfo project = ProjectInfo.Create(id, VersionStamp.Create(), "Subject", "Subject", LanguageNames.CSharp)
            .WithCompilationOptions(sample.Options)
            .WithParseOptions(InMemory.ParseOptions)
            .WithMetadataReferences(sample.References);
        document = new AdhocWorkspace().CurrentSolution.AddProject(project).GetProject(id)!.AddDocument("0.cs", source);
    }

    /// <summary>Every fix there is.</summary>
    public static IReadOnlyList<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(NodeFix).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The actions that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferAsync(Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), default));
        }

        return actions;
    }

    /// <summary>The file after an action.</summary>
    public async Task<string> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>The file after all diagnostics of an id were mended at once.</summary>
    public async Task<string> ApplyToAllAsync(string id)
    {
        CodeFixProvider fix = Fixes.Single(f => f.FixableDiagnosticIds.Contains(id));
        FixAllContext context = new(document, fix, FixAllScope.Document, fix.GetType().Name, [id], this, default);
        return await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>What the analyzer reports.</summary>
    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
        return await compilation.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

    /// <inheritdoc/>
    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

    /// <summary>What the analyzer reports.</summary>
    public Task<IEnumerable<Diagnostic>> AnalyzeAsync() => GetAllDiagnosticsAsync(document.Project, default);
}
