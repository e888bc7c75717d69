namespace HessianGen;

/// <summary>Marks data of which each instance of a batch has its own: a member ending in <c>Batch</c> takes a row for each element (see <see cref="BatchLayout"/>).</summary>
/// <remarks>Variables and floating-point numbers are so unmarked; unmarked arrays, integers, flags and enums are the same for all instances. Members for one instance take no notice.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PerInstanceAttribute : Attribute;
