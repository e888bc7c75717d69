using System.Runtime.CompilerServices;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Translates one C# method, with all that it calls inlined, from Roslyn's operations to the IR.</summary>
/// <remarks>
/// An environment maps each variable to the atoms that it holds at this point, so single assignment comes for free: a
/// branch is translated on a <see cref="Trail"/> and merged, a loop carries the variables assigned in it. Lines count from
/// the line of the method's name, which is line 1; what is inlined has the line of its call.
/// </remarks>
internal sealed partial class Translator
{
    private const int ValueLimit = 20_000;

    private readonly IrBuilder ir = new();
    private readonly Trail trail = new();
    private readonly Bounds bounds;
    private readonly Sources sources;
    private readonly Layout layout;
    private readonly IMethodSymbol root;
    private readonly SyntaxReference rootSyntax;
    private readonly int rootLine;
    private readonly List<Suspicion> suspicions = [];
    private Frame frame;

    /// <summary>The rules for derivatives of the user's own functions, shared with the translations of the rules.</summary>
    private CustomRules rules = new();

    /// <summary>True while a rule is translated, whose lines are not the method's.</summary>
    private bool isRule;

    /// <summary>True after a <c>throw</c>: nothing that follows in this branch runs.</summary>
    private bool isUnreachable;

    private Translator(IMethodSymbol root, Sources sources, Layout layout)
    {
        (this.root, this.sources, this.layout) = (root, sources, layout);
        rootSyntax = root.DeclaringSyntaxReferences[0];
        rootLine = root.Locations[0].GetLineSpan().StartLinePosition.Line;
        bounds = new(ir);
        frame = NewFrame(root, null, "");
    }

    /// <summary>How deep calls that recur at run time are inlined in each other.</summary>
    private int RecursionDepth { get; init; }

    /// <summary>Translates the method; null with the reason where it is refused.</summary>
    public static Translation Translate(IMethodSymbol method, Sources sources, IReadOnlyCollection<string> variables, int recursionDepth = 0)
    {
        Layout layout = new();
        while (layout.Begin())
        {
            Translator translator = new(Implementation(method), sources, layout) { RecursionDepth = recursionDepth };
            try
            {
                Function function = translator.Translate(variables);
                if (!layout.IsStale) return new(function, [], translator.suspicions) { Rules = translator.rules };
            }
            catch (RefusalException refusal)
            {
                if (!layout.IsStale) return new(null, refusal.Finding is { } finding ? [finding] : [], []);
            }
        }

        throw new InvalidOperationException("The arrays of this method cannot be laid out.");
    }

    /// <summary>The part of a partial method that has the body, whose parameters are what the body refers to.</summary>
    private static IMethodSymbol Implementation(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    private Function Translate(IReadOnlyCollection<string> variables)
    {
        List<(IParameterSymbol Symbol, List<Parameter> Parts)> declared = [.. root.Parameters.Select(p => (p, Declare(p, variables.Contains(p.Name))))];
        foreach ((IParameterSymbol symbol, List<Parameter> parts) in declared) CopyIfWritten(symbol, parts);
        Run(sources.BodyOf(root) ?? throw Refuse(Descriptors.NoBody, root.Locations[0], root.Name));
        ScalarType type = ScalarOf(root.ReturnType)!.Value;
        Atom result = frame.Result.Value is ScalarOperand scalar ? scalar.Value : Atom.Zero(type);
        return Pruning.Run(ir.ToFunction(root.Name, [.. declared.SelectMany(d => d.Parts)], result));
    }

    private Frame NewFrame(IMethodSymbol method, Frame? lexical, string path) =>
        new(method, lexical, path, trail.NewCell(null, ScalarOperand.False), trail.NewCell(null, type: method.OriginalDefinition.ReturnType));

    /// <summary>What is built from here on comes from the line of the operation, unless that stands in another method.</summary>
    private void At(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        sources.Cancellation.ThrowIfCancellationRequested();
        if (ir.ValueCount > ValueLimit) throw Refuse(Descriptors.TooLarge, root.Locations[0], root.Name, ValueLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        SyntaxNode syntax = operation.Syntax;
        if (!isRule && syntax.SyntaxTree == rootSyntax.SyntaxTree && rootSyntax.Span.Contains(syntax.Span) && IsInRoot(frame))
        {
            ir.Line = syntax.GetLocation().GetLineSpan().StartLinePosition.Line - rootLine + 1;
        }
    }

    private static bool IsInRoot(Frame frame) => frame.Path.Length == 0;

    /// <summary>A key of this place in the program that is the same in every attempt.</summary>
    private string SiteOf(IOperation operation) => FormattableString.Invariant($"{frame.Path}/{operation.Syntax.SpanStart}");

    private static RefusalException Refuse(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        new(new Finding(descriptor, location, arguments));

    private static RefusalException Refuse(DiagnosticDescriptor descriptor, IOperation operation, params string[] arguments) =>
        Refuse(descriptor, operation.Syntax.GetLocation(), arguments);

    /// <summary>The refusal of a construct by its kind; where the code does not compile, the C# compiler has said so already.</summary>
    private static RefusalException Refuse(DiagnosticDescriptor descriptor, IOperation operation)
    {
        if (operation.Kind == OperationKind.Invalid) return new(null);
        (string what, string instead) = Constructs.Of(operation.Kind);
        return Refuse(descriptor, operation, what, instead);
    }

    private static RefusalException RefuseType(IOperation operation, ITypeSymbol? type) =>
        type is null or { TypeKind: TypeKind.Error } ? new(null) : Refuse(Descriptors.Type, operation, type.ToDisplayString());
}
