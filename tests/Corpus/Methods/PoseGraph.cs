using System;
using HessianGen;

namespace Corpus;

/// <summary>Errors of relative poses in the plane around a loop, the angle wrapped to (−π, π] (Lu and Milios, 1997).</summary>
public static partial class PoseGraph
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> poses, ReadOnlySpan<int> edges, ReadOnlySpan<double> measured)
    {
        double error = 0;
        for (int e = 0; e < edges.Length / 2; e++)
        {
            Pose from = At(poses, edges[2 * e]), to = At(poses, edges[2 * e + 1]), wanted = At(measured, e);
            Pose relative = from.Inverse().Then(to);
            double turn = relative.Theta - wanted.Theta;
            turn -= 2 * Math.PI * Math.Round(turn / (2 * Math.PI));
            error += Math.Pow(relative.X - wanted.X, 2) + Math.Pow(relative.Y - wanted.Y, 2) + 2 * turn * turn;
        }

        return error;

        static Pose At(ReadOnlySpan<double> list, int index) => new(list[3 * index], list[3 * index + 1], list[3 * index + 2]);
    }

    private readonly record struct Pose(double X, double Y, double Theta)
    {
        public Pose Then(in Pose next)
        {
            (double sin, double cos) = Math.SinCos(Theta);
            return new(X + cos * next.X - sin * next.Y, Y + sin * next.X + cos * next.Y, Theta + next.Theta);
        }

        public Pose Inverse()
        {
            (double sin, double cos) = Math.SinCos(Theta);
            return new(-cos * X - sin * Y, sin * X - cos * Y, -Theta);
        }
    }
}
