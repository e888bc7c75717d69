namespace HessianGen.Testing;

/// <summary>A promise that every test relies on was broken: the harness stops before the test looks at anything.</summary>
public sealed class HarnessException(string message, Exception? inner = null) : Exception(message, inner);
