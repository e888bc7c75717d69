namespace HessianGen;

/// <summary>Marks a floating-point number that is the same for all instances of a batch: a member ending in <c>Batch</c> takes it as it is.</summary>
/// <remarks>Arrays, integers, flags and enums are so unmarked. Members for one instance take no notice.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SharedAttribute : Attribute;
