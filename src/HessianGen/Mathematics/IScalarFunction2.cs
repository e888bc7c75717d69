namespace HessianGen.Mathematics;

/// <summary>What <see cref="ILanes{V}.Map{TFunction}(V, V)"/> applies to each pair of lanes.</summary>
internal interface IScalarFunction2
{
    static abstract double Invoke(double x, double y);
}
