using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    private Operand Evaluate(IPropertyReferenceOperation property)
    {
        if (property.Property.IsIndexer) return Read(property);
        string name = property.Property.Name;
        if (property.Instance is { } instance && ElementOf(instance.Type) is not null || property.Instance?.Type is IArrayTypeSymbol)
        {
            SequenceOperand array = Sequence(property.Instance!);
            Atom count = array is ArrayOperand numbers ? CountOf(numbers) : array.Length;
            switch (name)
            {
                case "Length": return new ScalarOperand(count);
                case "LongLength": return new ScalarOperand(ir.Convert(count, ScalarType.I64));
                case "IsEmpty": return new ScalarOperand(ir.Apply(Primitives.Eq, array.Length, Atom.OfInteger(0)));
                case "Rank": return new ScalarOperand(Atom.OfInteger((array as ArrayOperand)?.Lengths.Length ?? 1));
            }
        }

        if (Types.IsSpan(property.Property.ContainingType) && name == "Empty") return Zero(property, property.Type);
        if (property.ConstrainedToType is { } type && ScalarOf(type) is { } scalar && NumericConstant(name) is { } constant)
        {
            return new ScalarOperand(scalar.IsFloat() ? Atom.OfFloat(constant, scalar) : Atom.OfInteger((long)constant, scalar));
        }

        if (IsAutoProperty(property)) return Read(property);
        bool isStruct = property.Instance is { } owner && Fields(owner.Type) is not null;
        if (property.Property.GetMethod is not { } getter || !property.Property.IsStatic && !isStruct)
        {
            throw Refuse(Descriptors.Expression, property, $"The property '{name}'", "pass its value as a parameter");
        }

        if (sources.TableOf(property.Property) is { } table) return Table(property.Property, table);
        if (sources.BodyOf(getter) is not { } body) throw Refuse(Descriptors.MutableState, property, name);
        return Inline(property, getter, body, null, isStruct ? PlaceOfInstance(property.Instance!) : null, [])!;
    }

    /// <summary>The constants of generic mathematics: <c>T.One</c>.</summary>
    private static double? NumericConstant(string name) => name switch
    {
        "Zero" or "AdditiveIdentity" => 0,
        "One" or "MultiplicativeIdentity" => 1,
        "NegativeOne" => -1,
        "Pi" => Math.PI,
        "E" => Math.E,
        "Tau" => 2 * Math.PI,
        "NaN" => double.NaN,
        "PositiveInfinity" => double.PositiveInfinity,
        "NegativeInfinity" => double.NegativeInfinity,
        _ => null,
    };
}
