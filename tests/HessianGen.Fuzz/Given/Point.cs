using System;

namespace Given;

public readonly record struct Point(real X, real Y)
{
    public real Norm => Maths.Sqrt(1 + X * X + Y * Y);

    public Point Turn(real angle) => new(X * Maths.Cos(angle) - Y * Maths.Sin(angle), X * Maths.Sin(angle) + Y * Maths.Cos(angle));

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator *(real s, Point a) => new(s * a.X, s * a.Y);
}
