using System.ComponentModel;

namespace HessianGen.Runtime;

/// <summary>Scratch memory of generated code: one bump arena per thread, pinned and 64-byte aligned.</summary>
/// <remarks>
/// <code>
/// using WorkspaceScope scope = Workspace.Enter();
/// Span&lt;double&gt; hidden = scope.Rent&lt;double&gt;(n);
/// </code>
/// Scopes nest (a generated method may call another), and each gives back what was rented in it, also when an exception
/// passes. Once the arena is large enough nothing is allocated, whatever the collector does in between: the arena, not
/// a shared pool, owns the memory. It stays with its thread until the thread ends.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Workspace
{
    [ThreadStatic]
    private static WorkspaceArena? s_arena;

    /// <summary>Opens a scope on the calling thread's arena. Dispose it on the same thread, innermost first.</summary>
    public static WorkspaceScope Enter() => new(s_arena ??= new WorkspaceArena());
}
