using System.Runtime.InteropServices;

namespace HessianGen.Runtime;

/// <summary>64 bytes: the unit in which the arena counts, and the alignment of all that it gives out.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal readonly struct CacheLine
{
    public const int Size = 64;
}
