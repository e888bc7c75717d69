using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>What a piece of C# may assign, and whether it jumps out; found before it is translated.</summary>
internal sealed class LoopFacts
{
    private readonly HashSet<IMethodSymbol> visited = new(SymbolEqualityComparer.Default);
    private readonly Frame frame;
    private readonly ILoopOperation? loop;
    private bool isInCallee;

    private LoopFacts(Frame frame, ILoopOperation? loop) => (this.frame, this.loop) = (frame, loop);

    /// <summary>The variables that may be assigned, whether they are declared inside or outside.</summary>
    public HashSet<ISymbol> Assigned { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>True where a member of a struct may change the struct.</summary>
    public bool AssignsThis { get; private set; }

    public bool HasBreak { get; private set; }

    public bool HasReturn { get; private set; }

    public static LoopFacts Of(ILoopOperation loop, Frame frame)
    {
        LoopFacts facts = new(frame, loop);
        facts.Visit(loop);
        return facts;
    }

    public static LoopFacts Of(IEnumerable<IOperation> operations, Frame frame)
    {
        LoopFacts facts = new(frame, null);
        foreach (IOperation operation in operations) facts.Visit(operation);
        return facts;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation assignment: Target(assignment.Target); break;
            case IIncrementOrDecrementOperation increment: Target(increment.Target); break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var value }: Target(value); break;
            case IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref, Initializer.Value: var value }: Target(value); break;
            case IBranchOperation { BranchKind: BranchKind.Break } jump when loop is not null && SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel): HasBreak = true; break;
            case IReturnOperation: HasReturn |= !isInCallee; break;
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } target }
                when frame.FindFunction(target.OriginalDefinition) is { Function.Body: { } body }:
                VisitCallee(target.OriginalDefinition, body);
                break;
            case IInvocationOperation { Instance: { Type: { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 } } instance, TargetMethod.IsReadOnly: false }: Target(instance); break;
            case ILocalFunctionOperation function:
                if (function.Body is { } declared) VisitCallee(function.Symbol, declared);
                return;
        }

        foreach (IOperation child in operation.ChildOperations) Visit(child);
    }

    /// <summary>A local function may assign the variables around it; one that is declared here is taken to be called here.</summary>
    private void VisitCallee(IMethodSymbol target, IBlockOperation body)
    {
        if (!visited.Add(target)) return;
        bool wasInCallee = isInCallee;
        isInCallee = true;
        Visit(body);
        isInCallee = wasInCallee;
    }

    private void Target(IOperation? target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }: Assigned.Add(local); break;
            case IParameterReferenceOperation { Parameter: var parameter }: Assigned.Add(parameter); break;
            case IFieldReferenceOperation { Instance: { } instance }: Target(instance); break;
            case IPropertyReferenceOperation { Instance: { } instance } property when !property.Property.IsIndexer || !Types.IsSpan(instance.Type): Target(instance); break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }: AssignsThis = true; break;
            case IDeclarationExpressionOperation declaration: Target(declaration.Expression); break;
            case IParenthesizedOperation inner: Target(inner.Operand); break;
            case IConversionOperation inner: Target(inner.Operand); break;
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements) Target(element);
                break;
        }
    }
}
