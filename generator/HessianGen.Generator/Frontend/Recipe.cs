using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

/// <summary>An integer as a computation that can be done again further up in the program.</summary>
internal abstract record Recipe
{
    /// <summary>What computes the atom from values that are older than <paramref name="firstHidden"/>; null where that cannot be, or could throw.</summary>
    public static Recipe? Of(Atom atom, IrBuilder ir, int firstHidden)
    {
        if (atom.IsConstant || atom.Value.Id < firstHidden) return new Leaf(atom);
        if (ir.DefinitionOf(atom.Value) is not { } let || !IsTotal(let, ir)) return null;
        Recipe?[] arguments = [.. let.Arguments.Select(a => Of(a, ir, firstHidden))];
        return arguments.Any(a => a is null) ? null : new Step(let.Primitive, ir.TypeOf(let.Result), arguments.Select(a => a!).ToEquatableArray());
    }

    public abstract Atom Build(IrBuilder ir);

    /// <summary>True for integer arithmetic that cannot throw.</summary>
    public static bool IsTotal(Let let, IrBuilder ir) =>
        !ir.TypeOf(let.Result).IsFloat() && let.Arguments.All(a => !ir.TypeOf(a).IsFloat()) && let.Primitive != Primitives.Abs
        && (let.Primitive != Primitives.Div && let.Primitive != Primitives.Rem || let.Arguments[1] is { IsConstant: true } divisor && divisor.Integer is not (0 or -1));

    private sealed record Leaf(Atom Atom) : Recipe
    {
        public override Atom Build(IrBuilder ir) => Atom;
    }

    private sealed record Step(Primitive Primitive, ScalarType Type, EquatableArray<Recipe> Arguments) : Recipe
    {
        public override Atom Build(IrBuilder ir)
        {
            Atom[] arguments = [.. Arguments.Select(a => a.Build(ir))];
            return Primitive == Primitives.Convert ? ir.Convert(arguments[0], Type) : ir.Apply(Primitive, arguments);
        }
    }
}
