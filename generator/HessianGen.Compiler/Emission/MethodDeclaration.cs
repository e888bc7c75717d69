using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Emission;

/// <summary>A type that contains a differentiable method, as the generated part must repeat it.</summary>
/// <param name="Header">Everything before the brace: <c>static partial class Digits&lt;T&gt;</c>, names escaped; no accessibility, no constraints (the user's part has them).</param>
/// <param name="Name">The unescaped name with arity, for hint names: <c>Digits`1</c>.</param>
internal sealed record TypeDeclaration(string Header, string Name);

/// <summary>How a C# parameter reaches the IR.</summary>
internal enum ParameterForm
{
    /// <summary>double, float, integers, bool: the name itself.</summary>
    Scalar,

    /// <summary>An enum: cast to its underlying integer.</summary>
    Enum,

    /// <summary>A span or read-only span.</summary>
    Span,

    /// <summary>A one-dimensional array; converts to a span.</summary>
    Array,

    /// <summary>An array of rank two or more: its elements in place, then the extent along each dimension.</summary>
    Rectangular,

    /// <summary>An array of arrays, two or three deep: a copy of its elements, then for each level where the rows start and how long they are.</summary>
    Jagged,
}

/// <summary>One parameter of the user's method, repeated by every generated member.</summary>
/// <param name="Name">Unescaped.</param>
/// <param name="Type">C# text with <c>global::</c> where needed: <c>global::System.ReadOnlySpan&lt;double&gt;</c>.</param>
/// <param name="Modifier">Empty or <c>in</c>.</param>
/// <param name="Parts">The names of the IR function's parameters that it becomes, in order: its own name, but for the forms that have a shape.</param>
internal sealed record ParameterDeclaration(
    string Name, string Type, string Modifier, ParameterForm Form, ScalarType Element, bool IsVariable, EquatableArray<string> Parts)
{
    /// <summary>A parameter that is one parameter of the IR function, under its own name.</summary>
    public ParameterDeclaration(string name, string type, string modifier, ParameterForm form, ScalarType element, bool isVariable)
        : this(name, type, modifier, form, element, isVariable, new([name]))
    {
    }

    /// <summary>True where generated code reads it through variables of its own.</summary>
    public bool HasShape => Form is ParameterForm.Rectangular or ParameterForm.Jagged;

    /// <summary>True where each instance of a batch has its own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The parameter of a batch: an array with the elements of all instances where each has its own.</summary>
    public ParameterDeclaration OfBatch => IsOwn ? this with { Type = $"global::System.ReadOnlySpan<{Element.Keyword()}>", Modifier = "", Form = ParameterForm.Span } : this;

    /// <summary>True for one number, which takes one slot of the independent vector.</summary>
    public bool IsScalar => Form is ParameterForm.Scalar or ParameterForm.Enum;
}

/// <summary>What generated members must repeat of the user's method.</summary>
/// <remarks>Holds text and numbers only: a symbol here would make every edit in the editor recompute every derivative.</remarks>
/// <param name="Namespace">As C# text, keywords escaped; null for the global one.</param>
/// <param name="Name">The unescaped method name.</param>
/// <param name="MemberName">The stem of member names; <see cref="Name"/>, or with a suffix that tells attributed overloads' nested types apart.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c> ...</param>
/// <param name="Element">The floating-point type of variables, outputs and return value.</param>
/// <param name="TakenNames">Names that generated members and their parameters must not collide with (members of the type, the method's own locals).</param>
internal sealed record MethodDeclaration(
    string? Namespace,
    EquatableArray<TypeDeclaration> ContainingTypes,
    string Name,
    string MemberName,
    string Accessibility,
    EquatableArray<ParameterDeclaration> Parameters,
    ScalarType Element,
    EquatableArray<string> TakenNames)
{
    /// <summary>All that is documented of a part of a sum, <c>{0}</c> standing for the product; null for the user's method.</summary>
    public string? Summary { get; init; }

    /// <summary>The declaration with the parameters of a batch.</summary>
    public MethodDeclaration OfBatch => this with { Parameters = Parameters.Select(p => p.OfBatch).ToEquatableArray() };
}
