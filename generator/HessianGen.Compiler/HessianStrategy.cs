namespace HessianGen.Compiler;

/// <summary>How dense Hessians are made; the values are those of the public <c>HessianGen.HessianStrategy</c>.</summary>
internal enum HessianStrategy
{
    Automatic = 0,
    ElementWise = 1,
    Directional = 2,
}
