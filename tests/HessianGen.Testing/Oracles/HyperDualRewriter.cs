using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Testing.Oracles;

/// <summary>
/// Makes a program over <see cref="HyperDual"/> of a program over <see cref="double"/> and <see cref="float"/>. Rounding to
/// single precision is not followed.
/// </summary>
/// <remarks>
/// <code>
/// double, float                     -> HyperDual            but for constants, which convert where they are used
/// var x = 1.0                       -> HyperDual x = 1.0
/// var (x, y) = (1.0, 2)             -> (HyperDual x, var y) = (1.0, 2)
/// new[] { 1.0 }                     -> new HyperDual[] { 1.0 }
/// ReadOnlySpan<double> P => [1.0]   -> => new HyperDual[] { 1.0 }   since only built-in numbers can be data of the assembly
/// Math.F, MathF.F, double.F         -> HyperDualMath.F      but for overloads without a real parameter
/// Math.Max(x, 0)                    -> Max(0, x)            a constant wins ties
/// SpecialFunctions.F                -> HyperDualMath.F
/// x switch { > 0 => ... }           -> x.Value switch { ... }
/// p is { X: > 0 }                   -> p is { X: { Value: > 0 } }
/// F(double a, double b = 1) ... F(x) -> F(HyperDual a, HyperDual b) ... F(x, b: 1.0)
/// </code>
/// A derivative cannot be lost on the way: nothing converts a hyper-dual number to a <see cref="double"/> unless it is cast,
/// and the casts are rewritten too. What the rules miss is a compile error, not a wrong oracle.
/// </remarks>
internal sealed class HyperDualRewriter(SemanticModel model) : CSharpSyntaxRewriter
{
    public const string Number = $"global::HessianGen.Testing.Oracles.{nameof(HyperDual)}";

    private const string Functions = $"global::HessianGen.Testing.Oracles.{nameof(HyperDualMath)}";

    public static CSharpCompilation Rewrite(CSharpCompilation original)
    {
        CSharpCompilation result = original;
        foreach (SyntaxTree tree in original.SyntaxTrees)
        {
            SyntaxNode root = new HyperDualRewriter(original.GetSemanticModel(tree)).Visit(tree.GetRoot());
            result = result.ReplaceSyntaxTree(tree, InMemory.Parse(root.ToFullString(), tree.FilePath));
        }

        return result;
    }

