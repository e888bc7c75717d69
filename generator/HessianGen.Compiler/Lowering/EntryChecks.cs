using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The checks before anything is written: each parameter beyond the user's has the length that its role fixes, and no output shares memory with another array.</summary>
internal static class EntryChecks
{
    public static IReadOnlyList<KernelStatement> For(IReadOnlyList<KernelParameter> parameters)
    {
        KernelParameter[] own = [.. parameters.Where(p => p is { Role: not (ParameterRole.User or ParameterRole.Pattern or ParameterRole.Band), Array: not null })];
        if (own.Length == 0) return [];
        List<KernelStatement> statements = [];
        Local? stride = parameters.FirstOrDefault(p => p.Role == ParameterRole.Stride)?.Local;
        if (stride is not null) statements.AddRange(OfInstances(parameters, stride));
        KernelExpression n = Count(parameters);
        if (n is OperationExpression && own.Length > 1 | own.Any(p => p.Role == ParameterRole.Hessian))
        {
            Local local = new(ScalarType.I32, null, "n");
            statements.Add(new AssignLocal(local, n));
            n = new LocalExpression(local);
        }

        statements.AddRange(Bands.Checks(parameters, n));
        foreach (KernelParameter parameter in own.Where(p => p.Role != ParameterRole.Entries)) statements.Add(new RequireLength(parameter.Array!, Length(parameter, n, stride)));
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
        int read = Array.FindLastIndex(statements, s => KernelTree.Statements(s).SelectMany(KernelTree.Read).Contains(check.Input));
        int written = Array.FindIndex(statements, s => Writes(s, check.Output));
        bool isInput = read >= 0 && !Array.Exists(statements, s => Writes(s, check.Input));
        return !isInput || written >= 0 && (read > written || read == written && statements[read] is not WriteElement);

        static bool Writes(KernelStatement statement, KernelArray array) => KernelTree.Statements(statement).SelectMany(KernelTree.Written).Contains(array);
    }

    /// <summary>True for what throws where the arguments do not fit, and what takes them apart.</summary>
    public static bool IsCheck(KernelStatement statement) => statement is RequireLength or RequireStride or RequireRows or RequireNoOverlap or RequirePattern or DeclareBand;

    /// <summary>How many statements at the beginning of a body belong to its checks.</summary>
    public static int Leading(KernelBlock body) => Enumerable.Range(1, body.Statements.Count).LastOrDefault(i => IsCheck(body.Statements[i - 1]));

    /// <summary>The user's parameters that there are for each instance: whole rows of one stride.</summary>
    private static IEnumerable<KernelStatement> OfInstances(IReadOnlyList<KernelParameter> parameters, Local stride)
    {
        LocalExpression row = new(stride);
        Local count = parameters.Single(p => p.Role == ParameterRole.Count).Local!;
        yield return new RequireStride(count, stride);
        foreach (KernelParameter parameter in parameters.Where(p => p.Role == ParameterRole.User))
        {
            if (parameter.Layout == InstanceLayout.Elements) yield return new RequireLength(parameter.Array!, row);
            if (parameter.Rows is not { } rows) continue;
            yield return new AssignLocal(rows, Binary(Primitives.Div, new LengthExpression(parameter.Array!), Binary(Primitives.Max, row, Constant(1))));
            yield return new RequireLength(parameter.Array!, Product(new LocalExpression(rows), row));
            if (parameter.LeastRows > 0) yield return new RequireRows(parameter.Array!, count, rows, parameter.LeastRows);
        }
    }

    /// <summary>n: the lengths of the variable parameters, one for a scalar.</summary>
    private static KernelExpression Count(IReadOnlyList<KernelParameter> parameters)
    {
        KernelExpression? sum = null;
        int scalars = 0;
        foreach (KernelParameter parameter in parameters.Where(p => p.IsVariable))
        {
            KernelExpression? length = parameter.Rows is { } rows ? new LocalExpression(rows) : parameter is { Array: { } array, Layout: InstanceLayout.Shared } ? new LengthExpression(array) : null;
            if (length is null) scalars++;
            else sum = sum is null ? length : Binary(Primitives.Add, sum, length);
        }

        return sum is null ? Constant(scalars) : scalars == 0 ? sum : Binary(Primitives.Add, sum, Constant(scalars));
    }

    private static KernelExpression Length(KernelParameter parameter, KernelExpression n, Local? stride)
    {
        KernelExpression length = parameter.Role == ParameterRole.Hessian ? Product(n, n) : n;
        return stride is null ? length : parameter.Role == ParameterRole.Value ? new LocalExpression(stride) : Product(length, new LocalExpression(stride));
    }

    /// <summary>The product in 64 bits, which hold it.</summary>
    private static KernelExpression Product(KernelExpression x, KernelExpression y)
    {
        if (x is ConstantExpression { Constant: var a } && y is ConstantExpression { Constant: var b }) return Constant(a.Integer * b.Integer);
        return new OperationExpression(Primitives.Mul, new([x.Type == ScalarType.I64 ? x : new ConversionExpression(x, ScalarType.I64), y]), ScalarType.I64);
    }

    private static ConstantExpression Constant(long value) => new(Atom.OfInteger(value));

    private static OperationExpression Binary(Primitive primitive, KernelExpression x, KernelExpression y) => new(primitive, new([x, y]), ScalarType.I32);
}
