using System;

/// <summary>Arguments for the programs in this folder.</summary>
public static class Given
{
    public static object[][] Many(params object[][] lists) => lists;

    /// <summary>As many numbers between −1 and 1, always the same.</summary>
    public static double[] V(int count)
    {
        Random random = new(count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.NextDouble() * 2 - 1;
        }

        return values;
    }
}
