using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary><c>switch</c> as a chain of conditions, and patterns as conditions.</summary>
internal sealed partial class Translator
{
    private void Run(ISwitchOperation choice)
    {
        Operand value = Evaluate(choice.Value);
        frame.Jumps.Add(new(trail.NewCell(null, ScalarOperand.False), null));
        BindFunctions(choice.Cases.SelectMany(c => c.Body));
        ISwitchCaseOperation[] cases = [.. choice.Cases.Where(c => !IsDefault(c)), .. choice.Cases.Where(IsDefault)];
        RunFrom(0);
        frame.Jumps.RemoveAt(frame.Jumps.Count - 1);

        void RunFrom(int k)
        {
            if (k == cases.Length) return;
            At(cases[k]);
            if (IsDefault(cases[k])) Run(cases[k].Body, 0);
            else Branch(Matches(value, cases[k].Clauses, 0), () => Run(cases[k].Body, 0), () => RunFrom(k + 1));
        }
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(c => c is IDefaultCaseClauseOperation);

    private Atom Matches(Operand value, ImmutableArray<ICaseClauseOperation> clauses, int from)
    {
        Atom first = Matches(value, clauses[from]);
        return from + 1 == clauses.Length ? first : OrElse(first, () => Matches(value, clauses, from + 1));
    }

    private Atom Matches(Operand value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single: return AreEqual(value, single.Value);
            case IPatternCaseClauseOperation { Guard: null } pattern: return Matches(value, pattern.Pattern);
            case IPatternCaseClauseOperation { Guard: { } guard } pattern: return AndAlso(Matches(value, pattern.Pattern), () => Scalar(guard));
            default: throw Refuse(Descriptors.Statement, clause);
        }
    }

    private Operand Evaluate(ISwitchExpressionOperation choice)
    {
        Operand value = Evaluate(choice.Value);
        return Evaluate(choice, value, 0);
    }

    private Operand Evaluate(ISwitchExpressionOperation choice, Operand value, int from)
    {
        if (from == choice.Arms.Length)
        {
            Emit(Atom.OfBoolean(false), "global::System.Runtime.CompilerServices.SwitchExpressionException");
            isUnreachable = true;
            return Zero(choice, choice.Type);
        }

        ISwitchExpressionArmOperation arm = choice.Arms[from];
        Atom matches = Matches(value, arm.Pattern);
        if (arm.Guard is { } guard) matches = AndAlso(matches, () => Scalar(guard));
        return Choose(matches, () => Evaluate(arm.Value), () => Evaluate(choice, value, from + 1));
    }

