using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    /// <summary>Evaluates what an assignable expression consists of, without reading it.</summary>
    private Place PlaceOf(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { IsDeclaration: true, Local: var local }:
                Bind(local, null);
                return frame.Find(local)!;
            case ILocalReferenceOperation { Local: var local }: return Find(local, operation);
            case IParameterReferenceOperation { Parameter: var parameter }: return Find(parameter, operation);
            case IDeclarationExpressionOperation declaration: return PlaceOf(declaration.Expression);
            case IParenthesizedOperation inner: return PlaceOf(inner.Operand);
            case IDiscardOperation: return new DiscardPlace();
            case IArrayElementReferenceOperation element: return Element(element, element.ArrayReference, element.Indices);
            case IImplicitIndexerReferenceOperation element: return Element(element, element.Instance, [element.Argument]);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element when Types.IsSpan(span.Type):
                return Element(element, span, [element.Arguments[0].Value]);
            case IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: { } instance }: return Field(f => IsSame(f, field), instance, operation);
            case IPropertyReferenceOperation { Instance: { } instance, Property: var property } when IsAutoProperty(operation): return Field(f => IsBackingField(f, property), instance, operation);
            case IPropertyReferenceOperation { Instance: { } instance } property when Fields(instance.Type) is not null: return Accessed(property, instance);
            case IInvocationOperation { TargetMethod: { RefKind: not RefKind.None } method } call when sources.BodyOf(method) is { } body && (method.IsStatic || Fields(call.Instance?.Type) is not null):
                return InlineReference(call, method, body, method.IsStatic ? null : PlaceOfInstance(call.Instance!), Bind(call.Arguments));
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when frame.Receivers.Count > 0: return frame.Receivers.Peek();
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when frame.FindThis() is { } self: return self;
            case IFieldReferenceOperation { Field.IsStatic: true } field: throw Refuse(Descriptors.MutableState, field, field.Field.Name);
            default: throw Refuse(Descriptors.Expression, operation);
        }
    }

    /// <summary>The place that a reference is taken to; an index out of range throws here, whether or not anybody reads or writes there.</summary>
    private Place ReferenceTo(IOperation operation)
    {
        Place place = PlaceOf(operation);
        if (place is ElementPlace element) ir.Load(element.Region.Buffer, element.Index);
        return place;
    }

    /// <summary>A property of a struct: the place that it returns a reference to, or its accessors.</summary>
    private Place Accessed(IPropertyReferenceOperation property, IOperation instance)
    {
        Place self = PlaceOfInstance(instance);
        List<(IParameterSymbol, Place)> arguments = Bind(property.Arguments);
        return property.Property is { RefKind: not RefKind.None, GetMethod: { } getter } && sources.BodyOf(getter) is { } body
            ? InlineReference(property, getter, body, self, arguments)
            : new AccessorPlace(self, property.Property, [.. arguments]);
    }

    private IBlockOperation BodyOf(IMethodSymbol? accessor, IPropertySymbol property, IOperation origin) =>
        accessor is not null && sources.BodyOf(accessor) is { } body ? body : throw Refuse(Descriptors.Expression, origin, $"The property '{property.Name}'", "pass its value as a parameter");

    private Place Find(ISymbol symbol, IOperation operation) =>
        frame.Find(symbol) ?? throw Refuse(Descriptors.Expression, operation, $"'{symbol.Name}'", "declare it in the method that uses it");

    /// <summary>A field of a tuple or struct; one that is no variable is evaluated into a fresh cell.</summary>
    private Place Field(Func<IFieldSymbol, bool> isField, IOperation instance, IOperation operation)
    {
        if (Fields(instance.Type) is not { } fields || fields.FindIndex(f => isField(f)) is not (>= 0 and var index)) throw Refuse(Descriptors.Expression, operation);
        Place owner = PlaceOfInstance(instance);
        return owner is ItemPlace { Shape: TupleOperand shape } item ? FieldOf(item, shape, index) : new FieldPlace(owner, Resolve(instance.Type)!, index);
    }

    private Place PlaceOfInstance(IOperation instance) =>
        instance is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Field.IsStatic: false } or IInstanceReferenceOperation || IsAutoProperty(instance) || IsItem(instance)
            ? PlaceOf(instance)
            : new VariablePlace(trail.NewCell(null, Evaluate(instance), instance.Type));

    /// <summary>True for one element of an array of structs or tuples.</summary>
    private bool IsItem(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } => !IsRange(indices[0]),
        IImplicitIndexerReferenceOperation { Argument: var index } => !IsRange(index),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } => Types.IsSpan(span.Type),
        _ => false,
    };

    /// <summary>True for a property that is a field in disguise.</summary>
    private bool IsAutoProperty(IOperation operation) =>
        operation is IPropertyReferenceOperation { Instance: { } instance, Property: var property } && Fields(instance.Type) is { } fields && fields.Any(f => IsBackingField(f, property));

    private static bool IsBackingField(IFieldSymbol field, IPropertySymbol property) => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol?.OriginalDefinition, property.OriginalDefinition);

    private static bool IsSame(IFieldSymbol x, IFieldSymbol y) =>
        SymbolEqualityComparer.Default.Equals((x.CorrespondingTupleField ?? x).OriginalDefinition, (y.CorrespondingTupleField ?? y).OriginalDefinition)
        && x.Name == y.Name || x.CorrespondingTupleField is { } tuple && tuple.Name == (y.CorrespondingTupleField ?? y).Name;

    private Operand Read(Place place, IOperation origin) => Read(place, origin.Type, origin);

    private Operand Read(Place place, ITypeSymbol? type, IOperation origin)
    {
        switch (place)
        {
            case VariablePlace { Cell.Value: { } value }: return value;
            case VariablePlace when Fields(type) is not null: return Zero(origin, type);
            case VariablePlace variable: throw Refuse(Descriptors.Expression, origin, $"'{variable.Cell.Name}' outside of where it was assigned", "declare and assign it before");
            case FieldPlace field: return ((TupleOperand)Read(field.Owner, field.OwnerType, origin)).Items[field.Index];
            case ItemPlace item: return ReadItem(item);
            case AccessorPlace { Property: { GetMethod: var getter } property } accessor:
                return Inline(origin, getter!, BodyOf(getter, property, origin), null, accessor.Self, [.. accessor.Arguments])!;
            case ElementPlace element: return new ScalarOperand(ir.Load(element.Region.Buffer, element.Index));
            default: throw Refuse(Descriptors.Expression, origin);
        }
    }

    private void Write(Place place, Operand value, IOperation origin)
    {
        switch (place)
        {
            case VariablePlace variable:
                trail.Write(variable.Cell, Named(value, variable.Cell.Name));
                break;
            case FieldPlace field:
                TupleOperand owner = (TupleOperand)Read(field.Owner, field.OwnerType, origin);
                Write(field.Owner, new TupleOperand(owner.Items.SetItem(field.Index, value)), origin);
                break;
            case ItemPlace item:
                WriteItem(item, value);
                break;
            case AccessorPlace { Property: { SetMethod: var setter } property } accessor:
                IBlockOperation body = BodyOf(setter, property, origin);
                Inline(origin, setter!, body, null, accessor.Self, [.. accessor.Arguments, (setter!.OriginalDefinition.Parameters.Last(), Temporary(value))]);
                break;
            case ElementPlace element:
                ir.Store(Writable(element.Region), element.Index, value.ToAtom());
                break;
        }
    }

    /// <summary>The buffer of a region that is about to be written; a parameter's memory is copied in the next attempt.</summary>
    private Buffer Writable(Region region)
    {
        if (region.IsReadOnly) layout.MarkWritten(region.Site);
        return region.Buffer;
    }

    /// <summary>The operand, where values that have no name yet get the user's.</summary>
    private Operand Named(Operand value, string? name)
    {
        if (name is null) return value;
        if (value is ScalarOperand { Value: { IsValue: true } atom }) ir.Rename(atom.Value, name);
        return value;
    }

    private Place Element(IOperation operation, IOperation instance, ImmutableArray<IOperation> indices)
    {
        SequenceOperand sequence = Sequence(instance);
        if (indices.Length == 1 && IsRange(indices[0])) throw Refuse(Descriptors.Expression, indices[0]);
        if (sequence is not ArrayOperand array) return ElementAt(sequence, operation, Index(indices[0], sequence.Length));
        Atom[] at = [.. indices.Select((index, d) => Index(index, array.Lengths[d]))];
        if (ScalarOf(operation.Type) is null) throw RefuseType(operation, operation.Type);
        return ElementAt(array, operation, at);
    }

    private Place ElementAt(SequenceOperand sequence, IOperation origin, Atom index) => sequence switch
    {
        CompositeArrayOperand composite => new ItemPlace(composite, composite.Prototype, [.. composite.Columns.Select(column => ElementAt(column, origin, [index]))]),
        _ => ElementAt((ArrayOperand)sequence, origin, [index]),
    };

    /// <summary>An element at indices that are checked here unless the buffer's own bounds do that.</summary>
    private ElementPlace ElementAt(ArrayOperand array, IOperation origin, Atom[] indices)
    {
        if (array.Region is null)
        {
            Emit(Atom.OfBoolean(false), OutOfRange);
            isUnreachable = true;
            return new(NewArray(SiteOf(origin), array.Element, [Atom.OfInteger(1)], null, origin).Region!, Atom.OfInteger(0));
        }

        RequireAlive(array.Region);
        Atom index = Atom.OfInteger(0);
        for (int d = 0; d < indices.Length; d++)
        {
            if (!array.IsWhole && !bounds.IsBelow(indices[d], array.Lengths[d])) Emit(InBounds(indices[d], array.Lengths[d]), OutOfRange);
            if (d > 0) index = ir.Apply(Primitives.Mul, index, array.Lengths[d]);
            index = ir.Apply(Primitives.Add, index, indices[d]);
        }

        return new(array.Region, ir.Apply(Primitives.Add, array.Offset, index));
    }
}
