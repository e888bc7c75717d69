using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Lambdas and methods as values.</summary>
internal sealed partial class Translator
{
    private FunctionOperand Function(IOperation operation)
    {
        switch (operation)
        {
            case IDelegateCreationOperation creation: return Function(creation.Target);
            case IAnonymousFunctionOperation lambda:
                if (LoopFacts.Of([lambda.Body], frame).Assigned.FirstOrDefault(s => frame.Find(s) is not null) is { } captured)
                {
                    throw Refuse(Descriptors.Expression, operation, $"A lambda that assigns the captured variable '{captured.Name}'", "return the new value");
                }

                return new(lambda.Symbol, lambda.Body, frame);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } when frame.FindFunction(method.OriginalDefinition) is ({ Body: { } local }, { } declaring):
                return new(method, local, declaring);
            case IMethodReferenceOperation { Method: { IsStatic: true } method } when sources.BodyOf(method) is { } body:
                return new(method, body, null);
            case IMethodReferenceOperation { Method: var method } when MathFunctions.IsMath(method):
                return new(method, null, null);
            default:
                throw Refuse(Descriptors.Expression, operation);
        }
    }

    private Operand? CallFunction(IInvocationOperation call)
    {
        if (call.Instance is null || Evaluate(call.Instance) is not FunctionOperand function) throw Refuse(Descriptors.Virtual, call, "The delegate");
        if (function.Body is null) return CallMath(call, function.Method, null, [.. call.Arguments.Select(a => Scalar(a.Value))]);
        List<(IParameterSymbol, Place)> arguments = [.. Bind(call.Arguments).Select(a => (function.Method.OriginalDefinition.Parameters[a.Parameter.Ordinal], a.Place))];
        return Inline(call, function.Method, function.Body, function.Captured, null, arguments);
    }
}
