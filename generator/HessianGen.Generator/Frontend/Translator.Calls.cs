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
        if (MathFunctions.IsMath(method)) return CallMath(call);
        if (Types.IsSpan(method.ContainingType) || IsArrayApi(method)) return CallArray(call);
        if (method.ContainingType is { Name: "Debug", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } }) return null;
        if (method.ContainingType is { Name: var guard } && guard.EndsWith("Exception", StringComparison.Ordinal) && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)) return Guard(call);
        if (method.MethodKind == MethodKind.LocalFunction) return CallLocal(call);
        if (!method.IsStatic) throw Refuse(Descriptors.Virtual, call, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        if (method.IsGenericMethod || method.ContainingType.IsGenericType) throw RefuseCall(call, "call a method that is not generic");
        if (method.IsAbstract || method.IsVirtual) throw Refuse(Descriptors.Virtual, call, method.Name);
        IBlockOperation body = sources.BodyOf(method) ?? throw RefuseCall(call, "call one with source, or write the formula out");
        return Inline(call, method, body, null);
    }

    private static RefusalException RefuseCall(IInvocationOperation call, string instead) =>
        Refuse(Descriptors.NoSource, call, call.TargetMethod.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), instead);

    private Operand? CallLocal(IInvocationOperation call)
    {
        if (frame.FindFunction(call.TargetMethod) is not ({ } function, { } declaring) || function.Body is not { } body) throw Refuse(Descriptors.Expression, call);
        if (call.TargetMethod.IsGenericMethod) throw RefuseCall(call, "call a function that is not generic");
        return Inline(call, call.TargetMethod, body, declaring);
    }

    private Operand? Inline(IInvocationOperation call, IMethodSymbol method, IBlockOperation body, Frame? declaring)
    {
        if (method.IsAsync || method.RefKind != RefKind.None) throw Refuse(Descriptors.Expression, call, method.IsAsync ? "An async call" : "A returned reference", "return a value");
        if (active.Any(m => SymbolEqualityComparer.Default.Equals(m, method)) || SymbolEqualityComparer.Default.Equals(method, root)) throw Refuse(Descriptors.Recursion, call, method.Name);
        Frame callee = NewFrame(method, declaring, SiteOf(call));
        foreach (IArgumentOperation argument in call.Arguments) callee.Bind(argument.Parameter!, PlaceOf(argument));

        Frame caller = frame;
        int line = ir.Line;
        (bool wasUnreachable, frame) = (isUnreachable, callee);
        active.Add(method);
        Run(body);
        active.RemoveAt(active.Count - 1);
        frame = caller;
        isUnreachable |= wasUnreachable;
        ir.Line = line;
        if (method.ReturnsVoid) return null;
        return callee.Result.Value ?? Zero(call, method.ReturnType);
    }

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

    private Operand Evaluate(IPropertyReferenceOperation property)
    {
        if (property.Property.IsIndexer) return Read(property);
        string name = property.Property.Name;
        if (property.Instance is { } instance && Types.Element(instance.Type) is not null || property.Instance?.Type is IArrayTypeSymbol)
        {
            ArrayOperand array = Array(property.Instance!);
            switch (name)
            {
                case "Length": return new ScalarOperand(array.Lengths.Aggregate((x, y) => ir.Apply(Primitives.Mul, x, y)));
                case "LongLength": return new ScalarOperand(ir.Convert(array.Lengths.Aggregate((x, y) => ir.Apply(Primitives.Mul, x, y)), ScalarType.I64));
                case "IsEmpty": return new ScalarOperand(ir.Apply(Primitives.Eq, array.Length, Atom.OfInteger(0)));
                case "Rank": return new ScalarOperand(Atom.OfInteger(array.Lengths.Length));
            }
        }

        if (Types.IsSpan(property.Property.ContainingType) && name == "Empty") return Zero(property, property.Type);
        if (!property.Property.IsStatic || property.Property.GetMethod is not { } getter) throw Refuse(Descriptors.Expression, property, $"The property '{name}'", "pass its value as a parameter");
        if (sources.BodyOf(getter) is not { } body) throw Refuse(Descriptors.MutableState, property, name);
        return InlineGetter(property, getter, body);
    }

    private Operand InlineGetter(IPropertyReferenceOperation property, IMethodSymbol getter, IBlockOperation body)
    {
        if (active.Any(m => SymbolEqualityComparer.Default.Equals(m, getter))) throw Refuse(Descriptors.Recursion, property, property.Property.Name);
        Frame caller = frame;
        int line = ir.Line;
        frame = NewFrame(getter, null, SiteOf(property));
        active.Add(getter);
        Run(body);
        active.RemoveAt(active.Count - 1);
        Operand? result = frame.Result.Value;
        (frame, ir.Line) = (caller, line);
        return result ?? Zero(property, property.Type);
    }

    /// <summary><c>ArgumentOutOfRangeException.ThrowIfNegative(n)</c> and its like.</summary>
    private Operand? Guard(IInvocationOperation call)
    {
        Operand[] arguments = [.. call.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => Types.Scalar(a.Value.Type) is null ? null : Evaluate(a.Value)).Where(o => o is not null).Select(o => o!)];
        string exception = call.TargetMethod.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        Atom X() => arguments[0].ToAtom();
        Atom Y() => ir.Convert(arguments[1].ToAtom(), ir.TypeOf(X()));
        Atom zero = arguments.Length > 0 ? ir.Convert(Atom.OfInteger(0), ir.TypeOf(X())) : default;
        Atom? allowed = call.TargetMethod.Name switch
        {
            "ThrowIfNull" => Atom.OfBoolean(true),
            "ThrowIfNegative" => Not(ir.Apply(Primitives.Lt, X(), zero)),
            "ThrowIfNegativeOrZero" => Not(ir.Apply(Primitives.Le, X(), zero)),
            "ThrowIfZero" => ir.Apply(Primitives.Ne, X(), zero),
            "ThrowIfEqual" => ir.Apply(Primitives.Ne, X(), Y()),
            "ThrowIfNotEqual" => ir.Apply(Primitives.Eq, X(), Y()),
            "ThrowIfGreaterThan" => Not(ir.Apply(Primitives.Gt, X(), Y())),
            "ThrowIfGreaterThanOrEqual" => Not(ir.Apply(Primitives.Ge, X(), Y())),
            "ThrowIfLessThan" => Not(ir.Apply(Primitives.Lt, X(), Y())),
            "ThrowIfLessThanOrEqual" => Not(ir.Apply(Primitives.Le, X(), Y())),
            _ => null,
        };
        Emit(allowed ?? throw RefuseCall(call, "write 'if' and 'throw'"), exception);
        return null;
    }
}
