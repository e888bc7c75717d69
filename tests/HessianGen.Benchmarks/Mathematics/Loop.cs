namespace HessianGen.Benchmarks.Mathematics;

/// <summary>result[i] = f(x[i], y[i]); the second argument may be ignored.</summary>
internal delegate void Loop<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result);
