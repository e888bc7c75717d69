using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Calls: what .NET brings is looked up, what has source is inlined.</summary>
internal sealed partial class Translator
{
    private readonly List<IMethodSymbol> active = [];

    /// <summary>The value of a call; null where the method returns nothing.</summary>
    private Operand? Call(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke) return CallFunction(call);
        if (MathFunctions.IsMath(method)) return CallMath(call);
        if (call.ConstrainedToType is { } type && ScalarOf(type) is not null) return CallMath(call);
        if (Types.IsSpan(method.ContainingType) || IsArrayApi(method)) return CallArray(call);
        if (method.ContainingType is { Name: "Debug", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } }) return null;
        if (method.ContainingType is { Name: var guard } && guard.EndsWith("Exception", StringComparison.Ordinal) && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)) return Guard(call);
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            if (frame.FindFunction(method.OriginalDefinition) is not ({ Body: { } local }, { } declaring)) throw Refuse(Descriptors.Expression, call);
            return Inline(call, method, local, declaring, null, Bind(call.Arguments));
        }

        bool isStruct = !method.IsStatic && Fields(call.Instance?.Type) is not null;
        if (!method.IsStatic && !isStruct || method.IsAbstract) throw Refuse(Descriptors.Virtual, call, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        IBlockOperation body = sources.BodyOf(method) ?? throw RefuseCall(call, "call one with source, or write the formula out");
        return Inline(call, method, body, null, isStruct ? PlaceOfInstance(call.Instance!) : null, Bind(call.Arguments));
    }

    private static RefusalException RefuseCall(IInvocationOperation call, string instead) =>
        Refuse(Descriptors.NoSource, call, call.TargetMethod.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), instead);

    /// <summary>The arguments, evaluated in C#'s order.</summary>
    private List<(IParameterSymbol Parameter, Place Place)> Bind(IEnumerable<IArgumentOperation> arguments) =>
        [.. arguments.Select(a => (a.Parameter!.OriginalDefinition, PlaceOf(a)))];

    /// <summary>Translates the body of a method in the place of a call of it.</summary>
    private Operand? Inline(IOperation call, IMethodSymbol method, IBlockOperation body, Frame? declaring, Place? self, List<(IParameterSymbol Parameter, Place Place)> arguments)
    {
        IMethodSymbol definition = Implementation(method.OriginalDefinition);
        if (method.IsAsync || method.RefKind != RefKind.None) throw Refuse(Descriptors.Expression, call, method.IsAsync ? "An async call" : "A returned reference", "return a value");
        if (active.Any(m => SymbolEqualityComparer.Default.Equals(m, definition)) || SymbolEqualityComparer.Default.Equals(definition, root)) throw Refuse(Descriptors.Recursion, call, method.Name);
        Frame callee = NewFrame(definition, declaring, SiteOf(call));
        callee.This = self;
        BindTypes(callee, method);
        foreach ((IParameterSymbol parameter, Place place) in arguments) callee.Bind(definition.Parameters[parameter.Ordinal], place);

        Frame caller = frame;
        int line = ir.Line;
        (bool wasUnreachable, frame) = (isUnreachable, callee);
        active.Add(definition);
        int firstCell = trail.CellCount;
        Run(body);
        active.RemoveAt(active.Count - 1);
        frame = caller;
        isUnreachable |= wasUnreachable;
        ir.Line = line;
        Operand? result = method.ReturnsVoid ? null : callee.Result.Value ?? Zero(call, method.ReturnType);
        if (result is not FunctionOperand) Forget(firstCell);
        return result;
    }

    /// <summary>The arrays that a call leaves behind in its own variables are no longer in use.</summary>
    private void Forget(int firstCell)
    {
        foreach (Cell cell in trail.Live.Where(c => c.Number >= firstCell && ArraysIn(c.Value!).Any()).ToArray()) trail.Write(cell, null);
    }

    private void BindTypes(Frame callee, IMethodSymbol method)
    {
        Bind(method.OriginalDefinition.TypeParameters, method.TypeArguments);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType) Bind(type.OriginalDefinition.TypeParameters, type.TypeArguments);

        void Bind(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
        {
            for (int i = 0; i < parameters.Length; i++) callee.Bind(parameters[i], Resolve(arguments[i])!);
        }
    }

    /// <summary>A user-defined operator or conversion is a static method like any other.</summary>
    private Operand CallOperator(IOperation operation, IMethodSymbol method, params IOperation[] operands)
    {
        if (sources.BodyOf(method) is not { } body) throw Refuse(Descriptors.NoSource, operation, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), "write the formula out");
        bool isLifted = operation is IBinaryOperation { IsLifted: true } or IUnaryOperation { IsLifted: true };
        if (isLifted) throw Refuse(Descriptors.Expression, operation, "An operator on nullable values", "use plain numbers");
        List<(IParameterSymbol, Place)> arguments = [];
        if (operation is not ICompoundAssignmentOperation assignment)
        {
            for (int i = 0; i < operands.Length; i++) arguments.Add((method.OriginalDefinition.Parameters[i], Temporary(Evaluate(operands[i]))));
            return Inline(operation, method, body, null, null, arguments)!;
        }

        Place target = PlaceOf(assignment.Target);
        arguments.Add((method.OriginalDefinition.Parameters[0], Temporary(Read(target, assignment.Target))));
        arguments.Add((method.OriginalDefinition.Parameters[1], Temporary(Evaluate(assignment.Value))));
        Operand result = Inline(operation, method, body, null, null, arguments)!;
        Write(target, result, assignment);
        return result;
    }

    private VariablePlace Temporary(Operand value) => new(trail.NewCell(null, value));

    /// <summary>True for the operators that generic mathematics declares: on numbers they mean C#'s own.</summary>
    private static bool IsBuiltIn(IMethodSymbol method) => method.IsAbstract && method.ContainingNamespace is { Name: "Numerics", ContainingNamespace.Name: "System" };

    /// <summary>What a parameter stands for: the caller's place where it is passed by reference, else a copy of the value.</summary>
    private Place PlaceOf(IArgumentOperation argument)
    {
        IParameterSymbol parameter = argument.Parameter!;
        bool isPlace = argument.Value is ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
            or IPropertyReferenceOperation { Property.IsIndexer: true } or IFieldReferenceOperation { Field.IsStatic: false };
        if (parameter.RefKind is RefKind.Ref or RefKind.Out) return PlaceOf(argument.Value);
        if (parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter && isPlace && !argument.Value.ConstantValue.HasValue) return PlaceOf(argument.Value);
        Operand value = Evaluate(argument.Value);
        return new VariablePlace(trail.NewCell(parameter.Name, value, parameter.Type));
    }
}
