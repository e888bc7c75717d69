using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Lowering;

/// <summary>Parameters of functions built by hand.</summary>
internal static class Parameters
{
    public static BufferParameter Array(
        IrBuilder ir, string name, ScalarType element = ScalarType.F64, bool isVariable = false, ParameterRole role = ParameterRole.User) =>
        new(name, role, isVariable, ir.NewBuffer(element, name), ir.NewValue(ScalarType.I32, name + ".Length"));

    public static ScalarParameter Scalar(IrBuilder ir, string name, ScalarType type = ScalarType.F64, bool isVariable = false) =>
        new(name, ParameterRole.User, isVariable, ir.NewValue(type, name));
}
