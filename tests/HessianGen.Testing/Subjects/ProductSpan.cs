namespace HessianGen.Testing.Subjects;

/// <summary>A span that a generated member takes besides the method's own parameters.</summary>
/// <param name="Name">The parameter's name, which an exception about its length must give.</param>
/// <param name="IsInput">Whether it is read; all others are overwritten.</param>
/// <param name="Order">Its length is n to this power.</param>
public sealed record ProductSpan(string Name, bool IsInput, int Order)
{
    /// <summary>The length for a method of n independent variables.</summary>
    public int Length(int n) => Order switch { 0 => 1, 1 => n, _ => n * n };
}
