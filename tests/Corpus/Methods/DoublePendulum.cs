using System;
using HessianGen;

namespace Corpus;

/// <summary>Energy drift of a double pendulum under semi-implicit Euler steps, from accelerations of the two-body equations of motion.</summary>
public static partial class DoublePendulum
{
    private const double G = 9.81;

    [Differentiable(Every.Product)]
    public static double Drift([Variable] double a, [Variable] double b, [Variable] double va, [Variable] double vb, double dt, int steps)
    {
        State state = new() { A = a, B = b, VA = va, VB = vb };
        double start = Energy(in state);
        for (int i = 0; i < steps; i++)
        {
            Advance(ref state, dt);
        }

        return Energy(in state) - start;
    }

    private static double Energy(in State s) =>
        s.VA * s.VA + s.VB * s.VB / 2 + s.VA * s.VB * Math.Cos(s.A - s.B) - 2 * G * Math.Cos(s.A) - G * Math.Cos(s.B);

    private static void Advance(ref State s, double dt)
    {
        (double sin, double cos) = Math.SinCos(s.A - s.B);
        double denominator = 2 - cos * cos;
        double fa = -s.VB * s.VB * sin - 2 * G * Math.Sin(s.A), fb = s.VA * s.VA * sin - G * Math.Sin(s.B);
        s.VA += dt * (fa - cos * fb) / denominator;
        s.VB += dt * (2 * fb - cos * fa) / denominator;
        s.A += dt * s.VA;
        s.B += dt * s.VB;
    }

    private struct State
    {
        public double A, B, VA, VB;
    }
}
