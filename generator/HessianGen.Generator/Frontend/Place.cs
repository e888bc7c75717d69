using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Something that can be assigned to; its subexpressions are already evaluated.</summary>
internal abstract record Place;

/// <summary>A variable.</summary>
internal sealed record VariablePlace(Cell Cell) : Place;

/// <summary>A field of a tuple or struct that is itself in a place.</summary>
internal sealed record FieldPlace(Place Owner, ITypeSymbol OwnerType, int Index) : Place;

/// <summary>An element of a region, at an index from the region's start.</summary>
internal sealed record ElementPlace(Region Region, Atom Index) : Place;

/// <summary>An element of an array of tuples, structs or arrays, or a field of such an element: a place in each column that it takes.</summary>
/// <param name="Array">The array; its memory for rows is found through it.</param>
/// <param name="Shape">The shape of what is in the place.</param>
internal sealed record ItemPlace(CompositeArrayOperand Array, Operand Shape, ImmutableArray<ElementPlace> Columns) : Place;

/// <summary>A property or an indexer of a struct, with accessors that have bodies.</summary>
internal sealed record AccessorPlace(Place Self, IPropertySymbol Property, ImmutableArray<(IParameterSymbol Parameter, Place Place)> Arguments) : Place;

/// <summary>Where values go that nobody wants.</summary>
internal sealed record DiscardPlace : Place;
