namespace Corpus;

/// <summary>One method of the corpus: the file that holds it, and where to evaluate it.</summary>
/// <param name="Name">The class, and the file, that holds the method: it is the only one there with <c>[Differentiable]</c>.</param>
/// <param name="Arguments">Draws all arguments at a size: what the size means (terms, variables, steps) is up to the method.
/// An enum is given as its integer, a span as an array.</param>
public sealed record CorpusRow(string Name, Func<Sampler, int, object[]> Arguments)
{
    /// <summary>The sizes to draw at. Around every lane count, and long enough for many strips, where the size is free.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [1];

    /// <summary>Arguments with something special about them: kinks, ties, zeros. Finite differences do not apply there.</summary>
    public IReadOnlyList<object[]> Edges { get; init; } = [];

    /// <summary>The error allowed in an entry, relative to 1 + the largest entry.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Why the tolerance is not 1e-9.</summary>
    public string? Because { get; init; }

    /// <summary>The construct for which the generator must refuse the method today: a row that it accepts after all fails.</summary>
    public string? Awaits { get; init; }

    /// <summary>The C# text of the method's file, and of all that it may refer to.</summary>
    public string[] Sources => [CorpusSource.Of(Name), .. CorpusSource.Shared];

    /// <summary>Fresh arguments: the same for the same seed and size.</summary>
    public object[] Sample(int seed, int size) => Arguments(new Sampler(1000 * seed + size), size);

    public override string ToString() => Name;
}
