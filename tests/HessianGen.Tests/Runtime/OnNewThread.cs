using System.Runtime.ExceptionServices;

namespace HessianGen.Tests.Runtime;

/// <summary>Runs a test on a thread of its own, whose workspace nobody has used before.</summary>
internal static class OnNewThread
{
    public static void Run(Action test)
    {
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try { test(); }
            catch (Exception e) { failure = e; }
        });
        thread.Start();
        thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
