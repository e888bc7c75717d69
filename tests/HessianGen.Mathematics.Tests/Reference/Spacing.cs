namespace HessianGen.Mathematics.Tests.Reference;

public enum Spacing
{
    Even,
    Logarithmic,
}
