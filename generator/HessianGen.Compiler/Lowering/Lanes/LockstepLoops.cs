using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Prepares loops that end when a condition says so: lanes leave them one after another, and what they count until then they count together.</summary>
/// <remarks>
/// <code>
/// while (c) { a[k] = x;  k++ }  use(k)      →      step = k;  while (true) { last = step on leaving;  if (!c) break;  a[step] = x;  step++ }  use(last)
/// </code>
/// All lanes that still run have the same <c>step</c>, so that it indexes whole vectors. Only <c>last</c> is another number in each lane.
/// </remarks>
internal sealed class LockstepLoops
{
    private readonly KernelBlock body;
    private readonly HashSet<Local> assigned = [];

    private LockstepLoops(KernelBlock body) => this.body = body;

    /// <param name="body">The body of the loop whose iterations become lanes.</param>
    public static KernelBlock Run(KernelBlock body) =>
        KernelTree.Statements(body).Any(s => s is WhileStatement) ? new LockstepLoops(body).Rewrite(body) : body;

    private KernelBlock Rewrite(KernelBlock block)
    {
        Local[] before = [.. assigned];
        List<KernelStatement> result = [];
        Dictionary<Local, Local> last = [];
        foreach (KernelStatement statement in block.Statements)
        {
            if (statement is AssignLocal { Local: var local })
            {
                assigned.Add(local);
                if (IsSet(local, statement)) last.Remove(local);
            }

            KeyValuePair<Local, Local>[] names = [.. last];
            IEnumerable<KernelStatement> rewritten = statement is WhileStatement loop ? Rewrite(loop, block, last) : [KernelTree.WithBlocks(statement, Rewrite)];
            result.AddRange(rewritten.Select(s => names.Aggregate(s, (renamed, name) => KernelTree.Replace(renamed, name.Key, name.Value))));
        }

        assigned.Clear();
        assigned.UnionWith(before);
        return new(result.ToEquatableArray());
    }

    /// <param name="block">Where the loop stands.</param>
    /// <param name="last">Takes the variables that have another name behind the loop.</param>
    private IEnumerable<KernelStatement> Rewrite(WhileStatement loop, KernelBlock block, Dictionary<Local, Local> last)
    {
        KernelStatement[] others = [.. KernelTree.StatementsOutside(body, s => ReferenceEquals(s, loop))];
        HashSet<Local> outside = [.. others.SelectMany(KernelTree.Locals)], read = [.. others.SelectMany(KernelTree.Nodes).OfType<LocalExpression>().Select(r => r.Local)];
        WhileStatement result = (WhileStatement)KernelTree.WithBlocks(loop, Rewrite);
        List<Local> steps = [];
        List<KernelStatement> before = [], leaving = [];
        foreach (Local local in KernelTree.Statements(result.Body).OfType<AssignLocal>().Select(a => a.Local).Distinct().Where(l => l.Type.IsInteger() && outside.Contains(l) && assigned.Contains(l)).ToArray())
        {
            Local step = local.Copy(), end = IsOwn(local, block) ? local.Copy() : local;
            result = (WhileStatement)KernelTree.Replace(result, local, step);
            steps.Add(step);
            before.Add(new AssignLocal(step, new LocalExpression(local)) { Line = loop.Line });
            if (end == local || read.Contains(local)) leaving.Add(new AssignLocal(end, new LocalExpression(step)) { Line = loop.Line, IsOnLeaving = true });
            if (end != local) last[local] = end;
        }

        KernelStatement[] test = [.. result.Body.Statements.TakeWhile(s => result.Condition is null && s is not BreakIf)];
        KernelStatement[] exit = result.Condition is { } condition ? [new BreakIf(ExpressionTree.Not(condition)) { Line = loop.Line }] : [];
        IEnumerable<KernelStatement> statements = [.. test, .. leaving, .. exit, .. result.Body.Statements.Skip(test.Length)];
        return [.. before, result with { Condition = null, Body = new(statements.ToEquatableArray()), Steps = steps }];
    }

    /// <summary>True for a variable that only this block uses, and that it sets before it uses it.</summary>
    private bool IsOwn(Local local, KernelBlock block) =>
        IsSet(local, block.Statements.First(statement => KernelTree.Statements(statement).SelectMany(KernelTree.Locals).Contains(local)))
        && !KernelTree.LocalsOutside(body, s => block.Statements.Any(own => ReferenceEquals(own, s))).Contains(local);

    private static bool IsSet(Local local, KernelStatement statement) =>
        statement is AssignLocal { Operator: null } set && set.Local == local && !ExpressionTree.Reads(set.Value, local);
}
