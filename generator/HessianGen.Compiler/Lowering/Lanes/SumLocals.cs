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
    /// <returns>What stands before the loop, the loop, and what stands after it.</returns>
    public static (List<KernelStatement> Before, ForStatement Loop, List<KernelStatement> After) Run(ForStatement loop)
    {
        IndexForms forms = new(loop);
        List<(KernelArray Array, KernelExpression Index, Local Sum)> sums = [];
        KernelBlock body = new(loop.Body.Statements.Select(statement =>
        {
            if (statement is not WriteElement { Operator: { } primitive } write || loop.Privates!.Contains(write.Array) || primitive != Primitives.Add && primitive != Primitives.Sub || !write.Array.Element.IsFloat()) return statement;
            Polynomial index = forms.Of(write.Index);
            if (!forms.IsFixed(index)) return statement;
            KernelExpression place = forms.Expression(index);
            Local? sum = sums.Where(s => s.Array == write.Array && s.Index == place).Select(s => s.Sum).FirstOrDefault();
            if (sum is null) sums.Add((write.Array, place, sum = new(write.Array.Element, null, (write.Array.Preferred ?? "element") + "Sum")));
            return new AssignLocal(sum, write.Value, primitive) { Line = write.Line };
        }).ToEquatableArray());
        if (sums.Count == 0) return ([], loop, []);
        KernelExpression runs = new OperationExpression(Primitives.Lt, new([loop.Start, loop.End]), ScalarType.Bool);
        IEnumerable<KernelStatement> writes = sums.Select(s => new WriteElement(s.Array, s.Index, new LocalExpression(s.Sum), Primitives.Add));
        return (
            [.. sums.Select(s => new AssignLocal(s.Sum, new ConstantExpression(Atom.Zero(s.Array.Element))))],
            loop with { Body = body },
            [new IfStatement(runs, new(writes.ToEquatableArray()), KernelBlock.Empty)]);
    }
}
