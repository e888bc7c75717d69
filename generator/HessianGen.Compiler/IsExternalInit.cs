#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices;

/// <summary>What <c>init</c> accessors and records need and netstandard2.0 lacks.</summary>
internal static class IsExternalInit;
#endif
