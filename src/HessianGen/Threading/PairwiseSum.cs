using System.Numerics;
using System.Runtime.InteropServices;

namespace HessianGen.Threading;

/// <summary>Adds numbers, each with a vector, in pairs, pairs of pairs, and so on: always the same pairs, whoever finishes first.</summary>
/// <remarks>
/// <code>
/// 0   1   2   3   4        the leaves
/// └─┬─┘   └─┬─┘   │
///   └───┬───┘     │        a pair is added by the one who comes second
///       └────┬────┘
/// </code>
/// </remarks>
internal sealed class PairwiseSum
{
    private double[] _values = [];
    private double[][] _vectors = [];

    /// <summary>Who has come to the pair with that right side: nobody (0) or one (1).</summary>
    private int[] _arrivals = [];

    private int _leaves, _length;

    /// <summary>The sum of the numbers, when all leaves are added.</summary>
    public double Value => _values[0];

    /// <summary>The sum of the vectors, when all leaves are added.</summary>
    public ReadOnlySpan<double> Vector => Of(0);

    /// <summary>Makes room for as many leaves with vectors of that length.</summary>
    public void Reset(int leaves, int length)
    {
        if (_values.Length < leaves)
        {
            Array.Resize(ref _values, leaves);
            Array.Resize(ref _arrivals, leaves);
            Array.Resize(ref _vectors, leaves);
        }

        for (int leaf = 0; leaf < leaves; leaf++)
        {
            if ((_vectors[leaf]?.Length ?? 0) < length) _vectors[leaf] = new double[length];
        }

        Array.Clear(_arrivals);
        (_leaves, _length) = (leaves, length);
    }

    /// <summary>The vector of a leaf, for the one who computes it.</summary>
    public Span<double> Of(int leaf) => _vectors[leaf].AsSpan(0, _length);

    /// <summary>Takes a leaf whose vector has been written, and adds the pairs that it completes.</summary>
    public void Add(int leaf, double value)
    {
        _values[leaf] = value;
        for (int width = 1; width < _leaves; width *= 2)
        {
            int left = leaf & -(2 * width), right = left + width;
            if (right >= _leaves) continue;
            if (Interlocked.Increment(ref _arrivals[right]) == 1) return;
            _values[left] += _values[right];
            AddTo(Of(left), Of(right));
        }
    }

    private static void AddTo(Span<double> sum, ReadOnlySpan<double> vector)
    {
        ref double to = ref MemoryMarshal.GetReference(sum), from = ref MemoryMarshal.GetReference(vector[..sum.Length]);
        int i = 0;
        for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (System.Numerics.Vector.LoadUnsafe(ref to, (nuint)i) + System.Numerics.Vector.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < sum.Length; i++) sum[i] += vector[i];
    }
}
