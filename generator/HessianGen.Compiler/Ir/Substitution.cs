namespace HessianGen.Compiler.Ir;

/// <summary>Which atom stands for a value; a value that nothing was said about stands for itself.</summary>
/// <remarks>An array and not a dictionary: every pass looks up every operand of the function.</remarks>
internal sealed class Substitution(int valueCount)
{
    private Atom[] atoms = new Atom[valueCount];
    private bool[] known = new bool[valueCount];

    /// <summary>From here on <paramref name="replacement"/> (itself already substituted) stands for <paramref name="value"/>.</summary>
    public void Set(Value value, Atom replacement)
    {
        if (value.Id >= atoms.Length)
        {
            Array.Resize(ref atoms, value.Id * 2 + 1);
            Array.Resize(ref known, value.Id * 2 + 1);
        }

        atoms[value.Id] = replacement;
        known[value.Id] = true;
    }

    /// <summary>What stands for the operand.</summary>
    public Atom Of(Atom atom) => atom.IsValue && atom.Value.Id < known.Length && known[atom.Value.Id] ? atoms[atom.Value.Id] : atom;
}
