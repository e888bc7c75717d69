using System;
using HessianGen;

namespace Corpus;

/// <summary>Area of a height field over a grid, in single precision with <c>float.Sqrt</c> and <c>float.Hypot</c>.</summary>
public static partial class FloatHeightField
{
    [Differentiable(Every.Product)]
    public static float Area([Variable] ReadOnlySpan<float> height, int side, float spacing)
    {
        float area = 0;
        for (int row = 1; row < side; row++)
        {
            for (int column = 1; column < side; column++)
            {
                int at = row * side + column;
                float dx = (height[at] - height[at - 1]) / spacing, dy = (height[at] - height[at - side]) / spacing;
                area += float.Sqrt(1f + dx * dx + dy * dy) + 0.1f * float.Hypot(1f, dx * dy);
            }
        }

        return area * spacing * spacing;
    }
}
