namespace HessianGen.Testing;

/// <summary>Counts managed allocation.</summary>
public static class Allocation
{
    /// <summary>The bytes that the action allocates on this thread in its third call.</summary>
    /// <remarks>Two calls warm it up: the first may compile it and grow workspaces, the second is to find all that in place.</remarks>
    public static long Of(Action action)
    {
        action();
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
