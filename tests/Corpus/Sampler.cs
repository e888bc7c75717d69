namespace Corpus;

/// <summary>Seeded random arguments: the same seed gives the same arguments on every machine.</summary>
public sealed class Sampler(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number between the bounds.</summary>
    public double Uniform(double low, double high) => low + (high - low) * _random.NextDouble();

    /// <summary>A multiple of 1/64 between the bounds: exact in single precision too, also after a few additions.</summary>
    public float Dyadic(int low, int high) => _random.Next(64 * low, 64 * high) / 64f;

    /// <summary>As many numbers between the bounds.</summary>
    public double[] Vector(int count, double low = -1, double high = 1) => Many(count, () => Uniform(low, high));

    /// <summary>As many single-precision numbers between the bounds.</summary>
    public float[] Singles(int count, double low = -1, double high = 1) => Many(count, () => (float)Uniform(low, high));

    /// <summary>As many numbers of either sign and of a size between the bounds: no small step takes one across zero.</summary>
    public double[] Either(int count, double low, double high) => Many(count, () => OneOf(-1, 1) * Uniform(low, high));

    /// <summary>As many multiples of 1/64 between -1 and 1.</summary>
    public float[] Dyadics(int count) => Many(count, () => Dyadic(-1, 1));

    /// <summary>As many integers from zero up to, but without, the bound.</summary>
    public int[] Integers(int count, int below) => Many(count, () => _random.Next(below));

    /// <summary>As many labels −1 or +1.</summary>
    public double[] Signs(int count) => Many(count, () => _random.Next(2) == 0 ? -1.0 : 1.0);

    /// <summary>A rectangular array of numbers between -1 and 1.</summary>
    public double[,] Matrix(int rows, int columns) => Filled(new double[rows, columns], () => Uniform(-1, 1));

    /// <summary>A rectangular array of single-precision numbers between -1 and 1.</summary>
    public float[,] SingleMatrix(int rows, int columns) => Filled(new float[rows, columns], () => (float)Uniform(-1, 1));

    /// <summary>An array of rank three of numbers between -1 and 1.</summary>
    public double[,,] Cube(int planes, int rows, int columns)
    {
        double[,,] values = new double[planes, rows, columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i / (rows * columns), i / columns % rows, i % columns] = Uniform(-1, 1);
        }

        return values;
    }

    /// <summary>As many rows of numbers between -1 and 1, each of that length.</summary>
    public double[][] Rows(int rows, int columns) => Many(rows, () => Vector(columns));

    /// <summary>One of the values.</summary>
    public T OneOf<T>(params T[] values) => values[_random.Next(values.Length)];

    private static T[,] Filled<T>(T[,] values, Func<T> draw)
    {
        for (int i = 0; i < values.GetLength(0); i++)
        {
            for (int j = 0; j < values.GetLength(1); j++)
            {
                values[i, j] = draw();
            }
        }

        return values;
    }

    private static T[] Many<T>(int count, Func<T> draw)
    {
        T[] values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = draw();
        }

        return values;
    }
}
