using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Values that a branch hands out of its <c>if</c> because the reverse of the branch needs them later.</summary>
internal sealed class Exports(IrBuilder builder, If choice)
{
    private readonly List<(Value Inside, Value Outside, bool IsThen)> exports = [];

    public Atom Then(Value value) => Export(value, true);

    public Atom Else(Value value) => Export(value, false);

    /// <summary>The <c>if</c> with its branches as they must run, and an output for each exported value (zero from the other branch).</summary>
    public If Extend(IEnumerable<Statement> then, IEnumerable<Statement> otherwise) => choice with
    {
        Outputs = choice.Outputs.Concat(exports.Select(e => e.Outside)).ToEquatableArray(),
        Then = new(then.ToEquatableArray(), choice.Then.Yields.Concat(exports.Select(e => Yield(e, true))).ToEquatableArray()),
        Else = new(otherwise.ToEquatableArray(), choice.Else.Yields.Concat(exports.Select(e => Yield(e, false))).ToEquatableArray()),
    };

    private Atom Yield((Value Inside, Value Outside, bool IsThen) export, bool isThen) =>
        export.IsThen == isThen ? export.Inside : Atom.Zero(builder.TypeOf(export.Inside));

    private Atom Export(Value value, bool isThen)
    {
        foreach ((Value inside, Value outside, _) in exports)
        {
            if (inside == value) return outside;
        }

        Value exported = builder.NewValue(builder.TypeOf(value), builder.Info(value).Name);
        exports.Add((value, exported, isThen));
        return exported;
    }
}
