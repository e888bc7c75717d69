using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The tangent of a value as a function of the direction: Σ coefficient · seed.</summary>
/// <param name="terms">In the order in which the seeds were met; null where the form is not known.</param>
internal sealed class LinearForm(IReadOnlyList<(Seed Seed, Atom Coefficient)>? terms)
{
    public static readonly LinearForm Zero = new([]);

    /// <summary>The tangent depends on the direction in a way that has no finite form: it went through an array, or a recurrence.</summary>
    public static readonly LinearForm Unknown = new(null);

    public bool IsKnown => terms is not null;

    public IReadOnlyList<(Seed Seed, Atom Coefficient)> Terms => terms ?? [];

    public bool IsZero => terms is { Count: 0 };

    public static LinearForm Of(Seed seed, Atom coefficient) => new([(seed, coefficient)]);

    /// <summary>The coefficient of a seed, or null where the form does not have it.</summary>
    public Atom? this[Seed seed]
    {
        get
        {
            foreach ((Seed s, Atom coefficient) in Terms)
            {
                if (ReferenceEquals(s, seed)) return coefficient;
            }

            return null;
        }
    }

    /// <summary>The terms of seeds that hold.</summary>
    public LinearForm Where(Func<Seed, bool> holds) => new([.. Terms.Where(t => holds(t.Seed))]);

    /// <summary>The sum of linear functions of forms; <paramref name="share"/> gives the part of an operand's seed with that coefficient.</summary>
    public static LinearForm Sum(IEnumerable<(LinearForm Form, Func<Term, Term> Share)> parts, IrBuilder builder, ScalarType type)
    {
        List<(Seed Seed, Term Coefficient)> sums = [];
        foreach ((LinearForm form, Func<Term, Term> share) in parts)
        {
            if (!form.IsKnown) return Unknown;
            foreach ((Seed seed, Atom coefficient) in form.Terms)
            {
                Term part = share(new(builder, coefficient));
                int index = sums.FindIndex(s => ReferenceEquals(s.Seed, seed));
                if (index < 0) sums.Add((seed, part));
                else sums[index] = (seed, sums[index].Coefficient + part);
            }
        }

        return new([.. sums.Where(s => !s.Coefficient.IsZero).Select(s => (s.Seed, builder.Convert(s.Coefficient.Atom(type), type)))]);
    }
}
