using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>How many operations a value waits for, one after another: in a loop that hands values from one iteration to the next since those were there, elsewhere since the beginning.</summary>
/// <remarks>What such a loop computes of anything else overlaps with the iterations before; what it hands on decides how fast it runs.</remarks>
internal sealed class Latencies
{
    private const int Division = 4, Function = 10;

    private readonly Dictionary<Local, int> known;
    private readonly bool isFromCarried;

    private Latencies(Dictionary<Local, int> known, bool isFromCarried) => (this.known, this.isFromCarried) = (known, isFromCarried);

    /// <summary>At the beginning of a method.</summary>
    public Latencies()
        : this([], false)
    {
    }

    /// <summary>At the beginning of the body of a loop.</summary>
    public Latencies Inside(KernelBlock body)
    {
        HashSet<Local> assigned = [.. KernelTree.Statements(body).OfType<AssignLocal>().Select(a => a.Local)], set = [];
        Dictionary<Local, int> carried = [];
        foreach (KernelStatement statement in KernelTree.Statements(body))
        {
            IEnumerable<Local> read = KernelTree.Nodes(statement).OfType<LocalExpression>().Select(l => l.Local);
            if (statement is AssignLocal { Operator: not null } update) read = read.Append(update.Local);
            foreach (Local local in read.Where(l => assigned.Contains(l) && !set.Contains(l))) carried[local] = 1;
            if (statement is AssignLocal assignment) set.Add(assignment.Local);
        }

        return carried.Count > 0 ? new(carried, true) : new(new(known), isFromCarried);
    }

    public int Of(KernelExpression expression)
    {
        if (expression is LocalExpression { Local: var local }) return known.TryGetValue(local, out int latency) ? latency : 0;
        int operands = expression.Operands.Select(Of).DefaultIfEmpty(0).Max();
        return isFromCarried && operands == 0 ? 0 : operands + OwnOf(expression);
    }

    public void Assign(Local local, KernelExpression value) => known[local] = Of(value);

    private static int OwnOf(KernelExpression expression) => expression switch
    {
        OperationExpression { Primitive: { Cost: Cost.Flop } primitive } => primitive == Primitives.Neg ? 0 : 1,
        OperationExpression { Primitive.Cost: Cost.Division } => Division,
        OperationExpression { Primitive.Cost: Cost.Transcendental } => Function,
        ContractedExpression or ElementExpression => 1,
        _ => 0,
    };
}
