using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>One activation of a method: the differentiable one, or one inlined into it.</summary>
/// <param name="lexical">The activation of the method around a local function or lambda, else null.</param>
/// <param name="path">Where it was called from: the same in every attempt at translating the method.</param>
internal sealed class Frame(IMethodSymbol method, Frame? lexical, string path, Cell returned, Cell result)
{
    private readonly Dictionary<ISymbol, Place> variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ITypeSymbol> typeArguments = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> localFunctions = new(SymbolEqualityComparer.Default);

    public IMethodSymbol Method { get; } = method;

    public string Path { get; } = path;

    /// <summary>True from a <c>return</c> on.</summary>
    public Cell Returned { get; } = returned;

    /// <summary>What is returned.</summary>
    public Cell Result { get; } = result;

    /// <summary>The loops and switches that are open, innermost last.</summary>
    public List<JumpScope> Jumps { get; } = [];

    /// <summary>The struct whose member this is an activation of.</summary>
    public Place? This { get; set; }

    public Place? FindThis() => This ?? Lexical?.FindThis();

    /// <summary>The structs that object initialisers are about, innermost last.</summary>
    public Stack<Place> Receivers { get; } = new();

    /// <summary>True in an activation of the method, or of a local function or lambda in it.</summary>
    public bool IsWithin(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(Method.OriginalDefinition, method.OriginalDefinition) || Lexical?.IsWithin(method) == true;

    /// <summary>The method around a local function or lambda.</summary>
    public Frame? Lexical { get; } = lexical;

    /// <summary>What a type parameter of this method, its type, or the methods around it stands for.</summary>
    public ITypeSymbol? TypeOf(ITypeParameterSymbol parameter) =>
        typeArguments.TryGetValue(parameter, out ITypeSymbol argument) ? argument : Lexical?.TypeOf(parameter);

    /// <summary>Says what the type parameters stand for.</summary>
    public void Bind(ITypeParameterSymbol parameter, ITypeSymbol argument) => typeArguments[parameter] = argument;

    public void Bind(ISymbol symbol, Place place) => variables[symbol] = place;

    /// <summary>The place of a variable of this method or of those around it; null where it is not declared yet.</summary>
    public Place? Find(ISymbol symbol) => variables.TryGetValue(symbol, out Place place) ? place : Lexical?.Find(symbol);

    public void Bind(ILocalFunctionOperation function) => localFunctions[function.Symbol] = function;

    /// <summary>A local function of this method or of those around it, and the frame that it was declared in.</summary>
    public (ILocalFunctionOperation Function, Frame Frame)? FindFunction(IMethodSymbol symbol) =>
        localFunctions.TryGetValue(symbol, out ILocalFunctionOperation function) ? (function, this) : Lexical?.FindFunction(symbol);
}
