namespace HessianGen.Generator.Frontend;

/// <summary>What one attempt at translating a method has found out that the next one must know from the start.</summary>
/// <remarks>Facts are only ever added, and there are finitely many, so the attempts come to an end.</remarks>
internal sealed class Layout
{
    private readonly HashSet<string> written = [];
    private readonly HashSet<string> sequential = [];

    /// <summary>True where this attempt added a fact: its result must be thrown away.</summary>
    public bool IsStale { get; private set; }

    public void Begin() => IsStale = false;

    /// <summary>Parameters whose memory is written, and which are therefore copied first.</summary>
    public bool IsWritten(string site) => written.Contains(site);

    public void MarkWritten(string site) => IsStale |= written.Add(site);

    /// <summary>Loops that look counted, but whose bound the body changes.</summary>
    public bool IsSequential(string site) => sequential.Contains(site);

    public void MarkSequential(string site) => IsStale |= sequential.Add(site);
}