    /// <summary>Whether a value matches a pattern; variables in the pattern are bound.</summary>
    private Atom Matches(Operand value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation: return Atom.OfBoolean(true);
            case IConstantPatternOperation constant: return AreEqual(value, constant.Value);
            case IRelationalPatternOperation relation when value is ScalarOperand scalar:
                Atom bound = Scalar(relation.Value);
                return Apply(relation.OperatorKind, scalar.Value, bound, false, relation);
            case INegatedPatternOperation negated: return Not(Matches(value, negated.Pattern));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both: return And(Matches(value, both.LeftPattern), Matches(value, both.RightPattern));
            case IBinaryPatternOperation either: return Or(Matches(value, either.LeftPattern), Matches(value, either.RightPattern));
            case IDeclarationPatternOperation declaration when SymbolEqualityComparer.Default.Equals(declaration.InputType, declaration.NarrowedType):
                if (declaration.DeclaredSymbol is ILocalSymbol local) Bind(local, Named(value, local.Name));
                return Atom.OfBoolean(true);
            case ITypePatternOperation type when SymbolEqualityComparer.Default.Equals(type.InputType, type.MatchedType): return Atom.OfBoolean(true);
            case IRecursivePatternOperation recursive: return Matches(value, recursive);
            case IListPatternOperation list when value is SequenceOperand array: return Matches(array, list);
            default: throw RefusePattern(pattern);
        }
    }

    private Atom Matches(Operand value, IRecursivePatternOperation pattern)
    {
        Atom matches = Atom.OfBoolean(true);
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            if (value is not TupleOperand tuple || tuple.Items.Length != pattern.DeconstructionSubpatterns.Length) throw RefusePattern(pattern);
            for (int i = 0; i < tuple.Items.Length; i++) matches = And(matches, Matches(tuple.Items[i], pattern.DeconstructionSubpatterns[i]));
        }

        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            matches = And(matches, Matches(MemberOf(value, property), property.Pattern));
        }

        if (pattern.DeclaredSymbol is ILocalSymbol local) Bind(local, value);
        return matches;
    }

    /// <summary>The length of an array, or a field of a struct or tuple.</summary>
    private Operand MemberOf(Operand value, IPropertySubpatternOperation property) => (value, property.Member) switch
    {
        (SequenceOperand array, IPropertyReferenceOperation { Property.Name: "Length" }) => new ScalarOperand(array.Length),
        (TupleOperand tuple, IFieldReferenceOperation { Field: var field }) when Fields(field.ContainingType) is { } fields && fields.FindIndex(f => IsSame(f, field)) is >= 0 and var index => tuple.Items[index],
        (TupleOperand tuple, IPropertyReferenceOperation { Property: var member }) when Fields(member.ContainingType) is { } fields && fields.FindIndex(f => IsBackingField(f, member)) is >= 0 and var index => tuple.Items[index],
        _ => throw RefusePattern(property),
    };

    /// <summary><c>[var a, .., var b]</c>: the elements are read only where there are enough of them.</summary>
    private Atom Matches(SequenceOperand array, IListPatternOperation pattern)
    {
        int slice = pattern.Patterns.IndexOf(pattern.Patterns.FirstOrDefault(p => p is ISlicePatternOperation)!);
        int count = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
        Atom isLong = ir.Apply(slice < 0 ? Primitives.Eq : Primitives.Ge, array.Length, Atom.OfInteger(count));
        List<(ILocalSymbol Local, Place Place)> bound = [];
        Atom matches = AndAlso(isLong, () =>
        {
            Atom all = Atom.OfBoolean(true);
            for (int i = 0; i < pattern.Patterns.Length; i++)
            {
                if (i == slice) continue;
                Atom index = slice < 0 || i < slice ? Atom.OfInteger(i) : ir.Apply(Primitives.Sub, array.Length, Atom.OfInteger(pattern.Patterns.Length - i));
                if (pattern.Patterns[i] is IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }) bound.Add((local, NewElement(array, index)));
                else all = And(all, Matches(Read(NewElement(array, index), pattern.Patterns[i].InputType, pattern), pattern.Patterns[i]));
            }

            return all;
        });
        if (slice >= 0 && pattern.Patterns[slice] is ISlicePatternOperation { Pattern: not null } named) throw RefusePattern(named);
        foreach ((ILocalSymbol local, Place place) in bound) frame.Bind(local, place);
        return matches;
    }

    private static RefusalException RefusePattern(IOperation pattern) => Refuse(Descriptors.Expression, pattern, "This pattern", "compare with constants, or write conditions");

    private Atom AreEqual(Operand value, IOperation constant)
    {
        if (value is not ScalarOperand scalar || ScalarOf(constant.Type) is null) throw RefusePattern(constant);
        Atom other = ir.Convert(Scalar(constant), ir.TypeOf(scalar.Value));
        if (other.IsConstant && other.ConstantType.IsFloat() && double.IsNaN(other.Float)) return ir.Apply(Primitives.Ne, scalar.Value, scalar.Value);
        if (ir.TypeOf(scalar.Value).IsFloat()) Suspect(Descriptors.ExactComparison, constant, "is", scalar.Value);
        return ir.TypeOf(scalar.Value) == ScalarType.Bool && other.IsConstant
            ? other.Boolean ? scalar.Value : Not(scalar.Value)
            : ir.Apply(Primitives.Eq, scalar.Value, other);
    }
}
