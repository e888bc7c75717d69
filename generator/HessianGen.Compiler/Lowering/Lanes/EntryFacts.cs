using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>What the beginning of a method settles for all that follows: integers that are computed once, and how large some are at least.</summary>
internal sealed class EntryFacts
{
    private readonly List<(Local Local, KernelExpression Least)> bounds = [];

    public EntryFacts(KernelBlock body)
    {
        ILookup<Local, AssignLocal> assignments = KernelTree.Statements(body).OfType<AssignLocal>().ToLookup(a => a.Local);
        foreach (KernelStatement statement in body.Statements)
        {
            switch (statement)
            {
                case AssignLocal { Operator: null, Local: { Type: ScalarType.I32, IsParameter: false } local, Value: var value } when assignments[local].Count() == 1: Learn(local, value); break;
                case RequireStride require:
                    bounds.Add((require.Stride, new LocalExpression(require.Count)));
                    bounds.Add((require.Count, Motion.Constant(0)));
                    break;
                case RequireRows require: bounds.Add((require.Rows, Motion.Constant(require.Least))); break;
            }
        }

        void Learn(Local local, KernelExpression value)
        {
            if (value is not OperationExpression { Primitive: var primitive, Wraps: false, Arguments: var arguments }) return;
            bool isFixed = ExpressionTree.Nodes(value).All(n => n is OperationExpression or ConstantExpression or LengthExpression || n is LocalExpression { Local: var read } && (read.IsParameter || Definitions.ContainsKey(read) || bounds.Any(b => b.Local == read)));
            if (!isFixed) return;
            if (primitive == Primitives.Add || primitive == Primitives.Sub || primitive == Primitives.Mul) Definitions[local] = value;
            if (primitive == Primitives.Div && arguments[0] is LengthExpression && arguments[1] is OperationExpression { Primitive: var p } && p == Primitives.Max) bounds.Add((local, Motion.Constant(0)));
        }
    }

    /// <summary>Sums and products that a variable stands for all the time.</summary>
    public Dictionary<Local, KernelExpression> Definitions { get; } = [];

    /// <summary>True only where the polynomial is at least zero: with every variable written as its least value plus a remainder, nothing is subtracted.</summary>
    public bool IsNonNegative(Polynomial polynomial, IndexForms forms)
    {
        foreach ((Local local, KernelExpression least) in bounds)
        {
            int id = forms.Id(local);
            polynomial = polynomial.Substitute(id, forms.Of(least) + Polynomial.Variable(id));
        }

        return polynomial.HasNonNegativeCoefficients && polynomial.Variables.All(id => bounds.Any(b => forms.Id(b.Local) == id) || forms.IsLength(id));
    }
}
