namespace HessianGen.Fuzz.Grammar;

/// <summary>A name in scope.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The name.</param>
/// <param name="Extent">C# for the length of an array, of a matrix for that of its rows; of a counter, the length of the arrays that it indexes safely.</param>
/// <param name="IsFixed">Whether nothing may be assigned to it.</param>
internal sealed record Variable(Kind Kind, string Name, string? Extent = null, bool IsFixed = false)
{
    /// <summary>Of a matrix or a jagged array, C# for the number of rows.</summary>
    public string? Rows { get; init; }

    /// <summary>C# that reads the length of this very array.</summary>
    public string Length => Kind == Kind.Matrix ? $"{Name}.GetLength(1)" : $"{Name}.Length";
}
