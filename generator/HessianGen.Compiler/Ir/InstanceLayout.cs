namespace HessianGen.Compiler.Ir;

/// <summary>What of an array belongs to which instance of a batch.</summary>
internal enum InstanceLayout
{
    /// <summary>All of it to every instance; so in every function that is no batch.</summary>
    Shared,

    /// <summary>Element p to instance p: what is one number for one instance.</summary>
    Elements,

    /// <summary>Element k·stride + p to instance p, which knows it as element k: a row for each k.</summary>
    Rows,
}
