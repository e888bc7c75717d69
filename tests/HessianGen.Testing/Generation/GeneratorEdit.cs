using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HessianGen.Testing.Generation;

/// <summary>What a generator recomputed after an edit.</summary>
/// <param name="Steps">For every step that the generator named, why each of its outputs is what it is.</param>
/// <param name="Outputs">The same for the files that it adds.</param>
public sealed record GeneratorEdit(
    IReadOnlyDictionary<string, IReadOnlyList<IncrementalStepRunReason>> Steps,
    IReadOnlyList<IncrementalStepRunReason> Outputs)
{
    /// <summary>Whether no file had to be written again.</summary>
    public bool LeftOutputsAlone => Outputs.All(IsUnchanged);

    /// <summary>Whether the step of that name gave what it had given before, computed again or not.</summary>
    public bool LeftAlone(string step) => Steps[step].All(IsUnchanged);

    internal static GeneratorEdit Of(GeneratorRunResult result) => new(
        OwnSteps(result).ToDictionary(step => step.Key, step => Reasons(step.Value)),
        Reasons(result.TrackedOutputSteps.Values.SelectMany(steps => steps)));

    internal static bool IsUnchanged(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    /// <summary>The steps with a name of the generator's own: not its inputs, its outputs, or what Roslyn's providers do inside.</summary>
    internal static IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> OwnSteps(GeneratorRunResult result) =>
        result.TrackedSteps.Where(step =>
            !result.TrackedOutputSteps.ContainsKey(step.Key)
            && !step.Key.Contains("_ForAttribute", StringComparison.Ordinal)
            && !RoslynInputs.Contains(step.Key));

    private static readonly HashSet<string> RoslynInputs =
        ["CompilationOptions", .. typeof(WellKnownGeneratorInputs).GetFields().Select(field => (string)field.GetValue(null)!)];

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
