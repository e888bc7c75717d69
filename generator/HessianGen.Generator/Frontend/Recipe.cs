using HessianGen.Compiler.Ir;
using Buffer = HessianGen.Compiler.Ir.Buffer;

namespace HessianGen.Generator.Frontend;

/// <summary>An integer as a computation that can be done again further up in the program, where the loops around it have not begun: then as the largest value that it takes in them.</summary>
internal abstract record Recipe
{
    public Atom Build(IrBuilder ir)
    {
        Counter[] counters = [.. Counters.Distinct().OrderBy(c => c.Number)];
        return counters.Length == 0 ? Build(ir, []) : Greatest(ir, counters, 0, Atom.OfInteger(0), []);
    }

    /// <summary>The loops that it depends on.</summary>
    public abstract IEnumerable<Counter> Counters { get; }

    protected abstract Atom Build(IrBuilder ir, Dictionary<int, Atom> counters);

    private Atom Greatest(IrBuilder ir, Counter[] loops, int depth, Atom greatest, Dictionary<int, Atom> counters)
    {
        if (depth == loops.Length)
        {
            Atom value = Build(ir, counters);
            return ir.Apply(Primitives.Select_, ir.Apply(Primitives.Gt, value, greatest), value, greatest);
        }

        Counter loop = loops[depth];
        return ir.For(loop.Start.Build(ir, counters), loop.End.Build(ir, counters), loop.Stride, [greatest], (k, carried) =>
        {
            counters[loop.Number] = k;
            return [Greatest(ir, loops, depth + 1, carried[0], counters)];
        })[0];
    }

    /// <summary>True for integer arithmetic that cannot throw.</summary>
    public static bool IsTotal(Let let, IrBuilder ir) =>
        !ir.TypeOf(let.Result).IsFloat() && let.Arguments.All(a => !ir.TypeOf(a).IsFloat()) && let.Primitive != Primitives.Abs
        && (let.Primitive != Primitives.Div && let.Primitive != Primitives.Rem || let.Arguments[1] is { IsConstant: true } divisor && divisor.Integer is not (0 or -1));

    /// <summary>A constant, or a value that is there already.</summary>
    internal sealed record Leaf(Atom Atom) : Recipe
    {
        public override IEnumerable<Counter> Counters => [];

        protected override Atom Build(IrBuilder ir, Dictionary<int, Atom> counters) => Atom;
    }

    /// <summary>The counter of a loop that runs later.</summary>
    internal sealed record Counter(int Number, Recipe Start, Recipe End, long Stride) : Recipe
    {
        public override IEnumerable<Counter> Counters => [.. Start.Counters, .. End.Counters, this];

        protected override Atom Build(IrBuilder ir, Dictionary<int, Atom> counters) => counters[Number];
    }

    /// <summary>An element of an array that nothing writes; 0 outside of it, where the program does not get to read.</summary>
    internal sealed record Element(Buffer Buffer, Atom Length, Recipe Index) : Recipe
    {
        public override IEnumerable<Counter> Counters => Index.Counters;

        protected override Atom Build(IrBuilder ir, Dictionary<int, Atom> counters)
        {
            Atom index = Index.Build(ir, counters);
            Atom isInside = ir.Apply(Primitives.Lt, ir.Convert(index, ScalarType.U32), ir.Convert(Length, ScalarType.U32));
            Value element = ir.NewValue(ir.Info(Buffer).Element);
            ir.Open();
            Block then = ir.Close(ir.Load(Buffer, index));
            ir.Emit(new If(new([element]), isInside, then, new(EquatableArray<Statement>.Empty, new([Atom.Zero(ir.TypeOf(element))]))));
            return element;
        }
    }

    internal sealed record Step(Primitive Primitive, ScalarType Type, EquatableArray<Recipe> Arguments) : Recipe
    {
        public override IEnumerable<Counter> Counters => Arguments.SelectMany(a => a.Counters);

        protected override Atom Build(IrBuilder ir, Dictionary<int, Atom> counters)
        {
            Atom[] arguments = [.. Arguments.Select(a => a.Build(ir, counters))];
            return Primitive == Primitives.Convert ? ir.Convert(arguments[0], Type) : ir.Apply(Primitive, arguments);
        }
    }
}
