using System;
using HessianGen;

namespace Corpus;

/// <summary>Shading of a smooth union of two spheres by sphere tracing (Hart, 1996): rays that hit stop early, those that miss add nothing.</summary>
public static partial class SphereTracing
{
    [Differentiable(Every.Product)]
    public static double Brightness([Variable] double radius, [Variable] double shiftX, [Variable] double shiftY, int side)
    {
        double brightness = 0;
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                double x = (column + 0.5) / side - 0.47, y = (row + 0.5) / side - 0.51, z = -4;
                bool hit = false;
                for (int step = 0; step < 40 && z < 4 && !hit; step++)
                {
                    double distance = Scene(x, y, z);
                    z += distance;
                    hit = distance < 1e-9;
                }

                if (hit)
                {
                    brightness += Math.Exp(z) * (1 + x * y);
                }
            }
        }

        return brightness;

        double Scene(double x, double y, double z)
        {
            double a = Math.Sqrt(x * x + y * y + z * z) - radius;
            double b = Math.Sqrt(Math.Pow(x - shiftX - 0.8, 2) + Math.Pow(y - shiftY, 2) + z * z) - 0.6;
            return -0.2 * Math.Log(Math.Exp(-a / 0.2) + Math.Exp(-b / 0.2));
        }
    }
}
