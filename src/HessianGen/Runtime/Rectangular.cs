using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HessianGen.Runtime;

/// <summary>Rectangular arrays as generated code sees them: their elements one after another, the last index running fastest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rectangular
{
    /// <summary>All elements of an array of any rank, in place.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="array"/> is null.</exception>
    public static Span<T> Elements<T>(Array array, [CallerArgumentExpression(nameof(array))] string? name = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array, name);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }
}
