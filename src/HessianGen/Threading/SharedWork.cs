using System.Runtime.ExceptionServices;

namespace HessianGen.Threading;

/// <summary>Runs numbered tasks on the calling thread, with the help of threads of the pool.</summary>
/// <remarks>
/// The caller takes tasks from the front, helpers from the back: with the same tasks again and again, each finds in its caches what it has worked on
/// before. The caller waits only for tasks that have been begun: with a busy pool it does all of them itself. A helper that comes late helps with the next tasks, or finds none.
/// A solver calls again within microseconds, and waking a thread takes several: so helpers look out for more tasks for a moment before they
/// go back to the pool. Nothing is allocated.
/// </remarks>
internal sealed class SharedWork(Action<int> run) : IThreadPoolWorkItem
{
    private const int Pause = 2;

    /// <summary>How often to look before giving way to other threads: for about 50 µs.</summary>
    private static readonly int Patience = Environment.ProcessorCount > 1 ? 1000 : 0;

    /// <summary>The tasks that nobody has taken: the first in the lower half, the end in the upper one.</summary>
    private long _untaken;

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
        Volatile.Write(ref _untaken, Pack(0, count));
        for (int helpers = Volatile.Read(ref _helpers); helpers < Math.Min(threads, count) - 1; helpers++)
        {
            Interlocked.Increment(ref _helpers);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        TakeTasks(isHelper: false);
        for (int looks = 0; Volatile.Read(ref _unfinished) > 0; looks++)
        {
            if (looks < Patience) Thread.SpinWait(Pause);
            else Thread.Yield();
        }

        if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    void IThreadPoolWorkItem.Execute()
    {
        do TakeTasks(isHelper: true);
        while (MoreComes());
        Interlocked.Decrement(ref _helpers);
    }

    private static long Pack(int first, int end) => ((long)end << 32) | (uint)first;

    private static (int First, int End) Unpack(long tasks) => ((int)tasks, (int)(tasks >> 32));

    private bool MoreComes()
    {
        for (int looks = 0; looks < Patience; looks++)
        {
            (int first, int end) = Unpack(Volatile.Read(ref _untaken));
            if (first < end) return true;
            Thread.SpinWait(Pause);
        }

        return false;
    }

    private void TakeTasks(bool isHelper)
    {
        while (Take(isHelper) is >= 0 and int task)
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

    /// <summary>A task that nobody else has, or −1.</summary>
    private int Take(bool fromTheBack)
    {
        while (true)
        {
            long tasks = Volatile.Read(ref _untaken);
            (int first, int end) = Unpack(tasks);
            if (first >= end) return -1;
            long rest = fromTheBack ? Pack(first, end - 1) : Pack(first + 1, end);
            if (Interlocked.CompareExchange(ref _untaken, rest, tasks) == tasks) return fromTheBack ? end - 1 : first;
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
