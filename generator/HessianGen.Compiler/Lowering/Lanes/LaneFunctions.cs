using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>How a primitive is written for lanes: one row each. What has no row keeps its loop scalar.</summary>
internal static class LaneFunctions
{
    // @formatter:off
    private static readonly Dictionary<Primitive, (LaneLibrary Library, string Name)> Rows = new()
    {
        [Primitives.Add] = (LaneLibrary.Operator, "+"), [Primitives.Sub] = (LaneLibrary.Operator, "-"),
        [Primitives.Mul] = (LaneLibrary.Operator, "*"), [Primitives.Div] = (LaneLibrary.Operator, "/"),
        [Primitives.Neg] = (LaneLibrary.Prefix, "-"),
        [Primitives.And] = (LaneLibrary.Operator, "&"), [Primitives.Or] = (LaneLibrary.Operator, "|"),
        [Primitives.Xor] = (LaneLibrary.Operator, "^"), [Primitives.Not] = (LaneLibrary.Prefix, "~"),

        [Primitives.Fma]      = (LaneLibrary.Vector, "FusedMultiplyAdd"),
        [Primitives.Sqrt]     = (LaneLibrary.Vector, "Sqrt"),
        [Primitives.Abs]      = (LaneLibrary.Vector, "Abs"),
        [Primitives.Max]      = (LaneLibrary.Vector, "Max"),
        [Primitives.Min]      = (LaneLibrary.Vector, "Min"),
        [Primitives.CopySign] = (LaneLibrary.Vector, "CopySign"),
        [Primitives.Floor]    = (LaneLibrary.Vector, "Floor"),
        [Primitives.Ceiling]  = (LaneLibrary.Vector, "Ceiling"),
        [Primitives.Truncate] = (LaneLibrary.Vector, "Truncate"),
        [Primitives.Round]    = (LaneLibrary.Vector, "Round"),
        [Primitives.Select_]  = (LaneLibrary.Vector, "ConditionalSelect"),
        [Primitives.Eq]       = (LaneLibrary.Vector, "Equals"),
        [Primitives.Lt]       = (LaneLibrary.Vector, "LessThan"),
        [Primitives.Le]       = (LaneLibrary.Vector, "LessThanOrEqual"),
        [Primitives.Gt]       = (LaneLibrary.Vector, "GreaterThan"),
        [Primitives.Ge]       = (LaneLibrary.Vector, "GreaterThanOrEqual"),
        [Primitives.Ne]       = (LaneLibrary.Negated, "Equals"),

        [Primitives.Exp]      = (LaneLibrary.Mathematics, "Exp"),
        [Primitives.ExpM1]    = (LaneLibrary.Mathematics, "ExpM1"),
        [Primitives.Log]      = (LaneLibrary.Mathematics, "Log"),
        [Primitives.LogP1]    = (LaneLibrary.Mathematics, "LogP1"),
        [Primitives.Cbrt]     = (LaneLibrary.Mathematics, "Cbrt"),
        [Primitives.Sin]      = (LaneLibrary.Mathematics, "Sin"),
        [Primitives.Cos]      = (LaneLibrary.Mathematics, "Cos"),
        [Primitives.Tan]      = (LaneLibrary.Mathematics, "Tan"),
        [Primitives.Asin]     = (LaneLibrary.Mathematics, "Asin"),
        [Primitives.Acos]     = (LaneLibrary.Mathematics, "Acos"),
        [Primitives.Atan]     = (LaneLibrary.Mathematics, "Atan"),
        [Primitives.Sinh]     = (LaneLibrary.Mathematics, "Sinh"),
        [Primitives.Cosh]     = (LaneLibrary.Mathematics, "Cosh"),
        [Primitives.Tanh]     = (LaneLibrary.Mathematics, "Tanh"),
        [Primitives.Sigmoid]  = (LaneLibrary.Mathematics, "Sigmoid"),
        [Primitives.Softplus] = (LaneLibrary.Mathematics, "Softplus"),
        [Primitives.Erf]      = (LaneLibrary.Mathematics, "Erf"),
        [Primitives.Erfc]     = (LaneLibrary.Mathematics, "Erfc"),
        [Primitives.Gaussian] = (LaneLibrary.Mathematics, "Gaussian"),
        [Primitives.NormalPdf] = (LaneLibrary.Mathematics, "NormalPdf"),
        [Primitives.NormalCdf] = (LaneLibrary.Mathematics, "NormalCdf"),
        [Primitives.Pow]      = (LaneLibrary.Mathematics, "Pow"),
        [Primitives.Hypot]    = (LaneLibrary.Mathematics, "Hypot"),
    };
    // @formatter:on

    /// <summary>The row of a primitive; null where lanes have no form of it.</summary>
    public static (LaneLibrary Library, string Name)? Of(Primitive primitive) => Rows.TryGetValue(primitive, out (LaneLibrary, string) row) ? row : null;

    /// <summary>True for what is inlined as tens of instructions.</summary>
    public static bool IsLong(Primitive primitive) => Of(primitive) is { Library: LaneLibrary.Mathematics };

    /// <summary>The calls of such functions in an expression.</summary>
    public static int LongCalls(KernelExpression expression) => ExpressionTree.Nodes(expression).Count(node => node is OperationExpression operation && IsLong(operation.Primitive));

    /// <summary>The calls of such functions in statements, those in their blocks included.</summary>
    public static int LongCalls(IEnumerable<KernelStatement> statements) => statements.SelectMany(KernelTree.Statements).SelectMany(s => s.Expressions).Sum(LongCalls);
}
