namespace HessianGen.Optimization.Tests;

/// <summary>Keeps what is reported, on the calling thread, and may react to it.</summary>
internal sealed class Recorder<T>(Action<T>? react = null) : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value)
    {
        Reports.Add(value);
        react?.Invoke(value);
    }
}
