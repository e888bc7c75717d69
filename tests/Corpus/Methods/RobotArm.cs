using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared distance of the hand of a planar arm from a goal: angles add up along the links.</summary>
public static partial class RobotArm
{
    [Differentiable(Every.Product)]
    public static double Distance([Variable] ReadOnlySpan<double> angles, double goalX, double goalY)
    {
        Point hand = new(0, 0);
        double heading = 0;
        int link = 0;
        foreach (double angle in angles)
        {
            heading += angle;
            hand = hand with { X = hand.X + Math.Cos(heading) / ++link, Y = hand.Y + Math.Sin(heading) / link };
        }

        return (hand - new Point(goalX, goalY)).Square;
    }

    private readonly record struct Point(double X, double Y)
    {
        public double Square => X * X + Y * Y;

        public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);
    }
}
