namespace HessianGen.Testing.Generation;

/// <summary>Lets the members of a single-precision method be called with doubles, without allocating once its buffers are large enough.</summary>
public static class Singles
{
    [ThreadStatic]
    private static float[][]? s_buffers;

    /// <summary>The values in single precision, in the buffer of that number, of just their length.</summary>
    public static Span<float> Narrow(int buffer, ReadOnlySpan<double> values)
    {
        s_buffers ??= [[], [], [], []];
        if (s_buffers[buffer].Length < values.Length)
        {
            s_buffers[buffer] = new float[values.Length];
        }

        Span<float> singles = s_buffers[buffer].AsSpan(0, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            singles[i] = (float)values[i];
        }

        return singles;
    }

    /// <summary>Copies what a member wrote back to where its caller looks.</summary>
    public static void Widen(ReadOnlySpan<float> singles, Span<double> values)
    {
        for (int i = 0; i < singles.Length; i++)
        {
            values[i] = singles[i];
        }
    }
}
