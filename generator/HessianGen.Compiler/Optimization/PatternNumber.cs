namespace HessianGen.Compiler.Optimization;

/// <summary>Matches the constant of that value, integer or floating-point; +0 and −0 are two numbers.</summary>
internal sealed class PatternNumber(double value) : Pattern
{
    public double Value => value;

    public override int Operations => 0;

    public override bool IsConstant => true;
}
