namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>Huber's loss: x²/2 up to |x| = delta, beyond delta·(|x| − delta/2).</summary>
    /// <param name="x">The residual.</param>
    /// <param name="delta">Where the parabola becomes a line; 0 or more, else the result is NaN.</param>
    /// <remarks>
    /// All reals; ±∞ ↦ +∞ (0 with delta = 0). Derivative x, clamped to ±delta; second derivative 1 up to delta, the kink itself included, and 0
    /// beyond. P. J. Huber, Ann. Math. Statist. 35 (1964), section 2, example (iii). Error 3.
    /// </remarks>
    public static double Huber(double x, double delta)
    {
        double size = Math.Abs(x);
        if (!(delta >= 0) || double.IsNaN(x)) return double.NaN;
        return size <= delta ? 0.5 * x * x : delta == 0 ? 0 : delta * (size - 0.5 * delta);
    }
}
