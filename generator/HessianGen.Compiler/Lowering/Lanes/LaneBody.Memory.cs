using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class LaneBody
{
    /// <summary>The vector of consecutive elements from an index that has been checked.</summary>
    private KernelExpression Loaded(KernelArray array, KernelExpression index, LaneShape lanes, string name) => Held(new LaneElement(array, index, Motion.Constant(1), null, lanes), name);

    /// <summary>Elements that the body reads; what has just been read, and not been written since, is not loaded again.</summary>
    private KernelExpression Read(KernelArray array, LaneElement element)
    {
        if (known.Select(k => k.Loads.TryGetValue(element, out (KernelArray, Local Local) load) ? load.Local : null).FirstOrDefault(l => l is not null) is { } found) return new LocalExpression(found);
        LocalExpression result = (LocalExpression)Held(element, ElementName(array));
        if (element.Index is ConstantExpression || element.Index is LocalExpression { Local: var index } && !volatiles.Contains(index)) known.Peek().Loads[element] = (array, result.Local);
        return result;
    }

    /// <summary>What has been loaded got another name, or one that will hold something else.</summary>
    private void Rename(Local local, Local? name)
    {
        foreach (LaneFacts facts in known)
        {
            foreach (KeyValuePair<LaneElement, (KernelArray Array, Local Local)> load in facts.Loads.Where(l => l.Value.Local == local).ToArray())
            {
                if (name is null) facts.Loads.Remove(load.Key);
                else facts.Loads[load.Key] = (load.Value.Array, name);
            }
        }
    }

    /// <summary>Forgets what has been loaded from arrays that a statement writes to.</summary>
    private void ForgetLoads(KernelStatement statement)
    {
        HashSet<KernelArray> written = [.. KernelTree.Statements(statement).SelectMany(KernelTree.Written)];
        if (written.Count == 0) return;
        foreach (LaneFacts facts in known)
        {
            foreach (LaneElement element in facts.Loads.Where(l => written.Contains(l.Value.Array)).Select(l => l.Key).ToArray()) facts.Loads.Remove(element);
        }
    }

    /// <summary>Where the lanes of an element of a private array begin; the element is checked unless it is certain.</summary>
    private KernelExpression IndexOf(KernelArray array, KernelExpression element) =>
        Index(array.Storage == ArrayStorage.Growable ? Scalar(element) : Times(Inside(array, element, Scalar(element)), LanesOf(array)));

    /// <summary>The index of an element of a private array, checked unless the loops around keep it in its bounds.</summary>
    /// <param name="own">The index as a lane sees it.</param>
    private KernelExpression Inside(KernelArray array, KernelExpression element, KernelExpression own) =>
        array.Storage == ArrayStorage.Growable || IsInside(element, buffers.ExtentOf(array)) ? own : new InsideIndex(own, ExtentIn(array));

    /// <summary>The number of elements that each lane has.</summary>
    private KernelExpression ExtentIn(KernelArray array)
    {
        if (buffers.ExtentOf(array) is ConstantExpression constant) return constant;
        KernelExpression length = new LengthExpression(Renamed(array));
        int lanes = arrays.ContainsKey(array) ? LanesOf(array) : buffers.LanesOf(array);
        return new OperationExpression(Primitives.Div, new([length, Motion.Constant(lanes)]), ScalarType.I32);
    }

    /// <summary>An index under a name; the same index has the same name as long as nothing changes it.</summary>
    private KernelExpression Index(KernelExpression index)
    {
        if (index is ConstantExpression or LocalExpression) return index;
        bool isStable = ExpressionTree.Nodes(index).All(n => n is not ElementExpression && (n is not LocalExpression { Local: var local } || !volatiles.Contains(local)));
        if (isStable && known.Select(k => k.Indices.TryGetValue(index, out Local? named) ? named : null).FirstOrDefault(n => n is not null) is { } found) return new LocalExpression(found);
        LocalExpression result = (LocalExpression)Held(index, "at");
        if (isStable) known.Peek().Indices[index] = result.Local;
        return result;
    }

    /// <summary>The index of the first of consecutive elements, which are checked here or before the loop unless they are certain; and the lanes that may touch them, null for all.</summary>
    private (KernelExpression At, KernelExpression? Active) Checked(KernelArray array, KernelExpression index)
    {
        bool isCertain = IsInside(index, buffers.ExtentOf(array)), isAlways = path.Count == 1 && known.Count == 1;
        KernelExpression? row = isAlways && !isCertain ? Header.RowOf(array, index) : null;
        KernelExpression at = Index(row is null ? Scalar(index) : Motion.Apply(Primitives.Add, row, new LocalExpression(counter)));
        bool isChecked = isCertain || row is not null;
        if (bits is null && !isChecked) Check(array, at, shape.Lanes);
        return (at, isChecked && loop.IsLong ? null : Active);
    }

    /// <summary>Writes a check of a range, unless the same has been checked.</summary>
    private void Check(KernelArray array, KernelExpression index, int count)
    {
        bool isStable = index is not LocalExpression { Local: var local } || !volatiles.Contains(local);
        if (known.Any(k => k.Checked.Contains((array, index, count)))) return;
        if (isStable) known.Peek().Checked.Add((array, index, count));
        output.Add(new CheckLanes(array, index, count) { Line = line });
    }

    /// <summary>True where the loops around keep an index in its bounds.</summary>
    private bool IsInside(KernelExpression index, KernelExpression extent)
    {
        if (LanePanels.Range(forms, path, forms.Of(index)) is not var (low, high)) return false;
        return buffers.Facts.IsNonNegative(low, forms) && buffers.Facts.IsNonNegative(forms.Of(extent) - high - Polynomial.One, forms);
    }

    /// <summary>A long function by a call on memory.</summary>
    private KernelExpression Mapped(Primitive function, KernelExpression[] arguments)
    {
        KernelArray[] memory = [.. arguments.Select(_ => buffers.Rent(shape.Element, shape, "lanes"))];
        for (int i = 0; i < arguments.Length; i++) output.Add(new WriteLanes(memory[i], Motion.Constant(0), Motion.Constant(1), arguments[i], false, null));
        output.Add(new MapLanes(function, memory));
        KernelExpression result = Loaded(memory[0], Motion.Constant(0), shape, function.Name);
        foreach (KernelArray array in memory) buffers.Return(array, shape);
        return result;
    }
}
