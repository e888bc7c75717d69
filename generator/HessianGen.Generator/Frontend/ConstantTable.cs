using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>The constants of an array that nothing writes.</summary>
internal sealed record ConstantTable(ScalarType Element, IReadOnlyList<Atom> Values)
{
    /// <summary>The table that an initialiser spells out; null where it is not all constants.</summary>
    public static ConstantTable? Of(IOperation? initialiser)
    {
        while (initialiser is IConversionOperation { OperatorMethod: null } conversion) initialiser = conversion.Operand;
        IEnumerable<IOperation>? values = initialiser switch
        {
            IArrayCreationOperation { Initializer: { } list, DimensionSizes.Length: 1 } => list.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => null,
        };
        if (values is null || Types.Scalar(Types.Element(initialiser!.Type)) is not { } element) return null;
        List<Atom> atoms = [];
        foreach (IOperation value in values)
        {
            if (value.ConstantValue is not { HasValue: true, Value: { } constant }) return null;
            atoms.Add(Types.Constant(constant, element));
        }

        return new(element, atoms);
    }
}
