namespace HessianGen.Generator.Frontend;

/// <summary>What one attempt at translating a method has found out that the next one must know from the start.</summary>
/// <remarks>
/// Places in the program are keys that are the same in every attempt (<c>sites</c>). An attempt during which no fact changed
/// was translated under exactly the facts that it confirms; every other one is thrown away.
/// </remarks>
internal sealed class Layout
{
    /// <summary>More attempts than any sensible method needs.</summary>
    private const int AttemptLimit = 100;

    private readonly HashSet<string> written = [];
    private readonly HashSet<string> sequential = [];
    private readonly HashSet<string> constant = [];
    private readonly HashSet<string> varying = [];
    private readonly Dictionary<string, string> parents = [];
    private readonly Dictionary<string, int> depths = [];
    private readonly List<string> order = [];
    private readonly Dictionary<string, SiteSize> sizes = [];
    private readonly Dictionary<string, string> memory = [];
    private readonly Dictionary<string, string> makers = [];
    private readonly HashSet<string> moving = [];
    private int attempts;

    /// <summary>True where this attempt changed a fact: its result must be thrown away.</summary>
    public bool IsStale { get; private set; }

    /// <summary>False when it is time to give up.</summary>
    public bool Begin()
    {
        IsStale = false;
        return ++attempts <= AttemptLimit;
    }

    /// <summary>Parameters whose memory is written, and which are therefore copied first.</summary>
    public bool IsWritten(string site) => written.Contains(site);

    public void MarkWritten(string site) => IsStale |= written.Add(site);

    /// <summary>Loops that look counted, but whose bound the body changes.</summary>
    public bool IsSequential(string site) => sequential.Contains(site);

    public void MarkSequential(string site) => IsStale |= sequential.Add(site);

    /// <summary>Offsets and lengths of array variables that a loop assigns and leaves as they are.</summary>
    public bool IsConstant(string leaf) => constant.Contains(leaf);

    public void MarkConstant(string leaf) => IsStale |= !varying.Contains(leaf) && constant.Add(leaf);

    /// <summary>What looked constant is not, now that more is known of regions; it will never be taken for constant again.</summary>
    public void MarkVarying(string leaf)
    {
        if (varying.Add(leaf)) IsStale |= constant.Remove(leaf);
    }

    /// <summary>The site whose memory an array variable gets in a loop, where it has none before it; null where it has some, or none at all.</summary>
    public string? MemoryOf(string leaf) => memory.TryGetValue(leaf, out string? site) ? site : null;

    public void SetMemory(string leaf, string site)
    {
        if (memory.ContainsKey(leaf)) return;
        memory.Add(leaf, site);
        IsStale = true;
    }

    /// <summary>Remembers that the rows of the arrays made at a site lie in this memory.</summary>
    /// <param name="isInPlace">True where the row is made for the element that it is stored in.</param>
    public void LearnRow(string rowsSite, string rowSite, bool isInPlace)
    {
        Join(rowsSite, rowSite);
        if (!makers.ContainsKey(rowsSite)) makers.Add(rowsSite, rowSite);
        if (!isInPlace || makers[rowsSite] != rowSite) MarkMoving(rowsSite);
    }

    /// <summary>Rows of these arrays are moved from element to element, or shared.</summary>
    public void MarkMoving(string rowsSite) => IsStale |= moving.Add(rowsSite);

    /// <summary>The site that makes each row of the region for the element in which it stays; null where rows move, or there are none.</summary>
    public string? MakerOfRows(string root)
    {
        string[] groups = [.. makers.Keys.Where(rows => RootOf(rows) == root)];
        return groups.Length == 1 && !moving.Contains(groups[0]) ? makers[groups[0]] : null;
    }

    /// <summary>Rows that lie in this region are moved, or shared.</summary>
    public void MarkAllMoving(string root)
    {
        foreach (string rows in makers.Keys.Where(rows => RootOf(rows) == root).ToArray()) MarkMoving(rows);
    }

    /// <summary>True where arrays lie in the region that elements of other arrays refer to.</summary>
    public bool HoldsRows(string root) => makers.Keys.Any(rows => RootOf(rows) == root);

    /// <summary>True where the memory made at this site is part of a region that is allocated elsewhere.</summary>
    public bool IsShared(string site) => parents.ContainsKey(site) || depths.ContainsKey(site);

    /// <summary>The key of the region that the site's memory belongs to.</summary>
    public string RootOf(string site)
    {
        while (parents.TryGetValue(site, out string? parent) && parent != site) site = parent;
        return site;
    }

    /// <summary>From now on one variable may hold arrays of both sites, so they share a region.</summary>
    public void Unite(string x, string y)
    {
        (string rootX, string rootY) = (RootOf(x), RootOf(y));
        parents[x] = parents[rootX] = rootX;
        parents[rootY] = rootX;
        if (!parents.ContainsKey(y)) parents[y] = rootX;
        IsStale = true;
    }

    /// <summary>As <see cref="Unite"/>, where that is news.</summary>
    public void Join(string x, string y)
    {
        if (RootOf(x) != RootOf(y) || !parents.ContainsKey(x)) Unite(x, y);
    }

    /// <summary>How many blocks may be open around the allocation of the region.</summary>
    public int DepthOf(string root) => depths.Where(d => RootOf(d.Key) == root).Select(d => d.Value).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>The region is used where at most so many of the blocks around its allocation are still open.</summary>
    public void Raise(string site, int depth)
    {
        string root = RootOf(site);
        if (DepthOf(root) <= depth) return;
        depths[root] = depth;
        IsStale = true;
    }

    /// <summary>The sites of a region with what the last attempt found of their sizes, in the order in which they were met.</summary>
    public IEnumerable<(string Site, SiteSize Size)> SizesOf(string root) => order.Where(s => RootOf(s) == root).Select(s => (s, sizes[s]));

    public void Record(string site, SiteSize size)
    {
        if (sizes.TryGetValue(site, out SiteSize known) && known.Equals(size)) return;
        if (known is null) order.Add(site);
        sizes[site] = size;
        IsStale = true;
    }
}
