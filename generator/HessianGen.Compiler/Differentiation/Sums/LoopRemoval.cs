using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A function without one of its loops, as if it ran no iteration: what it hands on is what it began with.</summary>
internal sealed class LoopRemoval : IrRewriter
{
    private readonly For removed;
    private readonly Dictionary<Value, Atom> initial = [];

    private LoopRemoval(For removed) => this.removed = removed;

    public static Function Run(Function function, For loop) => new LoopRemoval(loop).Rewrite(function);

    protected override Atom Use(Atom atom) => atom.IsValue && initial.TryGetValue(atom.Value, out Atom value) ? value : atom;

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        if (!ReferenceEquals(statement, removed)) base.RewriteStatement(statement, output);
        else for (int i = 0; i < removed.Outputs.Count; i++) initial[removed.Outputs[i]] = Use(removed.Carries[i].Initial);
    }
}
