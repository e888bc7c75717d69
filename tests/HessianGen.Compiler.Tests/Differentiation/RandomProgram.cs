using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Differentiation;

/// <summary>Random well-formed IR functions: loops forwards and backwards, branches, whiles, local arrays read and overwritten.</summary>
/// <remarks>Parameters: <c>w</c> (variable, 4 elements), <c>s</c> (variable scalar), <c>x</c> (data, 4 elements), <c>n</c> (an int, 3).</remarks>
internal sealed class RandomProgram
{
    private const int Extent = 4;

    private readonly Random random;
    private readonly IrBuilder builder = new();
    private List<Atom> floats = [], indices = [];
    private List<Ir.Buffer> readable = [], writable = [];
    private int budget;

    private RandomProgram(int seed, int size) => (random, budget) = (new(seed), size);

    public static Function Create(int seed, int size = 25) => new RandomProgram(seed, size).Create();

    private Function Create()
    {
        Ir.Buffer w = builder.NewBuffer(ScalarType.F64, "w"), x = builder.NewBuffer(ScalarType.F64, "x");
        Value s = builder.NewValue(ScalarType.F64, "s"), n = builder.NewValue(ScalarType.I32, "n");
        Parameter[] parameters =
        [
            new BufferParameter("w", ParameterRole.User, true, w, builder.NewValue(ScalarType.I32, "w.Length")),
            new ScalarParameter("s", ParameterRole.User, true, s),
            new BufferParameter("x", ParameterRole.User, false, x, builder.NewValue(ScalarType.I32, "x.Length")),
            new ScalarParameter("n", ParameterRole.User, false, n),
        ];
        readable = [w, x];
        floats = [s, Atom.OfFloat(0.5)];
        indices = [n, Atom.OfInteger(0), Atom.OfInteger(1), Atom.OfInteger(2)];
        floats.Add(builder.Load(w, Atom.OfInteger(3)));
        Statements(3, n);
        Atom sum = Atom.OfFloat(0);
        foreach (Atom value in floats.Skip(Math.Max(0, floats.Count - 4))) sum = builder.Apply(Primitives.Add, sum, value);
        foreach (Ir.Buffer buffer in writable) sum = builder.Apply(Primitives.Add, sum, builder.Apply(Primitives.Sin, builder.Load(buffer, Index())));
        return builder.ToFunction("Random", parameters, sum);
    }

    private void Statements(int depth, Atom n)
    {
        int count = random.Next(2, 7);
        for (int i = 0; i < count && budget-- > 0; i++) Statement(depth, n);
    }

    private void Statement(int depth, Atom n)
    {
        switch (random.Next(depth > 0 ? 15 : 9))
        {
            case 0 or 1 or 2: floats.Add(Let()); break;
            case 3 or 4: floats.Add(builder.Load(Pick(readable), Index())); break;
            case 5 or 6 when writable.Count > 0: builder.Store(Pick(writable), Index(), Float()); break;
            case 7 when writable.Count > 0: builder.Accumulate(Pick(writable), Index(), Float()); break;
            case 8 or 9: Alloc(); break;
            case 10 or 11 or 12: For(depth, n); break;
            case 13: If(depth, n); break;
            case 14: While(depth, n); break;
            default: floats.Add(Let()); break;
        }
    }

    private Atom Let()
    {
        Atom x = Float(), y = Float();
        return random.Next(11) switch
        {
            0 => builder.Apply(Primitives.Add, x, y),
            1 => builder.Apply(Primitives.Sub, x, y),
            2 or 3 => builder.Apply(Primitives.Tanh, builder.Apply(Primitives.Mul, x, y)),
            4 => builder.Apply(Primitives.Sin, x),
            5 => builder.Apply(Primitives.Cos, x),
            6 => builder.Apply(Primitives.Exp, builder.Apply(Primitives.Tanh, x)),
            7 => builder.Apply(Primitives.Div, x, builder.Apply(Primitives.Add, Atom.OfFloat(2), builder.Apply(Primitives.Mul, y, y))),
            8 => builder.Apply(Primitives.Max, x, y),
            9 => builder.Apply(Primitives.Neg, x),
            _ => builder.Apply(Primitives.Atan, builder.Apply(Primitives.Mul, x, y)),
        };
    }

