namespace HessianGen.Compiler.Optimization;

/// <summary>Matches the constant <c>true</c> or <c>false</c>.</summary>
internal sealed class PatternTruth(bool value) : Pattern
{
    public bool Value => value;

    public override int Operations => 0;

    public override bool IsConstant => true;
}
