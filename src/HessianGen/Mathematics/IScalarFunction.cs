namespace HessianGen.Mathematics;

/// <summary>What <see cref="ILanes{V}.Map{TFunction}(V)"/> applies to each lane.</summary>
internal interface IScalarFunction
{
    static abstract double Invoke(double x);
}
