using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>What the variables of a rule stand for at one place of the program.</summary>
internal struct Match
{
    private const int VariableCount = 5;

    private Atom a, b, c, d, e;
    private int bound;

    /// <summary>How many operations under the root nothing else needs once the root is replaced.</summary>
    public int Freed { get; set; }

    public readonly bool IsBound(PatternVariable variable) => (bound >> variable.Index & 1) != 0;

    /// <summary>The type of numbers that the replacement makes: that of the first variable that is not a bool, else null.</summary>
    public readonly ScalarType? NumberType(Func<Atom, ScalarType> typeOf)
    {
        for (int i = 0; i < VariableCount; i++)
        {
            if ((bound >> i & 1) != 0 && typeOf(this[i]) is var type and not ScalarType.Bool) return type;
        }

        return null;
    }

    public readonly Atom this[PatternVariable variable] => this[variable.Index];

    public void Bind(PatternVariable variable, Atom atom)
    {
        bound |= 1 << variable.Index;
        switch (variable.Index)
        {
            case 0: a = atom; break;
            case 1: b = atom; break;
            case 2: c = atom; break;
            case 3: d = atom; break;
            default: e = atom; break;
        }
    }

    private readonly Atom this[int index] => index switch { 0 => a, 1 => b, 2 => c, 3 => d, _ => e };
}
