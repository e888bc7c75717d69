using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>Random sums over sums: nests of independent loops that store to arrays of the iteration around them and read them in later loops.</summary>
/// <remarks>Parameters as those of <see cref="RandomProgram"/>.</remarks>
internal sealed class RandomSums
{
    private const int Extent = 4;

    private readonly Random random;
    private readonly IrBuilder builder = new();
    private readonly Ir.Buffer w, x;
    private readonly Value s;

    private RandomSums(int seed)
    {
        random = new(seed);
        (w, x, s) = (builder.NewBuffer(ScalarType.F64, "w"), builder.NewBuffer(ScalarType.F64, "x"), builder.NewValue(ScalarType.F64, "s"));
    }

    public static Function Create(int seed) => new RandomSums(seed).Create();

    private Function Create()
    {
        Value n = builder.NewValue(ScalarType.I32, "n");
        Parameter[] parameters =
        [
            new BufferParameter("w", ParameterRole.User, true, w, builder.NewValue(ScalarType.I32, "w.Length")),
            new ScalarParameter("s", ParameterRole.User, true, s),
            new BufferParameter("x", ParameterRole.User, false, x, builder.NewValue(ScalarType.I32, "x.Length")),
            new ScalarParameter("n", ParameterRole.User, false, n),
        ];
        return builder.ToFunction("Sums", parameters, Loop(n, [s], [], 3));
    }

    /// <summary>The sum over an iteration's own numbers, those of loops inside it and what these stored.</summary>
    private Atom Loop(Atom end, Atom[] outer, Ir.Buffer[] arrays, int depth) => builder.For(Atom.OfInteger(0), end, 1, [Atom.OfFloat(0)], (i, carried) =>
    {
        List<Atom> numbers = [.. outer, builder.Load(w, i), builder.Load(x, i), .. arrays.Select(a => builder.Load(a, i))];
        for (int k = random.Next(1, 4); k > 0; k--) numbers.Add(Let(numbers));
        if (depth > 1)
        {
            Ir.Buffer array = builder.NewBuffer(ScalarType.F64, "a");
            builder.Emit(new Alloc(array, Atom.OfInteger(Extent)));
            bool isStored = random.Next(2) == 0;
            if (isStored) Filling(array, numbers);
            for (int k = random.Next(1, 3); k > 0; k--) numbers.Add(Loop(Atom.OfInteger(random.Next(3, Extent + 1)), [.. numbers.TakeLast(3)], isStored ? [array] : [], depth - 1));
            numbers.Add(Let(numbers));
        }

        return [builder.Apply(Primitives.Add, carried[0], numbers.Skip(outer.Length).Aggregate((a, b) => builder.Apply(Primitives.Add, a, builder.Apply(Primitives.Mul, b, b))))];
    })[0];

    private void Filling(Ir.Buffer array, List<Atom> numbers) =>
        builder.For(Atom.OfInteger(0), Atom.OfInteger(Extent), k => builder.Store(array, k, Let([.. numbers.TakeLast(2), builder.Load(w, k)])));

    private Atom Let(List<Atom> numbers)
    {
        Atom a = numbers[random.Next(numbers.Count)], b = numbers[random.Next(numbers.Count)];
        return random.Next(5) switch
        {
            0 => builder.Apply(Primitives.Mul, a, b),
            1 => builder.Apply(Primitives.Tanh, builder.Apply(Primitives.Add, a, b)),
            2 => builder.Apply(Primitives.Sin, a),
            3 => builder.Apply(Primitives.Exp, builder.Apply(Primitives.Tanh, b)),
            _ => builder.Apply(Primitives.Sub, a, b),
        };
    }
}
