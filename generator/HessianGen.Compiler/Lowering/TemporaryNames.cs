using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>What a temporary is called that the user has no name for: after the primitive that made it.</summary>
internal static class TemporaryNames
{
    // @formatter:off
    private static readonly Dictionary<Primitive, string> Floating = new()
    {
        [Primitives.Add]  = "sum",      [Primitives.Sub]   = "difference", [Primitives.Mul]   = "product",  [Primitives.Div]     = "ratio",
        [Primitives.Rem]  = "remainder", [Primitives.Neg]  = "negated",    [Primitives.Pow]   = "power",    [Primitives.Sqrt]    = "root",
        [Primitives.Fma]  = "sum",      [Primitives.Cbrt]  = "cubeRoot",   [Primitives.Exp]   = "exp",      [Primitives.Select_] = "chosen",
        [Primitives.Max]  = "larger",   [Primitives.Min]   = "smaller",    [Primitives.Abs]   = "magnitude", [Primitives.Convert] = "converted",
        [Primitives.Floor] = "floor",   [Primitives.Ceiling] = "ceiling",  [Primitives.Truncate] = "truncated", [Primitives.Round] = "rounded",
    };

    private static readonly Dictionary<Primitive, string> Integral = new()
    {
        [Primitives.Add] = "index",     [Primitives.Sub]   = "distance",   [Primitives.Mul]   = "offset",   [Primitives.Div]     = "quotient",
        [Primitives.Rem] = "remainder", [Primitives.Neg]   = "negated",    [Primitives.Convert] = "converted", [Primitives.Select_] = "chosen",
        [Primitives.Shl] = "shifted",   [Primitives.Shr]   = "shifted",    [Primitives.Ushr]  = "shifted",  [Primitives.And]     = "bits",
        [Primitives.Or]  = "bits",      [Primitives.Xor]   = "bits",       [Primitives.Not]   = "bits",     [Primitives.Max]     = "larger",
        [Primitives.Min] = "smaller",   [Primitives.Abs]   = "magnitude",
    };

    private static readonly Dictionary<Primitive, string> Logical = new()
    {
        [Primitives.Eq] = "isEqual",    [Primitives.Ne]    = "isDifferent", [Primitives.Lt]   = "isLess",   [Primitives.Le]      = "isAtMost",
        [Primitives.Gt] = "isGreater",  [Primitives.Ge]    = "isAtLeast",   [Primitives.And]  = "areBoth",  [Primitives.Or]      = "isEither",
        [Primitives.Not] = "isNot",     [Primitives.Xor]   = "isOne",
    };
    // @formatter:on

    /// <summary>A name for a variable that holds these values; the first one that something is known of decides.</summary>
    public static string Of(IEnumerable<Value> group, Layout layout)
    {
        foreach (Value value in group)
        {
            if (Of(value, layout) is { } name) return name;
        }

        return "carried";
    }

    private static string? Of(Value value, Layout layout)
    {
        ScalarType type = layout.Function.TypeOf(value);
        return layout.Definer(value)?.Statement switch
        {
            Let let => Row(let.Primitive, type),
            Load load => OfElement(load, layout.Function),
            If choice => OfBranches(choice, choice.Outputs.TakeWhile(o => o != value).Count(), layout),
            For loop when loop.Counter == value => "i",
            _ => null,
        };
    }

    /// <summary>What a branch computes gives the name, if not both are handed something from elsewhere.</summary>
    private static string OfBranches(If choice, int index, Layout layout) =>
        new[] { choice.Then, choice.Else }.Select(b => b.Yields[index]).Where(y => y.IsValue).Select(y => Of(y.Value, layout)).FirstOrDefault(n => n is not null) ?? "chosen";

    private static string Row(Primitive primitive, ScalarType type)
    {
        Dictionary<Primitive, string> table = type.IsFloat() ? Floating : type == ScalarType.Bool ? Logical : Integral;
        return table.TryGetValue(primitive, out string? name) ? name : primitive.Name;
    }

    /// <summary><c>wi</c> for <c>w[i]</c>, <c>labelN</c> for <c>label[n]</c>, <c>p3</c> for <c>p[3]</c>, <c>wElement</c> for any other element of <c>w</c>.</summary>
    private static string OfElement(Load load, Function function)
    {
        string array = function.Buffers[load.Buffer.Id].Name ?? "array";
        if (load.Index.IsConstant) return FormattableString.Invariant($"{array}{(char.IsDigit(array[array.Length - 1]) ? "At" : "")}{load.Index.Integer}");
        string? index = function.Values[load.Index.Value.Id].Name;
        return index is not { Length: 1 } ? array + "Element" : array + (array.Length == 1 ? index : index.ToUpperInvariant());
    }
}
