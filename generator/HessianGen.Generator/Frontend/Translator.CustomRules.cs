using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Frontend;

/// <summary>Calls of methods that have a rule for their derivative: they are called as they are, and the rule is what is differentiated.</summary>
internal sealed partial class Translator
{
    /// <summary>The call as one operation; null where the method has no rule.</summary>
    private ScalarOperand? TryCallCustom(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IReadOnlyList<IMethodSymbol> candidates = sources.CustomDerivatives.Of(method);
        if (candidates.Count == 0 || frame.IsWithin(method)) return null;
        IMethodSymbol rule = candidates.FirstOrDefault(c => CustomDerivatives.Fits(c, method)) ?? throw Refuse(Descriptors.CustomRule, call, candidates[0].Name, method.Name, ExpectedRule(method));
        if (candidates.Count > 1) throw Refuse(Descriptors.CustomRule, call, candidates[1].Name, method.Name, "be the only one");
        if (!sources.Compilation.IsSymbolAccessibleWithin(method, root.ContainingType)) throw Refuse(Descriptors.CustomRule, call, rule.Name, method.Name, "be about a method that generated code can call: make it internal");
        string name = Spelling(method);
        if (!rules.Contains(name)) rules.Add(name, () => TranslateRule(rule));

        Atom[] arguments = new Atom[call.Arguments.Length];
        foreach (IArgumentOperation argument in call.Arguments) arguments[argument.Parameter!.Ordinal] = ir.Convert(Scalar(argument.Value), ScalarOf(argument.Parameter.Type)!.Value);
        CustomSignature signature = new([.. method.Parameters.Select(p => Types.Scalar(p.Type)!.Value)], Types.Scalar(method.ReturnType)!.Value);
        return new(ir.Apply(Primitive.Custom(name, signature, rules), arguments));
    }

    private static string Spelling(IMethodSymbol method) =>
        (method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + Names.Escaped(method.Name)).Replace("global::", "");

    private static string ExpectedRule(IMethodSymbol method)
    {
        IEnumerable<string> own = method.Parameters.Select(p => $"{p.Type.ToDisplayString()} {p.Name}");
        IEnumerable<string> partials = method.Parameters.Where(p => Types.Scalar(p.Type) is { } type && type.IsFloat()).Select(p => $"out {p.Type.ToDisplayString()} d{p.Name}");
        return $"be a static void method of numbers with the parameters ({string.Join(", ", own.Append(method.ReturnType.ToDisplayString() + " result").Concat(partials))})";
    }

    /// <summary>The partial derivatives as a function of the method's arguments and its result.</summary>
    private Function TranslateRule(IMethodSymbol rule)
    {
        Layout facts = new();
        while (facts.Begin())
        {
            Translator translator = new(Implementation(rule), sources, facts) { rules = rules, isRule = true };
            Function function = translator.TranslateRule();
            if (!facts.IsStale) return function;
        }

        throw new InvalidOperationException("The arrays of this rule cannot be laid out.");
    }

    private Function TranslateRule()
    {
        List<Parameter> parameters = [];
        List<VariablePlace> partials = [];
        foreach (IParameterSymbol parameter in root.Parameters)
        {
            if (parameter.RefKind != RefKind.Out)
            {
                parameters.Add(DeclareScalar(parameter, parameter.Name, false));
                continue;
            }

            VariablePlace partial = new(trail.NewCell(parameter.Name, null, parameter.Type));
            partials.Add(partial);
            frame.Bind(parameter, partial);
        }

        Run(sources.BodyOf(root) ?? throw Refuse(Descriptors.NoBody, root.Locations[0], root.Name));
        Atom[] results = [.. partials.Select(p => (p.Cell.Value ?? throw Refuse(Descriptors.NoBody, root.Locations[0], root.Name)).ToAtom())];
        return Pruning.Run(ir.ToFunction(root.Name, parameters, results));
    }
}
