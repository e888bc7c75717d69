using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Making arrays.</summary>
internal sealed partial class Translator
{
    private ArrayOperand NewArray(IOperation origin, ITypeSymbol? elementType, params Atom[] lengths)
    {
        ScalarType element = ScalarOf(elementType) ?? throw RefuseType(origin, origin.Type);
        return NewArray(SiteOf(origin), element, [.. lengths.Select(AsLength)], NameFor(origin), origin);
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

    private ArrayOperand Evaluate(IArrayCreationOperation creation)
    {
        IArrayTypeSymbol type = (IArrayTypeSymbol)creation.Type!;
        Atom[] sizes = [.. creation.DimensionSizes.Select(Scalar)];
        ArrayOperand array = NewArray(creation, type.ElementType, sizes);
        if (creation.Initializer is { } initialiser)
        {
            int index = 0;
            Store(array, initialiser, ref index);
        }

        return array;
    }

    private void Store(ArrayOperand array, IArrayInitializerOperation initialiser, ref int index)
    {
        foreach (IOperation value in initialiser.ElementValues)
        {
            if (value is IArrayInitializerOperation row) Store(array, row, ref index);
            else Store(array, Atom.OfInteger(index++), Scalar(value));
        }
    }

    /// <summary>Stores an element of an array that was just made.</summary>
    private void Store(ArrayOperand array, Atom index, Atom value) => ir.Store(array.Region!.Buffer, ir.Apply(Primitives.Add, array.Offset, index), value);

    private static bool IsStackAllocation(SyntaxNode syntax) =>
        syntax.IsKind(SyntaxKind.StackAllocArrayCreationExpression) || syntax.IsKind(SyntaxKind.ImplicitStackAllocArrayCreationExpression);

    /// <summary>Roslyn shows <c>stackalloc</c> as an operation without a kind: its children are the length and the initial values.</summary>
    private ArrayOperand StackAllocation(IOperation operation)
    {
        IOperation[] children = [.. operation.ChildOperations];
        if (children.Length == 0 || ElementOf(operation.Type) is not { } element) throw RefuseType(operation, operation.Type);
        ArrayOperand array = NewArray(operation, element, Scalar(children[0]));
        for (int i = 1; i < children.Length; i++) Store(array, Atom.OfInteger(i - 1), Scalar(children[i]));
        return array;
    }

    /// <summary><c>n &lt;= 64 ? stackalloc double[64] : new double[n]</c> is one array of a length that is chosen.</summary>
    private ArrayOperand? TryAllocateEither(Atom condition, IConditionalOperation choice)
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

    private ArrayOperand Evaluate(ICollectionExpressionOperation collection)
    {
        ITypeSymbol? elementType = ElementOf(collection.Type);
        bool hasSpread = collection.Elements.Any(e => e is ISpreadOperation);
        if (hasSpread && collection.Elements.Any(MayWrite)) throw Refuse(Descriptors.Expression, collection, "A spread beside a call", "store the result of the call in a variable first");
        Operand[] parts = [.. collection.Elements.Select(e => Evaluate(e is ISpreadOperation spread ? spread.Operand : e))];
        Atom length = Atom.OfInteger(parts.Count(p => p is ScalarOperand));
        foreach (ArrayOperand part in parts.OfType<ArrayOperand>()) length = ir.Apply(Primitives.Add, length, part.Length);
        ArrayOperand array = NewArray(collection, elementType, length);
        Atom at = Atom.OfInteger(0);
        foreach (Operand part in parts)
        {
            if (part is ScalarOperand scalar)
            {
                Store(array, at, scalar.Value);
                at = ir.Apply(Primitives.Add, at, Atom.OfInteger(1));
            }
            else if (part is ArrayOperand spread)
            {
                Copy(spread, array with { Offset = ir.Apply(Primitives.Add, array.Offset, at), Lengths = [spread.Length] });
                at = ir.Apply(Primitives.Add, at, spread.Length);
            }
        }

        return array;
    }

    /// <summary><c>new Span&lt;T&gt;(array)</c>, and structs.</summary>
    private Operand Evaluate(IObjectCreationOperation creation)
    {
        if (!Types.IsSpan(creation.Type)) return Construct(creation);
        if (creation.Arguments.Length == 0) return Zero(creation, creation.Type);
        if (Evaluate(creation.Arguments[0].Value) is not ArrayOperand array) throw Refuse(Descriptors.Expression, creation);
        if (creation.Arguments.Length == 1) return array;
        return Slice(array, Scalar(creation.Arguments[1].Value), Scalar(creation.Arguments[2].Value));
    }
}
