using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The memory of lanes: the user's arrays widened, and small buffers for what is done lane by lane.</summary>
internal sealed class LaneBuffers
{
    private readonly Dictionary<KernelArray, KernelExpression> extents;
    private readonly Dictionary<KernelArray, (KernelArray Array, int Lanes)> wide = [];
    private readonly List<(KernelArray Array, int Lanes)> made = [];
    private readonly Dictionary<(ScalarType, int), Stack<KernelArray>> free = [];
    private LaneShape shape = null!;
    private ISet<KernelArray> folds = null!;

    /// <param name="body">Where arrays are declared.</param>
    public LaneBuffers(KernelBlock body)
    {
        extents = KernelTree.Statements(body).OfType<DeclareArray>().ToDictionary(d => d.Array, d => d.Extent);
        Facts = new(body);
        foreach (RequireLength check in body.Statements.OfType<RequireLength>()) extents[check.Array] = check.Expected;
        foreach (DeclareBand band in body.Statements.OfType<DeclareBand>()) extents[band.Array] = band.Length;
    }

    /// <summary>What is known of lengths and strides.</summary>
    public EntryFacts Facts { get; }

    /// <summary>The declarations of the small buffers, for the beginning of the method.</summary>
    public IEnumerable<KernelStatement> Declarations => made.Select(b => new DeclareArray(b.Array, Motion.Constant(b.Lanes), null, false));

    /// <summary>The number of elements of an array before it was widened.</summary>
    public KernelExpression ExtentOf(KernelArray array) => extents.TryGetValue(array, out KernelExpression? extent) ? extent : new LengthExpression(array);

    /// <summary>Takes note of an array that was not there before.</summary>
    public void Add(DeclareArray declaration) => extents[declaration.Array] = declaration.Extent;

    /// <summary>From here on arrays are widened by as many lanes.</summary>
    /// <param name="folds">The arrays that need one group of them.</param>
    public void Begin(LaneShape shape, ISet<KernelArray> folds) => (this.shape, this.folds) = (shape, folds);

    /// <summary>The array with room for all lanes.</summary>
    public KernelArray WideOf(KernelArray array)
    {
        if (!wide.TryGetValue(array, out (KernelArray Array, int Lanes) known)) wide[array] = known = (new(array.Element, array.Preferred, ArrayStorage.Workspace), folds.Contains(array) ? shape.GroupLanes : shape.Lanes);
        return known.Array;
    }

    /// <summary>How many lanes an array has room for.</summary>
    public int LanesOf(KernelArray array) => wide[array].Lanes;

    /// <summary>The declaration of an array as it is now.</summary>
    /// <param name="scope">What is open where it is declared.</param>
    public DeclareArray Widened(DeclareArray declaration, Func<WorkspaceVariable> scope) =>
        wide.TryGetValue(declaration.Array, out (KernelArray Array, int Lanes) known)
            ? declaration with { Array = known.Array, Extent = Motion.Apply(Primitives.Mul, declaration.Extent, Motion.Constant(known.Lanes)), Scope = scope() }
            : declaration;

    /// <summary>A buffer with an element for each lane.</summary>
    public KernelArray Rent(ScalarType element, LaneShape shape, string? name)
    {
        if (free.TryGetValue((element, shape.Lanes), out Stack<KernelArray>? unused) && unused.Count > 0) return unused.Pop();
        KernelArray array = new(element, name, ArrayStorage.Stack) { IsLaneBuffer = true };
        made.Add((array, shape.Lanes));
        return array;
    }

    public void Return(KernelArray array, LaneShape shape)
    {
        if (!free.TryGetValue((array.Element, shape.Lanes), out Stack<KernelArray>? unused)) free[(array.Element, shape.Lanes)] = unused = new();
        unused.Push(array);
    }
}
