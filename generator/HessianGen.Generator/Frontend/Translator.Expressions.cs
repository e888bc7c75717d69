using System.Runtime.CompilerServices;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    private Atom Scalar(IOperation operation) =>
        Evaluate(operation) is ScalarOperand scalar ? scalar.Value : throw RefuseType(operation, operation.Type);

    private ArrayOperand Array(IOperation operation) =>
        Evaluate(operation) as ArrayOperand ?? throw RefuseType(operation, operation.Type);

    private SequenceOperand Sequence(IOperation operation) =>
        Evaluate(operation) as SequenceOperand ?? throw RefuseType(operation, operation.Type);

    /// <summary>Evaluates an expression, its side effects included, in C#'s order.</summary>
    private Operand Evaluate(IOperation operation)
    {
        Operand result = EvaluateUnpinned(operation);
        if (ArraysIn(result).Any()) pins.Add(result);
        return result;
    }

    private Operand EvaluateUnpinned(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && ScalarOf(operation.Type) is { } type)
        {
            return new ScalarOperand(Types.Constant(constant, type));
        }

        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => Read(operation),
            IFieldReferenceOperation field => Evaluate(field),
            IPropertyReferenceOperation property => Evaluate(property),
            IConversionOperation conversion => Evaluate(conversion),
            IUnaryOperation { OperatorMethod: { } method } unary when !IsBuiltIn(method) => CallOperator(unary, method, unary.Operand),
            IUnaryOperation unary => new ScalarOperand(Evaluate(unary)),
            IBinaryOperation { OperatorMethod: { IsImplicitlyDeclared: true, ContainingType.IsRecord: true } } records => new ScalarOperand(Compare(records, records.LeftOperand, records.RightOperand, records.OperatorKind)),
            IBinaryOperation { OperatorMethod: { } method } binary when !IsBuiltIn(method) => CallOperator(binary, method, binary.LeftOperand, binary.RightOperand),
            IBinaryOperation binary => new ScalarOperand(Evaluate(binary)),
            ITupleBinaryOperation tuples => new ScalarOperand(Compare(tuples, tuples.LeftOperand, tuples.RightOperand, tuples.OperatorKind)),
            IConditionalOperation choice => Evaluate(choice),
            ISimpleAssignmentOperation assignment => Evaluate(assignment),
            ICompoundAssignmentOperation { OperatorMethod: { } method } assignment when !IsBuiltIn(method) => CallOperator(assignment, method),
            ICompoundAssignmentOperation assignment => new ScalarOperand(Evaluate(assignment)),
            IIncrementOrDecrementOperation increment => new ScalarOperand(Evaluate(increment)),
            IDeconstructionAssignmentOperation assignment => Evaluate(assignment),
            IInvocationOperation call => Call(call) ?? throw Refuse(Descriptors.Expression, call),
            IArrayCreationOperation creation => Evaluate(creation),
            ICollectionExpressionOperation collection => Evaluate(collection),
            IObjectCreationOperation creation => Evaluate(creation),
            IWithOperation copy => Evaluate(copy),
            IInstanceReferenceOperation => Read(operation),
            IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => Function(operation),
            ITupleOperation tuple => new TupleOperand([.. tuple.Elements.Select(Evaluate)]),
            ISwitchExpressionOperation choice => Evaluate(choice),
            IIsPatternOperation test => new ScalarOperand(Matches(Evaluate(test.Value), test.Pattern)),
            IDefaultValueOperation value => Zero(value, value.Type),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            IParenthesizedOperation inner => Evaluate(inner.Operand),
            IThrowOperation failure => ThrowAsValue(failure),
            { Kind: OperationKind.None, Syntax: { } syntax } when IsStackAllocation(syntax) => StackAllocation(operation),
            { Kind: OperationKind.Invalid } => throw new RefusalException(null),
            _ when Constructs.Has(operation.Kind) => throw Refuse(Descriptors.Expression, operation),
            _ => throw RefuseType(operation, operation.Type),
        };
    }

    private Operand ThrowAsValue(IThrowOperation failure)
    {
        Throw(failure, Atom.OfBoolean(false));
        return new ScalarOperand(Atom.OfInteger(0));
    }

    private Operand Evaluate(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (!field.IsStatic) return Read(reference);
        if (ScalarOf(field.Type) is not null && sources.FormulaOf(field) is { } formula) return Formula(field, formula, reference);
        if (sources.TableOf(field) is { } table) return Table(field, table);
        throw Refuse(Descriptors.MutableState, reference, field.Name);
    }

    private Operand Evaluate(IConversionOperation conversion)
    {
        if (conversion.Operand is IThrowOperation failure)
        {
            ThrowAsValue(failure);
            return Zero(conversion, conversion.Type);
        }

        if (conversion.OperatorMethod is { } method && !Types.IsSpan(method.ContainingType)) return CallOperator(conversion, method, conversion.Operand);
        if (conversion.Operand.ConstantValue is { HasValue: true, Value: null }) return Zero(conversion, conversion.Type);
        Operand operand = Evaluate(conversion.Operand);
        if (Convert(operand, conversion.Type) is not { } result) throw RefuseType(conversion, conversion.Type);
        if (operand is not ScalarOperand || result is not ScalarOperand) return result;
        Atom from = operand.ToAtom(), to = result.ToAtom();
        if (conversion.IsChecked && IsNarrowing(ir.TypeOf(from), ir.TypeOf(to))) CheckConversion(conversion, from, to);
        if (ir.TypeOf(from).IsFloat() && ir.TypeOf(to).IsInteger()) Suspect(Descriptors.ZeroDerivative, conversion, $"The conversion to {conversion.Type!.ToDisplayString()}", from);
        return result;
    }

    /// <summary>The operand as a value of a C# type; null where that cannot be.</summary>
    private Operand? Convert(Operand operand, ITypeSymbol? type) => operand switch
    {
        ScalarOperand scalar when ScalarOf(type) is { } target => ConvertScalar(scalar.Value, target),
        ArrayOperand array when ElementOf(type) is { } element && ScalarOf(element) == array.Element => array,
        ArrayOperand array when Resolve(type) is IArrayTypeSymbol { Rank: > 1 } or { SpecialType: SpecialType.System_Array } => array,
        CompositeArrayOperand composite when ElementOf(type) is { } element && ScalarOf(element) is null => composite,
        TupleOperand tuple when Resolve(type) is INamedTypeSymbol { IsTupleType: true } target => ConvertTuple(tuple, target),
        TupleOperand tuple when Fields(type) is not null => tuple,
        FunctionOperand function when type?.TypeKind == TypeKind.Delegate => function,
        _ => null,
    };

    private ScalarOperand? ConvertScalar(Atom atom, ScalarType target)
    {
        ScalarType type = ir.TypeOf(atom);
        if (type != target && (type == ScalarType.Bool || target == ScalarType.Bool)) return null;
        return new(ir.Convert(atom, target));
    }

    private Operand? ConvertTuple(TupleOperand tuple, INamedTypeSymbol target)
    {
        Operand?[] items = [.. tuple.Items.Zip(target.TupleElements, (item, element) => Convert(item, element.Type))];
        return items.Any(i => i is null) ? null : new TupleOperand([.. items!]);
    }

    /// <summary><c>default</c> of a type.</summary>
    private Operand Zero(IOperation origin, ITypeSymbol? type)
    {
        if (ScalarOf(type) is { } scalar) return new ScalarOperand(Atom.Zero(scalar));
        if (ScalarOf(ElementOf(type)) is { } element) return new ArrayOperand(null, element, Atom.OfInteger(0), [Atom.OfInteger(0)]);
        if (ElementOf(type) is { } item && Prototype(origin, item, "") is { } prototype) return EmptyComposite(prototype);
        if (Fields(type) is { } fields) return new TupleOperand([.. fields.Select(f => Zero(origin, f.Type))]);
        throw RefuseType(origin, type);
    }

    private Operand Read(IOperation operation)
    {
        if (operation is IArrayElementReferenceOperation { Indices.Length: 1 } element && IsRange(element.Indices[0])) return CopyOf(element, Slice(Sequence(element.ArrayReference), element.Indices[0]));
        if (operation is IImplicitIndexerReferenceOperation { Argument: var range } indexer && IsRange(range)) return Slice(Sequence(indexer.Instance), range);
        return Read(PlaceOf(operation), operation);
    }

    private void Suspect(DiagnosticDescriptor descriptor, IOperation operation, string argument, params Atom[] operands)
    {
        if (operands.Any(o => o.IsValue)) suspicions.Add(new(operands, new(descriptor, operation.Syntax.GetLocation(), argument)));
    }
}
