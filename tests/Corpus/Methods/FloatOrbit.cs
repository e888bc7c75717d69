using System;
using HessianGen;

namespace Corpus;

/// <summary>Leapfrog steps of a body around the origin in single precision; its energy at the end.</summary>
public static partial class FloatOrbit
{
    [Differentiable(Every.Product)]
    public static float Energy([Variable] float x, [Variable] float y, [Variable] float vx, [Variable] float vy, int steps, float dt)
    {
        for (int i = 0; i < steps; ++i)
        {
            vx -= 0.5f * dt * x / Cube(x, y);
            vy -= 0.5f * dt * y / Cube(x, y);
            x += dt * vx;
            y += dt * vy;
            vx -= 0.5f * dt * x / Cube(x, y);
            vy -= 0.5f * dt * y / Cube(x, y);
        }

        return (vx * vx + vy * vy) / 2 - 1 / MathF.Sqrt(x * x + y * y);

        static float Cube(float x, float y)
        {
            float square = x * x + y * y;
            return square * MathF.Sqrt(square);
        }
    }
}
