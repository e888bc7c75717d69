using HessianGen.Compiler.Ir;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    /// <summary>What computes the atom, or the largest that it gets, from values that are older than <paramref name="firstHidden"/>; null where that cannot be, or could throw.</summary>
    private Recipe? RecipeOf(Atom atom, int firstHidden)
    {
        if (atom.IsConstant || atom.Value.Id < firstHidden) return new Recipe.Leaf(atom);
        if (bounds.RangeOf(atom.Value) is { } range)
        {
            return RecipeOf(range.Start, firstHidden) is { } start && RecipeOf(range.End, firstHidden) is { } end ? new Recipe.Counter(atom.Value.Id, start, end, range.Step) : null;
        }

        if (ir.LoadOf(atom.Value) is { } load)
        {
            return constantLengths.TryGetValue(load.Buffer, out Value length) && RecipeOf(load.Index, firstHidden) is { } index ? new Recipe.Element(load.Buffer, length, index) : null;
        }

        if (ir.DefinitionOf(atom.Value) is not { } let || !Recipe.IsTotal(let, ir)) return null;
        Recipe?[] arguments = [.. let.Arguments.Select(a => RecipeOf(a, firstHidden))];
        return arguments.Any(a => a is null) ? null : new Recipe.Step(let.Primitive, ir.TypeOf(let.Result), arguments.Select(a => a!).ToEquatableArray());
    }
}
