using System.Collections.Immutable;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Calls: what .NET brings is looked up, what has source is inlined.</summary>
internal sealed partial class Translator
{
    /// <summary>Deeper recursion than this is not followed, even where constants say when it ends.</summary>
    private const int LongestRecursion = 32;

    /// <summary>The methods that are being inlined, with the constants among their arguments.</summary>
    private readonly List<(IMethodSymbol Method, string Constants)> active = [];

    /// <summary>The value of a call; null where the method returns nothing.</summary>
    private Operand? Call(IInvocationOperation call)
    {
        IMethodSymbol method = Implemented(call);
        if (TryCallCustom(call) is { } custom) return custom;
        if (method.MethodKind == MethodKind.DelegateInvoke) return CallFunction(call);
        if (MathFunctions.IsSpecial(method)) return CallSpecial(call);
        if (MathFunctions.IsMath(method)) return CallMath(call);
        if (call.ConstrainedToType is { } type && ScalarOf(type) is not null) return CallMath(call);
        if (TensorFunctions.IsTensor(method)) return CallTensor(call);
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
        Place? self = isStruct ? PlaceOfInstance(call.Instance!) : null;
        List<(IParameterSymbol, Place)> arguments = Bind(call.Arguments);
        return method.RefKind == RefKind.None ? Inline(call, method, body, null, self, arguments) : Read(InlineReference(call, method, body, self, arguments), call);
    }

    /// <summary>The method that runs: of an interface's member, called through a type parameter, what the type argument has for it.</summary>
    private IMethodSymbol Implemented(IInvocationOperation call)
    {
        ITypeSymbol? type = call.ConstrainedToType ?? (call.Instance?.Type is ITypeParameterSymbol parameter ? parameter : null);
        return call.TargetMethod is { IsAbstract: true } method && Resolve(type) is { IsValueType: true } actual && ScalarOf(actual) is null
            ? actual.FindImplementationForInterfaceMember(method.ConstructedFrom) switch
            {
                IMethodSymbol { IsGenericMethod: true } generic => generic.Construct([.. method.TypeArguments.Select(a => Resolve(a)!)]),
                IMethodSymbol found => found,
                _ => method,
            }
            : call.TargetMethod;
    }

    private static RefusalException RefuseCall(IInvocationOperation call, string instead) =>
        Refuse(Descriptors.NoSource, call, call.TargetMethod.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), instead);

    /// <summary>The arguments, evaluated in C#'s order.</summary>
    private List<(IParameterSymbol Parameter, Place Place)> Bind(IEnumerable<IArgumentOperation> arguments) =>
        [.. arguments.Select(a => (a.Parameter!.OriginalDefinition, PlaceOf(a)))];

    /// <summary>Translates the body of a method in the place of a call of it.</summary>
    private Operand? Inline(IOperation call, IMethodSymbol method, IBlockOperation body, Frame? declaring, Place? self, List<(IParameterSymbol Parameter, Place Place)> arguments)
    {
        if (method.RefKind != RefKind.None) throw Refuse(Descriptors.Expression, call, "A returned reference", "return a value");
        if (IsTooDeep(call, method, arguments)) return method.ReturnsVoid ? null : Zero(call, method.ReturnType);
        int firstCell = trail.CellCount;
        Operand? result = Within(call, method, declaring, self, arguments, () =>
        {
            Run(body);
            return method.ReturnsVoid ? null : frame.Result.Value ?? Zero(call, method.ReturnType);
        });
        if (result is not FunctionOperand) Forget(firstCell);
        return result;
    }

    /// <summary>The place that a method returns a reference to, where that is all it does.</summary>
    private Place InlineReference(IOperation call, IMethodSymbol method, IBlockOperation body, Place? self, List<(IParameterSymbol Parameter, Place Place)> arguments) =>
        body.Operations.Length == 1 && body.Operations[0] is IReturnOperation { ReturnedValue: { } value }
            ? Within(call, method, null, self, arguments, () => PlaceOf(value))
            : throw Refuse(Descriptors.Expression, call, "A returned reference that statements lead to", "return a value");

    /// <summary>Runs the translation of a callee's body, its parameters and type parameters bound.</summary>
    private T Within<T>(IOperation call, IMethodSymbol method, Frame? declaring, Place? self, List<(IParameterSymbol Parameter, Place Place)> arguments, Func<T> run)
    {
        IMethodSymbol definition = Implementation(method.OriginalDefinition);
        if (method.IsAsync) throw Refuse(Descriptors.Expression, call, "An async call", "return a value");
        Frame callee = NewFrame(definition, declaring, SiteOf(call));
        callee.This = self;
        BindTypes(callee, method);
        foreach ((IParameterSymbol parameter, Place place) in arguments) callee.Bind(definition.Parameters[parameter.Ordinal], place);

        Frame caller = frame;
        int line = ir.Line;
        (bool wasUnreachable, frame) = (isUnreachable, callee);
        active.Add((definition, ConstantsOf(arguments)));
        T result = run();
        active.RemoveAt(active.Count - 1);
        frame = caller;
        isUnreachable |= wasUnreachable;
        ir.Line = line;
        return result;
    }

    /// <summary>
    /// A call of a method from within itself is inlined up to the depth that the user allows, where one more throws at run
    /// time; without such a bound, where constant integers change from call to call and end it soon.
    /// </summary>
    private bool IsTooDeep(IOperation call, IMethodSymbol method, List<(IParameterSymbol Parameter, Place Place)> arguments)
    {
        IMethodSymbol definition = Implementation(method.OriginalDefinition);
        string constants = ConstantsOf(arguments);
        string[] outer = [.. active.Where(a => SymbolEqualityComparer.Default.Equals(a.Method, definition)).Select(a => a.Constants)];
        bool isRecursive = outer.Length > 0 || SymbolEqualityComparer.Default.Equals(definition, root);
        bool ends = constants.Length > 0 && !outer.Contains(constants) && outer.Length < LongestRecursion;
        if (!isRecursive || (RecursionDepth == 0 ? ends : outer.Length < RecursionDepth)) return false;
        if (RecursionDepth == 0) throw Refuse(Descriptors.Recursion, call, definition.Name);
        Emit(Atom.OfBoolean(false), "global::System.InvalidOperationException", FormattableString.Invariant($"'{definition.Name}' calls itself more than {RecursionDepth} times deep."));
        isUnreachable = true;
        return true;
    }

    /// <summary>The arguments that are constant integers, by position.</summary>
    private static string ConstantsOf(List<(IParameterSymbol Parameter, Place Place)> arguments)
    {
        IEnumerable<string> constants =
            from argument in arguments
            where argument.Place is VariablePlace { Cell.Value: ScalarOperand { Value: { IsConstant: true } value } } && value.ConstantType.IsInteger()
            select FormattableString.Invariant($"{argument.Parameter.Ordinal}={((VariablePlace)argument.Place).Cell.Value!.ToAtom().Integer}");
        return string.Join(",", constants);
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
        if (parameter.RefKind is RefKind.Ref or RefKind.Out) return ReferenceTo(argument.Value);
        if (parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter && isPlace && !argument.Value.ConstantValue.HasValue) return ReferenceTo(argument.Value);
        Operand value = Evaluate(argument.Value);
        return new VariablePlace(trail.NewCell(parameter.Name, value, parameter.Type));
    }
}
