namespace HessianGen;

/// <summary>Marks a floating-point parameter (scalar, span or array) as independent variable of a <see cref="DifferentiableAttribute">[Differentiable]</see> method; the unmarked ones are constants.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class VariableAttribute : Attribute;
