using System;
using HessianGen;

namespace Corpus;

/// <summary>Softened gravitational energy of all pairs of bodies; vectors are a struct with operators, loaded from a span.</summary>
public static partial class GravitationalEnergy
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> position, ReadOnlySpan<double> mass, double softening)
    {
        double energy = 0;
        for (int i = 0; i < mass.Length; i++)
        {
            Vector3 at = Vector3.Load(position, i);
            for (int j = i + 1; j < mass.Length; j++)
            {
                Vector3 apart = Vector3.Load(position, j) - at;
                energy -= mass[i] * mass[j] / Math.Sqrt(apart * apart + softening * softening);
            }
        }

        return energy;
    }

    private readonly struct Vector3(double x, double y, double z)
    {
        private readonly double _x = x, _y = y, _z = z;

        public static Vector3 Load(ReadOnlySpan<double> from, int index) => new(from[3 * index], from[3 * index + 1], from[3 * index + 2]);

        public static Vector3 operator -(Vector3 a, Vector3 b) => new(a._x - b._x, a._y - b._y, a._z - b._z);

        public static double operator *(Vector3 a, Vector3 b) => a._x * b._x + a._y * b._y + a._z * b._z;
    }
}
