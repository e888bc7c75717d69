using System.Reflection;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;

namespace HessianGen.Testing.Generation;

/// <summary>The members that a generator made of one method, called with boxed arguments and plain arrays for spans.</summary>
public sealed class GeneratedMembers
{
    private readonly Dictionary<ProductMember, Func<object[], double[][], double>> _members;
    private readonly Func<object[], IObjective>? _objective;

    private GeneratedMembers(
        SubjectMethod method, Dictionary<ProductMember, Func<object[], double[][], double>> members, Func<object[], IObjective>? objective) =>
        (Method, _members, _objective) = (method, members, objective);

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>The products that were asked for and that the tests can call.</summary>
    public IEnumerable<ProductMember> Products => _members.Keys;

    /// <summary>Compiles calls of all members that the method asked for; one that is missing fails here.</summary>
    public static GeneratedMembers Of(GeneratorOutcome outcome)
    {
        SubjectMethod method = SubjectMethod.In(outcome.Compilation);
        ProductMember[] products = [.. ProductMember.Rows.Where(row => method.Products.HasFlag(row.Product))];
        bool hasObjective = method.Products.HasFlag(Derivatives.Objective) && method.Element == "double";
        MembersShim shim = new(method);
        Assembly assembly = outcome.Load(shim.Text(products, hasObjective ? ObjectiveConstructor(outcome, method) : null));
        Type type = assembly.GetType(MembersShim.Name)!;
        return new(
            method,
            products.ToDictionary(row => row, row => type.GetMethod(row.Suffix)!.CreateDelegate<Func<object[], double[][], double>>()),
            hasObjective ? type.GetMethod(MembersShim.Objective)!.CreateDelegate<Func<object[], IObjective>>() : null);
    }

    /// <summary>Calls one member and returns what it returns, or 0. The arguments are handed over as they are.</summary>
    public double Call(ProductMember member, object[] arguments, params double[][] spans) => _members[member](arguments, spans);

    /// <summary>The generated objective with the data of these arguments bound, or null if there is none.</summary>
    public IObjective? Objective(object[] arguments) => _objective?.Invoke(arguments);

    private static IMethodSymbol ObjectiveConstructor(GeneratorOutcome outcome, SubjectMethod method)
    {
        string name = method.Name + MembersShim.Objective;
        INamedTypeSymbol type = outcome.Compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().SingleOrDefault()
            ?? throw new HarnessException($"The generator made no {name}.");
        return type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .MaxBy(constructor => constructor.Parameters.Length)
            ?? throw new HarnessException($"{name} has no public constructor.");
    }
}
