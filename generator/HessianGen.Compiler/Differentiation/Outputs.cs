using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Narrows what a function hands out; what nobody needs any more is then dead code.</summary>
internal static class Outputs
{
    /// <summary>Keeps one output parameter and drops the results; the other outputs become local arrays.</summary>
    public static Function KeepOnly(Function function, ParameterRole role)
    {
        IrBuilder builder = new(function);
        Independents independents = new(function, builder);
        List<Parameter> parameters = [];
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter is BufferParameter { Role: not (ParameterRole.User or ParameterRole.Direction) } output && output.Role != role)
            {
                builder.Emit(new Alloc(output.Buffer, independents.Count));
            }
            else parameters.Add(parameter);
        }

        builder.Emit(function.Body.Statements);
        return builder.ToFunction(function.Name, parameters);
    }
}
