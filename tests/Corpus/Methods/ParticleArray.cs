using System;
using HessianGen;

namespace Corpus;

/// <summary>Particles on springs as an array of structs, stepped through references into it.</summary>
public static partial class ParticleArray
{
    private struct Particle
    {
        public double X, V;

        public void Step(double force, double dt)
        {
            V += dt * force;
            X += dt * V;
        }
    }

    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> start, double dt, int steps)
    {
        Particle[] particles = new Particle[start.Length / 2];
        for (int i = 0; i < particles.Length; i++)
        {
            particles[i] = new Particle { X = start[2 * i], V = start[2 * i + 1] };
        }

        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < particles.Length; i++)
            {
                ref Particle particle = ref particles[i];
                double force = -particle.X * particle.X * particle.X;
                if (i > 0)
                {
                    force += particles[i - 1].X - particle.X;
                }

                particle.Step(force, dt);
            }
        }

        double energy = 0;
        foreach (Particle p in particles)
        {
            energy += p.V * p.V / 2 + p.X * p.X * p.X * p.X / 4;
        }

        return energy;
    }
}
