namespace HessianGen.Testing;

/// <summary>Counts managed allocation.</summary>
public static class Allocation
{
    private const int Measurements = 5;

    /// <summary>The bytes that the action allocates on this thread in each call once it is warm.</summary>
    /// <remarks>
    /// Two calls warm it up: the first may compile it and grow workspaces, the second is to find all that in place. The
    /// least of several measurements counts: a collection started by another thread retires this thread's allocation
    /// context, and the unused rest of it (up to 8 KB) is then counted as allocated. What every call allocates stays.
    /// </remarks>
    public static long Of(Action action)
    {
        action();
        action();
        long least = long.MaxValue;
        for (int i = 0; i < Measurements && least > 0; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
