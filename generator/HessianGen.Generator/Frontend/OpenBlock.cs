namespace HessianGen.Generator.Frontend;

/// <summary>A block of the IR while it is being built.</summary>
/// <param name="Number">Different for every block.</param>
/// <param name="IsLoop">True where it may run more than once for each time that the block around it runs.</param>
/// <param name="FirstValue">The number of values when it was opened: older ones are visible outside of it.</param>
/// <param name="FirstPin">The number of arrays in use by expressions around it.</param>
internal readonly record struct OpenBlock(int Number, bool IsLoop, int FirstValue, int FirstPin);
