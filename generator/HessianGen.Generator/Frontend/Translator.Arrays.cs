using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Making arrays.</summary>
internal sealed partial class Translator
{
    private SequenceOperand NewArray(IOperation origin, ITypeSymbol? elementType, params Atom[] lengths)
    {
        ImmutableArray<Atom> extents = [.. lengths.Select(AsLength)];
        return ScalarOf(elementType) is { } element
            ? NewArray(SiteOf(origin), element, extents, NameFor(origin), origin)
            : NewComposite(origin, elementType, extents);
    }

    /// <summary>The variable that an expression initialises, for the name of its buffer.</summary>
    private static string? NameFor(IOperation operation) => operation.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local.Name,
        IConversionOperation or IConditionalOperation => NameFor(operation.Parent),
        _ => null,
    };

    /// <summary>A number of elements as an i32: an array cannot have more.</summary>
    private Atom AsLength(Atom length)
    {
        ScalarType type = ir.TypeOf(length);
        if (type == ScalarType.I32 || Types.Promoted(type) == ScalarType.I32) return ir.Convert(length, ScalarType.I32);
        Atom narrow = ir.Convert(length, ScalarType.I32);
        Emit(And(ir.Apply(Primitives.Ge, narrow, Atom.OfInteger(0)), ir.Apply(Primitives.Eq, ir.Convert(narrow, type), length)), Overflow);
        return narrow;
    }

    private SequenceOperand Evaluate(IArrayCreationOperation creation)
    {
        IArrayTypeSymbol type = (IArrayTypeSymbol)creation.Type!;
        Atom[] sizes = [.. creation.DimensionSizes.Select(Scalar)];
        SequenceOperand array = NewArray(creation, type.ElementType, sizes);
        if (creation.Initializer is { } initialiser)
        {
            int index = 0;
            Store(array, initialiser, ref index);
        }

        return array;
    }

    private void Store(SequenceOperand array, IArrayInitializerOperation initialiser, ref int index)
    {
        foreach (IOperation value in initialiser.ElementValues)
        {
            if (value is IArrayInitializerOperation row) Store(array, row, ref index);
            else Store(array, Atom.OfInteger(index++), value);
        }
    }

    /// <summary>Stores an element of an array that was just made.</summary>
    private void Store(SequenceOperand array, Atom index, IOperation value)
    {
        Place place = NewElement(array, index);
        Write(place, EvaluateFor(place, value), value);
    }

    private Place NewElement(SequenceOperand array, Atom index) =>
        array is CompositeArrayOperand composite ? NewItem(composite, index) : NewElement((ArrayOperand)array, index);

    private ElementPlace NewElement(ArrayOperand array, Atom index) => new(array.Region!, ir.Apply(Primitives.Add, array.Offset, index));

    private ItemPlace NewItem(CompositeArrayOperand array, Atom index) => new(array, array.Prototype, [.. array.Columns.Select(column => NewElement(column, index))]);

    private static bool IsStackAllocation(SyntaxNode syntax) =>
        syntax.IsKind(SyntaxKind.StackAllocArrayCreationExpression) || syntax.IsKind(SyntaxKind.ImplicitStackAllocArrayCreationExpression);

    /// <summary>Roslyn shows <c>stackalloc</c> as an operation without a kind: its children are the length and the initial values.</summary>
    private SequenceOperand StackAllocation(IOperation operation)
    {
        IOperation[] children = [.. operation.ChildOperations];
        if (children.Length == 0 || ElementOf(operation.Type) is not { } element) throw RefuseType(operation, operation.Type);
        SequenceOperand array = NewArray(operation, element, Scalar(children[0]));
        for (int i = 1; i < children.Length; i++) Store(array, Atom.OfInteger(i - 1), children[i]);
        return array;
    }

    /// <summary><c>n &lt;= 64 ? stackalloc double[64] : new double[n]</c> is one array of a length that is chosen.</summary>
    private SequenceOperand? TryAllocateEither(Atom condition, IConditionalOperation choice)
    {
        if (choice.WhenFalse is null || LengthOf(choice.WhenTrue) is not { } x || LengthOf(choice.WhenFalse) is not { } y) return null;
        Operand length = Choose(condition, () => new ScalarOperand(AsLength(Scalar(x))), () => new ScalarOperand(AsLength(Scalar(y))));
        return NewArray(choice, ElementOf(choice.Type), length.ToAtom());
    }

    private static IOperation? LengthOf(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null, Operand: var operand } => LengthOf(operand),
        IArrayCreationOperation { Initializer: null, DimensionSizes: { Length: 1 } sizes } => sizes[0],
        { Kind: OperationKind.None, Syntax: var syntax } when IsStackAllocation(syntax) && operation.ChildOperations.Count == 1 => operation.ChildOperations.First(),
        _ => null,
    };

    private SequenceOperand Evaluate(ICollectionExpressionOperation collection)
    {
        ITypeSymbol? elementType = ElementOf(collection.Type);
        bool hasSpread = collection.Elements.Any(e => e is ISpreadOperation);
        if (hasSpread && collection.Elements.Any(MayWrite)) throw Refuse(Descriptors.Expression, collection, "A spread beside a call", "store the result of the call in a variable first");
        (IOperation Origin, bool IsSpread, Operand Value)[] parts =
            [.. collection.Elements.Select(e => e is ISpreadOperation spread ? (e, true, Evaluate(spread.Operand)) : (e, false, Evaluate(e)))];
        Atom length = Atom.OfInteger(parts.Count(p => !p.IsSpread));
        foreach (SequenceOperand spread in parts.Where(p => p.IsSpread).Select(p => p.Value).OfType<SequenceOperand>()) length = ir.Apply(Primitives.Add, length, spread.Length);
        SequenceOperand array = NewArray(collection, elementType, length);
        Atom at = Atom.OfInteger(0);
        foreach ((IOperation origin, bool isSpread, Operand value) in parts)
        {
            if (!isSpread) Write(NewElement(array, at), value, origin);
            else if (value is SequenceOperand spread) Copy(spread, Stretch(array, at, spread.Length));
            at = ir.Apply(Primitives.Add, at, isSpread ? ((SequenceOperand)value).Length : Atom.OfInteger(1));
        }

        return array;
    }

    /// <summary><c>new Span&lt;T&gt;(array)</c>, and structs.</summary>
    private Operand Evaluate(IObjectCreationOperation creation)
    {
        if (!Types.IsSpan(creation.Type)) return Construct(creation);
        if (creation.Arguments.Length == 0) return Zero(creation, creation.Type);
        if (Evaluate(creation.Arguments[0].Value) is not SequenceOperand array) throw Refuse(Descriptors.Expression, creation);
        if (creation.Arguments.Length == 1) return array;
        return Slice(array, Scalar(creation.Arguments[1].Value), Scalar(creation.Arguments[2].Value));
    }
}
