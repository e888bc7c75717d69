using System.Numerics;
using HessianGen.Threading;
using HessianGen.Runtime;

namespace HessianGen;

/// <summary>A sum of terms computed by several threads, with results that do not depend on how many there are.</summary>
/// <remarks>
/// <para>
/// The terms are cut into shards by their number alone, each shard is summed by one thread, and the sums are added in an order that is fixed:
/// results are bitwise the same for any <see cref="MaxDegreeOfParallelism"/>, on a busy machine and on an idle one. They differ from those of the
/// objective itself by rounding.
/// </para>
/// <para>
/// The objective must be safe to call from several threads at once, as generated ones are. This object keeps the memory for
/// the shards, so that no call but the first allocates; calls from several threads follow one another. What a shard throws comes out as it was thrown.
/// </para>
/// </remarks>
public class ParallelObjective : IObjective
{
    private const int MostShards = 64;

    /// <summary>Shards are multiples of this, so that only the last one has a tail.</summary>
    private const int Strip = 32;

    private readonly Lock _calling = new();
    private readonly SharedWork _work;
    private readonly PairwiseSum _sum = new();
    private readonly Part _value, _gradient;
    private double[] _point = [], _direction = [];
    private int _dimension, _terms, _shard, _shards;
    private Part? _part;

    /// <summary>Computes <paramref name="objective"/> on several threads.</summary>
    public ParallelObjective(ISumObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Objective = objective;
        _work = new(Evaluate);
        _value = (terms, _) => terms is { } range ? Objective.Value(Point, range) : Objective.RemainderValue(Point);
        _gradient = (terms, result) => terms is { } range ? Objective.Gradient(Point, range, result) : Objective.RemainderGradient(Point, result);
    }

    /// <summary>Computes a range of the terms, or without one the remainder.</summary>
    private protected delegate double Part(Range? terms, Span<double> result);

    /// <summary>The sum.</summary>
    public ISumObjective Objective { get; }

    /// <summary>The largest number of threads that compute at the same time, the caller's included; the number of processors unless set.</summary>
    public int MaxDegreeOfParallelism
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    } = Environment.ProcessorCount;

    /// <summary>The smallest number of terms in a shard, 256 unless set, where there are as many. The results depend on it, in their last bits.</summary>
    /// <remarks>A shard costs about as much as some terms more: its own derivative must be cleared and added. Smaller shards keep more threads busy.</remarks>
    public int MinimumShard
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A shard has at least one term.");
    } = 256;

    /// <inheritdoc/>
    public int? Dimension => Objective.Dimension;

    /// <summary>The point of the call that is being made.</summary>
    private protected ReadOnlySpan<double> Point => _point.AsSpan(0, _dimension);

    /// <summary>The direction of the call that is being made.</summary>
    private protected ReadOnlySpan<double> Direction => _direction.AsSpan(0, _dimension);

    /// <inheritdoc/>
    public double Value(ReadOnlySpan<double> point) => Run(_value, point, [], []);

    /// <inheritdoc/>
    public double Gradient(ReadOnlySpan<double> point, Span<double> gradient)
    {
        Require.Length(gradient.Length, point.Length, nameof(gradient));
        return Run(_gradient, point, [], gradient);
    }

    /// <summary>Computes all shards and the remainder, and adds them.</summary>
    private protected double Run(Part part, ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> result)
    {
        lock (_calling)
        {
            _terms = Objective.TermCount(point);
            (_shard, _shards) = Cut(_terms);
            _dimension = point.Length;
            Keep(point, ref _point);
            Keep(direction, ref _direction);
            _sum.Reset(_shards + 1, result.Length);
            _part = part;
            _work.Run(_shards + 1, MaxDegreeOfParallelism);
            _sum.Vector.CopyTo(result);
            return _sum.Value;
        }
    }

    /// <summary>The size and the number of shards: a power of two, so that threads find equal work, of at least <see cref="MinimumShard"/> terms each.</summary>
    private (int Size, int Count) Cut(int terms)
    {
        int wanted = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)(terms / MinimumShard) + 1) / 2, 1, MostShards);
        int size = (int)(((long)terms + wanted - 1) / wanted + Strip - 1) / Strip * Strip;
        return (size, terms == 0 ? 0 : (terms - 1) / size + 1);
    }

    /// <summary>One shard, or the remainder after the last one.</summary>
    private void Evaluate(int leaf)
    {
        Range? terms = leaf < _shards ? (leaf * _shard)..Math.Min((leaf + 1) * _shard, _terms) : null;
        _sum.Add(leaf, _part!(terms, _sum.Of(leaf)));
    }

    /// <summary>Spans cannot be shared between threads: they are copied.</summary>
    private static void Keep(ReadOnlySpan<double> values, ref double[] copy)
    {
        if (copy.Length < values.Length) copy = new double[values.Length];
        values.CopyTo(copy);
    }
}
