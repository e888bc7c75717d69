using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The checks before anything is written: each parameter beyond the user's has the length that its role fixes, and no output shares memory with another array.</summary>
internal static class EntryChecks
{
    public static IReadOnlyList<KernelStatement> For(Function function, IReadOnlyList<KernelParameter> parameters)
    {
        KernelParameter[] own = [.. parameters.Where(p => p.Role != ParameterRole.User && p.Array is not null)];
        if (own.Length == 0) return [];
        List<KernelStatement> statements = [];
        KernelExpression n = Count(function, parameters);
        if (n is OperationExpression && own.Length > 1 | own.Any(p => p.Role == ParameterRole.Hessian))
        {
            Local local = new(ScalarType.I32, null, "n");
            statements.Add(new AssignLocal(local, n));
            n = new LocalExpression(local);
        }

        foreach (KernelParameter parameter in own) statements.Add(new RequireLength(parameter.Array!, Length(parameter.Role, n)));
        foreach (KernelParameter output in own.Where(p => p.Role != ParameterRole.Direction))
        {
            IEnumerable<KernelArray> others = parameters.TakeWhile(p => p != output).Select(p => p.Array).OfType<KernelArray>();
            statements.AddRange(others.Where(a => a.Element == output.Array!.Element).Select(a => new RequireNoOverlap(output.Array!, a)));
        }

        return statements;
    }

    /// <summary>Without the checks of outputs that are first written when the last element of the input has been read: those may share memory.</summary>
    public static KernelBlock WithoutNeedless(KernelBlock body) => new(body.Statements.Where(s => s is not RequireNoOverlap check || IsNeeded(body, check)).ToEquatableArray());

    private static bool IsNeeded(KernelBlock body, RequireNoOverlap check)
    {
        KernelStatement[] statements = [.. body.Statements];
        int read = Array.FindLastIndex(statements, s => KernelTree.Reads(s).Contains(check.Input)), written = Array.FindIndex(statements, s => KernelTree.Writes(s).Contains(check.Output));
        bool isInput = read >= 0 && !statements.Any(s => KernelTree.Writes(s).Contains(check.Input));
        return !isInput || written >= 0 && (read > written || read == written && statements[read] is not WriteElement);
    }

    /// <summary>n: the lengths of the variable parameters, one for a scalar.</summary>
    private static KernelExpression Count(Function function, IReadOnlyList<KernelParameter> parameters)
    {
        KernelExpression? sum = null;
        int scalars = 0;
        for (int i = 0; i < parameters.Count; i++)
        {
            if (!function.Parameters[i].IsVariable) continue;
            if (parameters[i].Array is { } array) sum = sum is null ? new LengthExpression(array) : Binary(Primitives.Add, sum, new LengthExpression(array));
            else scalars++;
        }

        KernelExpression constant = new ConstantExpression(Atom.OfInteger(scalars));
        return sum is null ? constant : scalars == 0 ? sum : Binary(Primitives.Add, sum, constant);
    }

    private static KernelExpression Length(ParameterRole role, KernelExpression n)
    {
        if (role != ParameterRole.Hessian) return n;
        return n is ConstantExpression { Constant: var count }
            ? new ConstantExpression(Atom.OfInteger(count.Integer * count.Integer))
            : new OperationExpression(Primitives.Mul, new([new ConversionExpression(n, ScalarType.I64), n]), ScalarType.I64);
    }

    private static OperationExpression Binary(Primitive primitive, KernelExpression x, KernelExpression y) => new(primitive, new([x, y]), ScalarType.I32);
}
