using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The adjoints of scalars in one scope of the reverse sweep; an absent one is a structural zero.</summary>
internal sealed class Adjoints(IrBuilder builder, Func<Atom, bool> isActive)
{
    private readonly Dictionary<Value, Atom> adjoints = [];

    public Atom? Get(Value value) => adjoints.TryGetValue(value, out Atom adjoint) ? adjoint : null;

    public Atom GetOrZero(Value value) => Get(value) ?? Atom.Zero(builder.TypeOf(value));

    /// <summary>The complete adjoint of a value whose uses have all been reversed.</summary>
    public Atom? Take(Value value)
    {
        if (!adjoints.TryGetValue(value, out Atom adjoint)) return null;
        adjoints.Remove(value);
        return adjoint;
    }

    public void Set(Value value, Atom adjoint) => adjoints[value] = adjoint;

    /// <summary>Adds a contribution; one to something inactive, or a structural zero, vanishes.</summary>
    public void Add(Atom target, Term contribution)
    {
        if (!isActive(target) || contribution.IsZero) return;
        ScalarType type = builder.TypeOf(target);
        Atom term = builder.Convert(contribution.Atom(type), type);
        Atom sum = Get(target.Value) is { } before ? builder.Apply(Primitives.Add, before, term) : term;
        if (sum.IsValue && builder.Info(target.Value).Name is { } name) builder.Rename(sum.Value, name + "Bar");
        adjoints[target.Value] = sum;
    }

    public void Add(Atom target, Atom contribution) => Add(target, new Term(builder, contribution));
}
