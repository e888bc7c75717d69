using HessianGen;
using Numbers = System.ReadOnlySpan<double>;
using Pair = (double Re, double Im);

namespace Corpus;

/// <summary>Tuples and spans under other names.</summary>
public static partial class AliasedTypes
{
    private static readonly double[] Weights = [0.5, -0.25, 0.125];

    [Differentiable(Every.Product)]
    public static double Value([Variable] Numbers z, [Variable] double scale)
    {
        Pair total = (0, 0);
        for (int i = 0; i + 1 < z.Length; i += 2)
        {
            Pair power = (1, 0), factor = (scale * z[i], scale * z[i + 1]);
            foreach (double weight in Weights)
            {
                power = Times(power, factor);
                total = (total.Re + weight * power.Re, total.Im + 2 * weight * power.Im);
            }
        }

        return total.Re * total.Re + total.Im;
    }

    private static Pair Times(Pair a, Pair b) => (a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);
}
