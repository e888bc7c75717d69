using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    private Operand Evaluate(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef) throw Refuse(Descriptors.Expression, assignment, "A reassigned reference", "use an index");
        Place place = PlaceOf(assignment.Target);
        Operand value = EvaluateFor(place, assignment.Value);
        Write(place, value, assignment);
        return value;
    }

    /// <summary><c>a op= b</c>: computed in the type of the operator, then converted back.</summary>
    private Atom Evaluate(ICompoundAssignmentOperation assignment)
    {
        if (assignment.IsLifted) throw Refuse(Descriptors.Expression, assignment, "An operator on nullable values", "use plain numbers");
        Place place = PlaceOf(assignment.Target);
        if (place is ElementPlace element && TryAccumulate(assignment, element)) return Atom.Zero(ir.Info(element.Region.Buffer).Element);
        Atom before = Read(place, assignment.Target).ToAtom();
        Atom right = Scalar(assignment.Value);
        ScalarType type = ir.TypeOf(before);
        bool isShift = assignment.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        Atom left = isShift ? before : ir.Convert(before, Types.Promoted(ir.TypeOf(right)));
        Atom after = Apply(assignment.OperatorKind, left, right, assignment.IsChecked, assignment);
        Atom stored = ir.Convert(after, type);
        if (ir.TypeOf(after).IsFloat() && type.IsInteger()) Suspect(Descriptors.ZeroDerivative, assignment, $"The conversion to {type.Keyword()}", after);
        if (assignment.IsChecked && ir.TypeOf(after).IsInteger() && ir.TypeOf(after) != type) Emit(ir.Apply(Primitives.Eq, ir.Convert(stored, ir.TypeOf(after)), after), Overflow);
        Write(place, new ScalarOperand(stored), assignment);
        return stored;
    }

    /// <summary><c>x[i] += v</c> as the one write whose order does not matter, where nobody wants its value and evaluating v writes nothing.</summary>
    private bool TryAccumulate(ICompoundAssignmentOperation assignment, ElementPlace place)
    {
        ScalarType type = ir.Info(place.Region.Buffer).Element;
        bool isSum = assignment.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract;
        if (!isSum || !type.IsFloat() || assignment.Parent is not IExpressionStatementOperation || ScalarOf(assignment.Value.Type) != type || MayWrite(assignment.Value)) return false;
        Atom term = Scalar(assignment.Value);
        ir.Accumulate(Writable(place.Region), place.Index, assignment.OperatorKind == BinaryOperatorKind.Add ? term : ir.Apply(Primitives.Neg, term));
        return true;
    }

    private static bool MayWrite(IOperation operation) => operation switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => true,
        IInvocationOperation call => !MathFunctions.IsMath(call.TargetMethod) || call.ChildOperations.Any(MayWrite),
        _ => operation.ChildOperations.Any(MayWrite),
    };

    private Operand Evaluate(IDeconstructionAssignmentOperation assignment)
    {
        IOperation target = assignment.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : assignment.Target;
        PlaceTree places = PlacesOf(target);
        Operand value = Deconstructed(assignment) ?? Evaluate(assignment.Value);
        if (value is not TupleOperand) throw Refuse(Descriptors.Expression, assignment, "This deconstruction", "deconstruct a tuple or a record struct");
        Write(places, value, assignment);
        return value;
    }

    /// <summary>What the type's own <c>Deconstruct</c> gives; null for tuples, and for records that have none but what the compiler writes.</summary>
    private TupleOperand? Deconstructed(IDeconstructionAssignmentOperation assignment)
    {
        if (assignment.Value.Type is { IsTupleType: true } || assignment.Syntax is not AssignmentExpressionSyntax syntax) return null;
        if (sources.ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(syntax).Method is not { IsImplicitlyDeclared: false } method) return null;
        if (Fields(assignment.Value.Type) is null || sources.BodyOf(method) is not { } body || method.IsExtensionMethod) throw Refuse(Descriptors.Expression, assignment, "This deconstruction", "deconstruct a tuple or a struct of this compilation");
        Place self = PlaceOfInstance(assignment.Value);
        VariablePlace[] items = [.. method.Parameters.Select(p => new VariablePlace(trail.NewCell(p.Name, null, p.Type)))];
        Inline(assignment, method, body, null, self, [.. method.OriginalDefinition.Parameters.Zip(items, (p, item) => (p, (Place)item))]);
        return new([.. items.Select((item, i) => Read(item, method.Parameters[i].Type, assignment))]);
    }

    private PlaceTree PlacesOf(IOperation target) => target switch
    {
        ITupleOperation tuple => new(null, null, [.. tuple.Elements.Select(PlacesOf)]),
        IDeclarationExpressionOperation { Expression: ITupleOperation tuple } => PlacesOf(tuple),
        _ => new(PlaceOf(target), target.Type, []),
    };

    private void Write(PlaceTree target, Operand value, IOperation origin)
    {
        if (target.Place is { } place)
        {
            Write(place, Convert(value, target.Type) ?? value, origin);
            return;
        }

        if (value is not TupleOperand tuple || tuple.Items.Length != target.Items.Length) throw Refuse(Descriptors.Expression, origin, "This deconstruction", "deconstruct a tuple");
        for (int i = 0; i < tuple.Items.Length; i++) Write(target.Items[i], tuple.Items[i], origin);
    }

    /// <summary>The left side of a deconstruction: a place, or several.</summary>
    private sealed record PlaceTree(Place? Place, ITypeSymbol? Type, ImmutableArray<PlaceTree> Items);
}