    public override SyntaxNode? VisitPredefinedType(PredefinedTypeSyntax node) =>
        node.Keyword.Kind() is SyntaxKind.DoubleKeyword or SyntaxKind.FloatKeyword ? Type(Number, node) : node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitSizeOfExpression(SizeOfExpressionSyntax node) => node;

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) => model.GetSymbolInfo(node).Symbol switch
    {
        IMethodSymbol method when IsRealFunction(method) => Function(method, node),
        IFieldSymbol { IsConst: true } => node,
        _ => base.VisitMemberAccessExpression(node),
    };

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (node.IsVar)
        {
            return model.GetTypeInfo(node).Type is { } type && Lifted(type) is { } lifted ? Type(lifted, node) : node;
        }

        return node.Parent is not MemberAccessExpressionSyntax && model.GetSymbolInfo(node).Symbol is IMethodSymbol method && IsRealFunction(method)
            ? Function(method, node)
            : node;
    }

    public override SyntaxNode? VisitDeclarationExpression(DeclarationExpressionSyntax node) =>
        node is { Type.IsVar: true, Designation: ParenthesizedVariableDesignationSyntax names }
            ? SyntaxFactory.ParseExpression(Typed(names)).WithTriviaFrom(node)
            : base.VisitDeclarationExpression(node);

    public override SyntaxNode? VisitImplicitArrayCreationExpression(ImplicitArrayCreationExpressionSyntax node) =>
        model.GetTypeInfo(node).Type is IArrayTypeSymbol { ElementType: var element } && IsReal(element)
            ? SyntaxFactory.ParseExpression($"new {Number}[] {Visit(node.Initializer)}")
            : base.VisitImplicitArrayCreationExpression(node);

    public override SyntaxNode? VisitImplicitStackAllocArrayCreationExpression(ImplicitStackAllocArrayCreationExpressionSyntax node) =>
        node.Initializer.Expressions.All(item => model.GetTypeInfo(item).Type is { } type && !IsReal(type))
            ? base.VisitImplicitStackAllocArrayCreationExpression(node)
            : SyntaxFactory.ParseExpression($"stackalloc {Number}[] {Visit(node.Initializer)}");

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        PropertyDeclarationSyntax visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return visited.ExpressionBody is { Expression: CollectionExpressionSyntax items } body && IsSpanOfReals(model.GetDeclaredSymbol(node)!.Type)
            ? visited.WithExpressionBody(body.WithExpression(SyntaxFactory.ParseExpression($"new {Number}[] {{ {items.Elements} }}")))
            : visited;
    }

    public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node)
    {
        SwitchStatementSyntax visited = (SwitchStatementSyntax)base.VisitSwitchStatement(node)!;
        return visited.WithExpression(Governing(node.Expression, visited.Expression, node));
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        SwitchExpressionSyntax visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        return visited.WithGoverningExpression(Governing(node.GoverningExpression, visited.GoverningExpression, node));
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        IsPatternExpressionSyntax visited = (IsPatternExpressionSyntax)base.VisitIsPatternExpression(node)!;
        return visited.WithExpression(Governing(node.Expression, visited.Expression, node.Pattern));
    }

    public override SyntaxNode? VisitSubpattern(SubpatternSyntax node)
    {
        SubpatternSyntax visited = (SubpatternSyntax)base.VisitSubpattern(node)!;
        bool looksAtTheValue = node.Pattern is not (DiscardPatternSyntax or VarPatternSyntax)
            && model.GetOperation(node.Pattern) is IPatternOperation pattern && IsReal(pattern.InputType);
        return looksAtTheValue
            ? visited.WithPattern(Wrapped(visited.Pattern, node.Pattern))
            : visited;
    }

    public override SyntaxNode? VisitParameter(ParameterSyntax node) =>
        ((ParameterSyntax)base.VisitParameter(node)!).WithDefault(null);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        InvocationExpressionSyntax visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (IsChoice(node) && visited.ArgumentList.Arguments is [var x, var constant])
        {
            return visited.WithArgumentList(visited.ArgumentList.WithArguments([constant, x]));
        }

        if (model.GetOperation(node) is not IInvocationOperation { TargetMethod.Locations: [{ IsInSource: true }, ..] } invocation)
        {
            return visited;
        }

        IEnumerable<ArgumentSyntax> omitted =
            from argument in invocation.Arguments
            where argument.ArgumentKind == ArgumentKind.DefaultValue
            let parameter = argument.Parameter!
            select SyntaxFactory.Argument(
                SyntaxFactory.NameColon(parameter.Name), default, SyntaxFactory.ParseExpression(Constant(parameter)));
        return visited.AddArgumentListArguments([.. omitted]);
    }

    /// <summary>The greater or the smaller of something and a constant, which wins ties wherever it stands: relu'(0) = 0.</summary>
    private bool IsChoice(InvocationExpressionSyntax node) =>
        node.ArgumentList.Arguments is [{ NameColon: null, Expression: var first }, { NameColon: null, Expression: var second }]
        && model.GetSymbolInfo(node).Symbol is IMethodSymbol { Name: "Max" or "Min" } method && IsRealFunction(method)
        && model.GetConstantValue(second).HasValue && !model.GetConstantValue(first).HasValue;

    private static string Constant(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => "default",
        double value => $"({value.ToString("R", CultureInfo.InvariantCulture)})",
        float value => $"({value.ToString("R", CultureInfo.InvariantCulture)}f)",
        object value => $"({parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
    };

    /// <summary>Patterns want a built-in number; a variable that they declare would then lose its derivative, so there must be none.</summary>
    private ExpressionSyntax Governing(ExpressionSyntax original, ExpressionSyntax visited, SyntaxNode patterns)
    {
        if (model.GetTypeInfo(original).Type is not { } type || !IsReal(type))
        {
            return visited;
        }

        KeepsNoVariable(patterns);
        return SyntaxFactory.ParseExpression($"({visited}).{nameof(HyperDual.Value)} ");
    }

    /// <summary>The part <c>&gt; 0</c> of a larger pattern as <c>{ Value: &gt; 0 }</c>.</summary>
    private static PatternSyntax Wrapped(PatternSyntax visited, PatternSyntax original)
    {
        KeepsNoVariable(original);
        return SyntaxFactory.RecursivePattern().WithPropertyPatternClause(SyntaxFactory.PropertyPatternClause(
            [SyntaxFactory.Subpattern(SyntaxFactory.NameColon(nameof(HyperDual.Value)), visited)]));
    }

    private static void KeepsNoVariable(SyntaxNode patterns)
    {
        if (patterns.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Any())
        {
            throw new HarnessException($"A pattern variable would lose its derivative: {patterns}");
        }
    }

    /// <summary>The C# name of a type with its real numbers replaced: of a number, or of a tuple with one in it. Others need no name.</summary>
    private static string? Lifted(ITypeSymbol type) => type switch
    {
        _ when IsReal(type) => Number,
        INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.Any(item => Lifted(item.Type) is not null) =>
            $"({string.Join(", ", tuple.TupleElements.Select(item => $"{Lifted(item.Type) ?? item.Type.ToDisplayString()} {(item.IsExplicitlyNamedTupleElement ? item.Name : "")}"))})",
        _ => null,
    };

    /// <summary><c>var (a, (b, _))</c> with each type written out: of a literal alone it would be <c>double</c>.</summary>
    private string Typed(VariableDesignationSyntax names) => names switch
    {
        ParenthesizedVariableDesignationSyntax several => $"({string.Join(", ", several.Variables.Select(Typed))})",
        SingleVariableDesignationSyntax one when Lifted(((ILocalSymbol)model.GetDeclaredSymbol(one)!).Type) is { } type => $"{type} {one}",
        SingleVariableDesignationSyntax one => $"var {one}",
        _ => names.ToString(),
    };

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static bool IsSpanOfReals(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span", TypeArguments: [var element] } && IsReal(element);

    private static bool IsRealFunction(IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: false }
        && (method.ContainingType.ToDisplayString() is "System.Math" or "System.MathF" or "double" or "float"
            && method.Parameters.Any(parameter => IsReal(parameter.Type))
            || method.ContainingType.ToDisplayString() == "HessianGen.SpecialFunctions");

    private static ExpressionSyntax Function(IMethodSymbol method, SyntaxNode at) =>
        SyntaxFactory.ParseExpression($"{Functions}.{method.Name}").WithTriviaFrom(at);

    private static TypeSyntax Type(string name, SyntaxNode at) => SyntaxFactory.ParseTypeName(name).WithTriviaFrom(at);
}
