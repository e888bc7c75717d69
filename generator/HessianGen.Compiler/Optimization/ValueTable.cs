using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>The value table of a function while a pass adds values to it and hands names on.</summary>
internal sealed class ValueTable(Function function)
{
    private readonly List<ValueInfo> values = [.. function.Values];
    private bool hasChanged;

    public ScalarType TypeOf(Atom atom) => atom.IsConstant ? atom.ConstantType : values[atom.Value.Id].Type;

    public Value New(ScalarType type, int line)
    {
        hasChanged = true;
        values.Add(new(type, null, line));
        return new(values.Count - 1);
    }

    /// <summary>What replaces a named value takes over its name, unless it has one.</summary>
    public void HandOnName(Value replaced, Atom replacement)
    {
        if (values[replaced.Id].Name is not { } name || !replacement.IsValue) return;
        ValueInfo info = values[replacement.Value.Id];
        if (info.Name is not null) return;
        values[replacement.Value.Id] = info with { Name = name };
        hasChanged = true;
    }

    /// <summary>The rewritten function with what this table gained.</summary>
    public Function Apply(Function rewritten) => hasChanged ? rewritten with { Values = values.ToEquatableArray() } : rewritten;
}
