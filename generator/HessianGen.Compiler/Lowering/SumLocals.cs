using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>An element that every iteration adds to is summed up in a variable.</summary>
/// <remarks>
/// <code>
/// for n { g[k] += x }      →      sum = 0;  for n { sum += x }  if (there was an iteration) g[k] += sum;
/// </code>
/// </remarks>
internal static class SumLocals
{
    /// <param name="loop">The loop.</param>
    /// <param name="isSum">True for an array of which the loop uses nothing but what is added to.</param>
    /// <param name="isInside">True for an array and a place that is surely one of its: it may be added to also where no iteration was.</param>
    /// <returns>What stands before the loop, the loop, and what stands after it.</returns>
    public static (List<KernelStatement> Before, ForStatement Loop, List<KernelStatement> After) Run(ForStatement loop, Func<KernelArray, bool> isSum, Func<KernelArray, KernelExpression, bool> isInside)
    {
        IndexForms forms = new(loop);
        List<(KernelArray Array, KernelExpression Index, Local Sum)> sums = [];
        KernelBlock body = new(loop.Body.Statements.Select(statement =>
        {
            if (statement is not WriteElement { Operator: { } primitive } write || primitive != Primitives.Add && primitive != Primitives.Sub || !write.Array.Element.IsFloat() || !isSum(write.Array)) return statement;
            Polynomial index = forms.Of(write.Index);
            if (!forms.IsFixed(index)) return statement;
            KernelExpression place = forms.Expression(index);
            Local? sum = sums.Where(s => s.Array == write.Array && s.Index == place).Select(s => s.Sum).FirstOrDefault();
            if (sum is null) sums.Add((write.Array, place, sum = new(write.Array.Element, null, NameOf(write.Array, place))));
            return new AssignLocal(sum, write.Value, primitive) { Line = write.Line };
        }).ToEquatableArray());
        if (sums.Count == 0) return ([], loop, []);
        KernelExpression runs = new OperationExpression(loop.Step > 0 ? Primitives.Lt : Primitives.Gt, new([loop.Start, loop.End]), ScalarType.Bool);
        ILookup<bool, KernelStatement> writes = sums.ToLookup(s => isInside(s.Array, s.Index), s => (KernelStatement)new WriteElement(s.Array, s.Index, new LocalExpression(s.Sum), Primitives.Add));
        return (
            [.. sums.Select(s => new AssignLocal(s.Sum, new ConstantExpression(Atom.Zero(s.Array.Element))))],
            loop with { Body = body },
            [.. writes[true], .. writes[false].Any() ? [new IfStatement(runs, new(writes[false].ToEquatableArray()), KernelBlock.Empty)] : Array.Empty<KernelStatement>()]);
    }

    /// <summary><c>gradient3Sum</c> for <c>gradient[3]</c>, else <c>gradientSum</c>.</summary>
    private static string NameOf(KernelArray array, KernelExpression place)
    {
        string name = array.Preferred ?? "element";
        return place is ConstantExpression { Constant: var index } && !char.IsDigit(name[name.Length - 1]) ? FormattableString.Invariant($"{name}{index.Integer}Sum") : name + "Sum";
    }
}
