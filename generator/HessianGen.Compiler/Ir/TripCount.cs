namespace HessianGen.Compiler.Ir;

/// <summary>How often a <c>for</c> runs: max(0, ⌈(end − start)/step⌉).</summary>
internal static class TripCount
{
    /// <summary>The number of iterations between bounds of the given type.</summary>
    public static ulong Of(long start, long end, long step, ScalarType type)
    {
        bool isUp = step > 0;
        (long low, long high) = isUp ? (start, end) : (end, start);
        bool runs = type == ScalarType.U64 ? unchecked((ulong)low < (ulong)high) : low < high;
        if (!runs) return 0;
        ulong distance = unchecked((ulong)high - (ulong)low);
        ulong stride = isUp ? (ulong)step : unchecked(0 - (ulong)step);
        return (distance - 1) / stride + 1;
    }

    /// <summary>The number of iterations where both bounds are constants, else null.</summary>
    public static ulong? Of(For loop) =>
        loop.Start.IsConstant && loop.End.IsConstant ? Of(loop.Start.Integer, loop.End.Integer, loop.Step, loop.End.ConstantType) : null;
}
