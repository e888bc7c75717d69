namespace HessianGen.Compiler.Optimization;

/// <summary>What generated code is granted by the two floating-point modes.</summary>
internal static class Licences
{
    /// <summary>Unless the user asks otherwise.</summary>
    public const Licence Default = Licence.NoSignedZeros | Licence.Contract;

    /// <summary>Strict floating point.</summary>
    public const Licence Strict = Licence.None;
}