    private void Alloc()
    {
        Ir.Buffer buffer = builder.NewBuffer(ScalarType.F64, "a" + writable.Count);
        builder.Emit(new Alloc(buffer, Atom.OfInteger(Extent)));
        readable.Add(buffer);
        writable.Add(buffer);
        if (random.Next(2) == 0) builder.For(Atom.OfInteger(0), Atom.OfInteger(Extent), i => builder.Store(buffer, i, builder.Apply(Primitives.Sin, builder.Load(Pick(readable), i))));
    }

    private void For(int depth, Atom n)
    {
        Atom[] initial = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Float())];
        bool down = random.Next(4) == 0, isSum = random.Next(2) == 0;
        Atom end = random.Next(3) switch { 0 => Atom.OfInteger(3), 1 => n, _ => indices[random.Next(indices.Count)] };
        (Atom start, Atom stop, long step) = down ? (Atom.OfInteger(random.Next(4)), Atom.OfInteger(-1), -random.Next(1, 3)) : (Atom.OfInteger(0), end, random.Next(1, 3));
        Atom[] outputs = builder.For(start, stop, step, initial, (i, carried) => Scoped(() =>
        {
            indices.Add(i);
            if (!isSum) floats.AddRange(carried);
            Statements(depth - 1, n);
            return [.. carried.Select(c => isSum ? builder.Apply(Primitives.Add, c, Float()) : random.Next(2) == 0 ? Let() : Float())];
        }));
        floats.AddRange(outputs);
    }

    private void If(int depth, Atom n)
    {
        Atom condition = builder.Apply(Primitives.Lt, Float(), Float());
        Block then = Branch(depth, n), otherwise = Branch(depth, n);
        Value[] outputs = [builder.NewValue(ScalarType.F64)];
        builder.Emit(new If(new(outputs), condition, then, otherwise));
        floats.AddRange(outputs.Select(o => (Atom)o));
    }

    private Block Branch(int depth, Atom n)
    {
        builder.Open();
        return builder.Close(Scoped(() =>
        {
            Statements(depth - 1, n);
            return [Float()];
        }));
    }

    /// <summary><c>while (k &lt; 3 &amp;&amp; f &lt; 2)</c> over a carried counter and a carried number.</summary>
    private void While(int depth, Atom n)
    {
        Carried count = new(builder.NewValue(ScalarType.I32, "k"), Atom.OfInteger(0)), number = new(builder.NewValue(ScalarType.F64, "f"), Float());
        builder.Open();
        Atom goesOn = builder.Apply(Primitives.And, builder.Apply(Primitives.Lt, count.Value, Atom.OfInteger(3)), builder.Apply(Primitives.Lt, number.Value, Atom.OfFloat(2)));
        Block test = builder.Close(goesOn);
        builder.Open();
        Block body = builder.Close(Scoped(() =>
        {
            indices.Add(count.Value);
            floats.Add(number.Value);
            Statements(depth - 1, n);
            return [builder.Apply(Primitives.Add, count.Value, Atom.OfInteger(1)), Let()];
        }));
        Value[] outputs = [builder.NewValue(ScalarType.I32, "k"), builder.NewValue(ScalarType.F64, "f")];
        builder.Emit(new While(new(outputs), new([count, number]), test, body));
        floats.Add(outputs[1]);
    }

    private Atom[] Scoped(Func<Atom[]> build)
    {
        (List<Atom> f, List<Atom> i, List<Ir.Buffer> r, List<Ir.Buffer> w) = (floats, indices, readable, writable);
        (floats, indices, readable, writable) = ([.. f], [.. i], [.. r], [.. w]);
        Atom[] result = build();
        (floats, indices, readable, writable) = (f, i, r, w);
        return result;
    }

    private Atom Float() => random.Next(3) == 0 ? Pick(floats) : floats[Math.Max(0, floats.Count - 1 - random.Next(4))];

    private Atom Index() => random.Next(2) == 0 ? indices[indices.Count - 1] : Pick(indices);

    private T Pick<T>(List<T> items) => items[random.Next(items.Count)];
}
