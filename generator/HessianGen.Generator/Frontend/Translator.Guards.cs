using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

internal sealed partial class Translator
{
    /// <summary><c>ArgumentOutOfRangeException.ThrowIfNegative(n)</c> and its like.</summary>
    private Operand? Guard(IInvocationOperation call)
    {
        Operand[] arguments = [.. call.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue && ScalarOf(a.Value.Type) is not null).Select(a => Evaluate(a.Value))];
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
