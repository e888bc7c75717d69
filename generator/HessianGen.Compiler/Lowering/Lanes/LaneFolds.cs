using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Private arrays of which nothing but sums over all iterations is asked: their groups of lanes need not be kept apart.</summary>
/// <remarks>
/// <code>
/// for n { y = ...;  for j { bar[j] += y·w[j] }  for j { g[j] -= bar[j] } }
///   →   for n by 32 { y = ...;  t = Σ groups of y;  for j { bar[j] += t·w[j] }  for j { g[j] -= bar[j] } }
/// </code>
/// What is added to such an array ends, times factors that all iterations share, as a term of a sum over the iterations; one group of lanes holds what all of them add.
/// Adjoints of what is linear in constant data are such arrays.
/// </remarks>
internal sealed class LaneFolds
{
    private readonly Spread spread;
    private readonly HashSet<KernelArray> folds;
    private bool changed;

    private LaneFolds(ForStatement loop, Spread spread)
    {
        this.spread = spread;
        IEnumerable<KernelArray> written = KernelTree.Statements(loop.Body).OfType<WriteElement>().Select(w => w.Array);
        folds = [.. written.Where(a => spread.IsPrivate(a) && spread.IsWide(a) && a.Element == spread.Element)];
    }

    public static HashSet<KernelArray> Find(ForStatement loop, Spread spread)
    {
        LaneFolds search = new(loop, spread);
        do
        {
            search.changed = false;
            search.Visit(loop.Body, isVarying: false);
        }
        while (search.changed);
        return search.folds;
    }

    private void Visit(KernelBlock block, bool isVarying)
    {
        foreach (KernelStatement statement in block.Statements)
        {
            switch (statement)
            {
                case WriteElement write: Visit(write, isVarying); break;
                case FillRange { Target.Array: var array, Value: var value }:
                    if (isVarying || value is not ConstantExpression { Constant: var constant } || constant != Atom.Zero(array.Element)) Refuse([array]);
                    Refuse(KernelTree.Read(statement));
                    break;
                default:
                    Refuse(KernelTree.Read(statement).Concat(KernelTree.Written(statement)));
                    break;
            }

            bool differs = isVarying || spread.Diverges(statement);
            foreach (KernelBlock inner in statement.Blocks) Visit(inner, differs);
        }
    }

    private void Visit(WriteElement write, bool isVarying)
    {
        bool isSum = !isVarying && (write.Operator == Primitives.Add || write.Operator == Primitives.Sub) && spread.MotionOf(write.Index).IsSame
            && (folds.Contains(write.Array) || !spread.IsPrivate(write.Array) && write.Array.Element == spread.Element && write.Array.Storage != ArrayStorage.Growable);
        if (!isSum)
        {
            Refuse([write.Array, .. KernelTree.Read(write)]);
            return;
        }

        KernelExpression[] summed = [.. LaneTerm.Summed(write.Value, spread)];
        int elsewhere = KernelTree.Nodes(write).OfType<ElementExpression>().Count(IsFold) - summed.OfType<ElementExpression>().Count(IsFold);
        if (elsewhere > 0) Refuse(KernelTree.Nodes(write).OfType<ElementExpression>().Select(e => e.Array));
    }

    private bool IsFold(ElementExpression element) => folds.Contains(element.Array);

    private void Refuse(IEnumerable<KernelArray> arrays)
    {
        foreach (KernelArray array in arrays.ToArray()) changed |= folds.Remove(array);
    }
}
