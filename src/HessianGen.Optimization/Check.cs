using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace HessianGen.Optimization;

/// <summary>Checks of options and arguments; each throws <see cref="ArgumentException"/> naming the argument, or returns the value.</summary>
internal static class Check
{
    public static double Positive(double value, [CallerMemberName] string name = "")
        => value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"'{name}' must be positive.");

    public static double NotNegative(double value, [CallerMemberName] string name = "")
        => value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"'{name}' must not be negative.");

    public static double Finite(double value, [CallerMemberName] string name = "")
        => double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"'{name}' must be finite.");

    /// <summary>lower ≤ value &lt; upper.</summary>
    public static double Between(double lower, double value, double upper, [CallerMemberName] string name = "")
        => lower <= value && value < upper ? value : throw new ArgumentOutOfRangeException(name, value, $"'{name}' must be at least {lower} and below {upper}.");

    public static int AtLeast(int lower, int value, [CallerMemberName] string name = "")
        => value >= lower ? value : throw new ArgumentOutOfRangeException(name, value, $"'{name}' must be at least {lower}.");

    /// <summary>The objective is there, and the point, not empty, has its dimension where it fixes one. Generic, so that a struct is not boxed.</summary>
    public static void Dimension<T>([NotNull] T objective, int length, string name, [CallerArgumentExpression(nameof(objective))] string objectiveName = "")
        where T : IObjective
    {
        if (!typeof(T).IsValueType && objective is null) throw new ArgumentNullException(objectiveName);
        if (length == 0) throw new ArgumentException($"'{name}' is empty.", name);
        Length(length, objective.Dimension ?? length, name);
    }

    public static void Length(int actual, int expected, string name)
    {
        if (actual != expected) throw new ArgumentException($"'{name}' has length {actual}, but length {expected} is required.", name);
    }
}
