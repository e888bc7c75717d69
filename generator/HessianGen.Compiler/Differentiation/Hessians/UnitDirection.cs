using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Puts the k-th unit vector for a direction: element i is 1 where i = k, else 0; no array is needed.</summary>
internal sealed class UnitDirection(IrBuilder builder, Atom k, IEnumerable<Statement> statements, Ir.Buffer direction) : IrRewriter
{
    public IEnumerable<Statement> Statements => RewriteBlock(new(statements.ToEquatableArray(), EquatableArray<Atom>.Empty)).Statements;

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        if (statement is not Load load || load.Buffer != direction)
        {
            base.RewriteStatement(statement, output);
            return;
        }

        ScalarType element = builder.TypeOf(load.Result);
        Value place = builder.NewValue(ScalarType.I32), isHere = builder.NewValue(ScalarType.Bool);
        output.Add(new Let(place, Primitives.Convert, new([load.Index])) { Line = load.Line });
        output.Add(new Let(isHere, Primitives.Eq, new([place, k])) { Line = load.Line });
        output.Add(new Let(load.Result, Primitives.Select_, new([isHere, Atom.OfFloat(1, element), Atom.Zero(element)])) { Line = load.Line });
    }
}
