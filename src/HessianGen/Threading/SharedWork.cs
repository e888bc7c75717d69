using System.Runtime.ExceptionServices;

namespace HessianGen.Threading;

/// <summary>Runs numbered tasks on the calling thread, with the help of threads of the pool.</summary>
/// <remarks>
/// The caller takes tasks like everybody else and waits only for those that have been begun: with a busy pool it does all of
/// them itself. A helper that comes late helps with the next tasks, or finds none. Nothing is allocated.
/// </remarks>
internal sealed class SharedWork(Action<int> run) : IThreadPoolWorkItem
{
    /// <summary>Tasks that nobody has taken; negative where helpers have asked in vain.</summary>
    private int _untaken;

    /// <summary>Tasks that are not finished.</summary>
    private int _unfinished;

    /// <summary>Helpers that are queued or running.</summary>
    private int _helpers;

    private readonly Lock _failing = new();
    private Exception? _failure;
    private int _failed;

    /// <summary>Runs the tasks 0 to <paramref name="count"/> − 1, each once, in any order, on at most <paramref name="threads"/> threads.</summary>
    /// <remarks>If tasks throw, all run nevertheless, and the exception of the lowest task comes out. One caller at a time.</remarks>
    public void Run(int count, int threads)
    {
        _failure = null;
        Volatile.Write(ref _unfinished, count);
        Volatile.Write(ref _untaken, count);
        for (int helpers = Volatile.Read(ref _helpers); helpers < Math.Min(threads, count) - 1; helpers++)
        {
            Interlocked.Increment(ref _helpers);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        TakeTasks();
        SpinWait spin = default;
        while (Volatile.Read(ref _unfinished) > 0) spin.SpinOnce(sleep1Threshold: -1);
        if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    void IThreadPoolWorkItem.Execute()
    {
        TakeTasks();
        Interlocked.Decrement(ref _helpers);
    }

    private void TakeTasks()
    {
        while (Interlocked.Decrement(ref _untaken) is >= 0 and int task)
        {
            try
            {
                run(task);
            }
            catch (Exception failure)
            {
                Keep(failure, task);
            }

            Interlocked.Decrement(ref _unfinished);
        }
    }

    private void Keep(Exception failure, int task)
    {
        lock (_failing)
        {
            if (_failure is not null && _failed < task) return;
            (_failure, _failed) = (failure, task);
        }
    }
}
