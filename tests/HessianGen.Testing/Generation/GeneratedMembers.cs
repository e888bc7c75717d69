using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis;

namespace HessianGen.Testing.Generation;

/// <summary>The members that a generator made of one method, called with boxed arguments and plain arrays for spans.</summary>
public sealed class GeneratedMembers
{
    private readonly GeneratorOutcome _outcome;
    private readonly Dictionary<ProductMember, Func<object[], double[][], double>> _members;
    private readonly Func<object[], IObjective>? _objective;

    private GeneratedMembers(GeneratorOutcome outcome, SubjectMethod method)
    {
        outcome.RequireAccepted();
        (_outcome, Method) = (outcome, method);
        ProductMember[] products = [.. ProductMember.Rows.Where(row => method.Products.HasFlag(row.Product))];
        bool hasObjective = method.Products.HasFlag(Derivatives.Objective);
        string shim = new MembersShim(method).Text(products, hasObjective ? ObjectiveConstructor() : null);
        Type type = outcome.Load(shim).GetType(MembersShim.Name)!;
        _members = products.ToDictionary(row => row, row => type.GetMethod(row.Suffix)!.CreateDelegate<Func<object[], double[][], double>>());
        _objective = hasObjective ? type.GetMethod(MembersShim.Objective)!.CreateDelegate<Func<object[], IObjective>>() : null;
    }

    /// <summary>The method.</summary>
    public SubjectMethod Method { get; }

    /// <summary>The products that were asked for and that the tests can call.</summary>
    public IEnumerable<ProductMember> Products => _members.Keys;

    /// <summary>Compiles calls of all members that the method asked for; one that is missing fails here.</summary>
    public static GeneratedMembers Of(GeneratorOutcome outcome) => new(outcome, SubjectMethod.In(outcome.Compilation));

    /// <summary>The name that the member gives to a span: its usual one, unless a parameter of the method has that.</summary>
    public string NameOf(ProductMember member, ProductSpan span)
    {
        IMethodSymbol symbol = _outcome.Compilation.GetSymbolsWithName(Method.Name + member.Suffix, SymbolFilter.Member).OfType<IMethodSymbol>().Single();
        string name = symbol.Parameters[Method.Parameters.Count + Array.IndexOf(member.Spans, span)].Name;
        return name == span.Name || Method.Parameters.Any(parameter => parameter.Name == span.Name)
            ? name
            : throw new HarnessException($"The parameter '{name}' of {symbol.Name} must be called '{span.Name}'.");
    }

    /// <summary>Calls one member and returns what it returns, or 0. The arguments are handed over as they are.</summary>
    public double Call(ProductMember member, object[] arguments, params double[][] spans) => _members[member](arguments, spans);

    /// <summary>The generated objective with the data of these arguments bound, or null if there is none.</summary>
    public IObjective? Objective(object[] arguments) => _objective?.Invoke(arguments);

    private IMethodSymbol ObjectiveConstructor()
    {
        string name = Method.Name + MembersShim.Objective;
        INamedTypeSymbol type = _outcome.Compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().SingleOrDefault()
            ?? throw new HarnessException($"The generator made no {name}.");
        return type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .MaxBy(constructor => constructor.Parameters.Length)
            ?? throw new HarnessException($"{name} has no public constructor.");
    }
}
