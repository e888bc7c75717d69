using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>A block with some values replaced by atoms.</summary>
internal sealed class Replacing(Dictionary<Value, Atom> replacements) : IrRewriter
{
    public Block Apply(Block block) => RewriteBlock(block);

    /// <summary>What stands for the atom; replacements may refer to one another.</summary>
    public Atom Of(Atom atom)
    {
        while (atom.IsValue && replacements.TryGetValue(atom.Value, out Atom other)) atom = other;
        return atom;
    }

    protected override Atom Use(Atom atom) => Of(atom);
}
