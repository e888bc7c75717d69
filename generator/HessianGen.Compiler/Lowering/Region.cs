namespace HessianGen.Compiler.Lowering;

/// <summary>A node of the tree of nested regions; blocks and the constructs that hold them alternate.</summary>
internal sealed class Region(Region? parent, RegionKind kind)
{
    public Region? Parent { get; } = parent;

    public RegionKind Kind { get; } = kind;

    private int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>True for the region itself and all in it.</summary>
    public bool Contains(Region other)
    {
        Region? at = other;
        while (at is not null && at.Depth > Depth) at = at.Parent;
        return ReferenceEquals(at, this);
    }

    /// <summary>The innermost region that contains both.</summary>
    public static Region Common(Region a, Region b)
    {
        while (!ReferenceEquals(a, b))
        {
            if (a.Depth >= b.Depth) a = a.Parent!;
            else b = b.Parent!;
        }

        return a;
    }

    /// <summary>True where a loop strictly inside <paramref name="outer"/> contains both points: what is read at one of them is read again after the other.</summary>
    public static bool ShareLoopInside(Region outer, Region a, Region b)
    {
        for (Region at = Common(a, b); !ReferenceEquals(at, outer); at = at.Parent!)
        {
            if (at.Kind == RegionKind.Loop) return true;
            if (at.Parent is null) return false;
        }

        return false;
    }
}
