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

/// <summary>Where values go that nobody wants.</summary>
internal sealed record DiscardPlace : Place;
