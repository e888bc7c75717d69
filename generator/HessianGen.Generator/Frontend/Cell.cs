using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>A C# variable while it is translated: the operand that it holds at this point of the program.</summary>
/// <remarks>Written only through <see cref="Trail"/>, so that branches can be undone and merged.</remarks>
internal sealed class Cell(string? name, ITypeSymbol? type, int number)
{
    /// <summary>The user's name for it, or null for what the translation adds.</summary>
    public string? Name { get; } = name;

    /// <summary>Its C# type; null for what the translation adds.</summary>
    public ITypeSymbol? Type { get; } = type;

    /// <summary>The order in which cells were made; merges go by it.</summary>
    public int Number { get; } = number;

    /// <summary>Null as long as nothing was assigned.</summary>
    public Operand? Value { get; set; }
}
