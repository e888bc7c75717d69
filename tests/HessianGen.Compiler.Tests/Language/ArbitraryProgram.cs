using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Tests.Language;

/// <summary>A random well-formed function of every statement and type, and arguments for it; the choices are bytes, so that failures shrink.</summary>
/// <remarks>
/// Indices stay in range, and nothing amplifies the sign of a zero: what a pass may change about exceptions and zeros cannot be seen.
/// Parameters: x and y (user buffers, which may be one), g (an output), s (f64), t (f32), n (i32, 0 to 3), p (bool).
/// </remarks>
internal sealed class ArbitraryProgram
{
    private const int Extent = 8, MaximalIndex = 3;

    private readonly byte[] choices;
    private readonly IrBuilder builder = new();
    private readonly List<Ir.Buffer> buffers = [];
    private List<Atom> doubles = [Atom.OfFloat(0), Atom.OfFloat(-0.0), Atom.OfFloat(1), Atom.OfFloat(2), Atom.OfFloat(0.5)];
    private List<Atom> singles = [Atom.OfFloat(1, ScalarType.F32)], integers = [Atom.OfInteger(5)], conditions = [Atom.OfBoolean(true)];
    private List<Atom> indices = [Atom.OfInteger(0), Atom.OfInteger(1), Atom.OfInteger(2)];
    private readonly bool isAboutMemory;
    private int next;

    private ArbitraryProgram(byte[] choices)
    {
        this.choices = choices;
        isAboutMemory = Choose(2) == 1;
    }

    public static Function Create(byte[] choices) => new ArbitraryProgram(choices).Create();

    /// <summary>Fresh arguments, some of them special values; both user buffers are one array where <paramref name="alias"/>.</summary>
    public static object[] Arguments(int seed, bool alias)
    {
        Random random = new(seed);
        double Number() => random.Next(6) switch { 0 => 0, 1 => -0.0, 2 => 1, _ => random.NextDouble() * 4 - 2 };
        double[] x = [.. Enumerable.Range(0, Extent).Select(_ => Number())], y = [.. Enumerable.Range(0, Extent).Select(_ => Number())];
        return [x, alias ? x : y, new double[Extent], Number(), (float)Number(), random.Next(4), random.Next(2) == 0];
    }

    private Function Create()
    {
        Parameter[] parameters =
        [
            Array("x", ParameterRole.User), Array("y", ParameterRole.User), Array("g", ParameterRole.Gradient),
            Scalar("s", ScalarType.F64, doubles), Scalar("t", ScalarType.F32, singles), Scalar("n", ScalarType.I32, indices), Scalar("p", ScalarType.Bool, conditions),
        ];
        integers.Add(indices[^1]);
        while (next < choices.Length) Statement(3);

        // Keep most of what was computed alive.
        for (int i = 0; i < Extent && i < doubles.Count; i++) builder.Accumulate(buffers[2], Atom.OfInteger(i), doubles[^(1 + i)]);
        foreach (Ir.Buffer buffer in buffers.Where(b => b.Id % 2 == 1)) builder.Accumulate(buffers[2], Atom.OfInteger(0), builder.Load(buffer, Atom.OfInteger(1)));
        return builder.ToFunction("Arbitrary", parameters, doubles[^1], singles[^1], integers[^1], conditions[^1]);
    }

    private BufferParameter Array(string name, ParameterRole role)
    {
        Ir.Buffer buffer = builder.NewBuffer(ScalarType.F64, name);
        buffers.Add(buffer);
        return new(name, role, role == ParameterRole.User, buffer, builder.NewValue(ScalarType.I32));
    }

    private ScalarParameter Scalar(string name, ScalarType type, List<Atom> pool)
    {
        Value value = builder.NewValue(type, name);
        pool.Add(value);
        return new(name, ParameterRole.User, type.IsFloat(), value);
    }

    private void Statement(int depth)
    {
        if (isAboutMemory && Choose(3) > 0)
        {
            Access();
            return;
        }

        switch (Choose(depth > 0 ? 20 : 13))
        {
            case 0 or 1 or 2 or 3: Float(); break;
            case 4: Integer(); break;
            case 5: Condition(); break;
            case 6 or 7: doubles.Add(builder.Load(Pick(buffers), Index())); break;
            case 8: builder.Store(Pick(buffers), Index(), Pick(doubles)); break;
            case 9: builder.Accumulate(Pick(buffers), Index(), Pick(doubles)); break;
            case 10: ReadModifyWrite(); break;
            case 11: Alloc(); break;
            case 12: Convert(); break;
            case 13 or 14 or 15: For(depth - 1); break;
            case 16 or 17: If(depth - 1); break;
            case 18: While(depth - 1); break;
            default: builder.Emit(new Check(Choose(4) == 0 ? Pick(conditions) : Atom.OfBoolean(true), "System.InvalidOperationException", "arbitrary")); break;
        }
    }

    private void Float()
    {
        List<Atom> pool = Choose(6) == 0 ? singles : doubles;
        Atom a = Pick(pool), b = Pick(pool), c = Pick(pool);
        Primitive[] binary = [Primitives.Add, Primitives.Sub, Primitives.Mul, Primitives.Add, Primitives.Sub, Primitives.Max];
        pool.Add(Choose(6) switch
        {
            0 => builder.Apply(Primitives.Neg, a),
            1 => builder.Apply(Pick(Primitives.Sin, Primitives.Tanh, Primitives.Abs), a),
            2 => builder.Apply(Primitives.Select_, Pick(conditions), b, c),
            _ => builder.Apply(Pick(binary), a, b),
        });
    }

    /// <summary>Touches memory so that it can be seen: what is loaded is added to the output.</summary>
    private void Access()
    {
        Ir.Buffer buffer = Pick(buffers);
        switch (Choose(3))
        {
            case 0: builder.Store(buffer, Index(), Pick(doubles)); break;
            case 1: builder.Accumulate(buffer, Index(), Pick(doubles)); break;
            default: builder.Accumulate(buffers[2], Index(), builder.Load(buffer, Index())); break;
        }
    }

    private void Integer()
    {
        Primitive[] binary = [Primitives.Add, Primitives.Sub, Primitives.Mul, Primitives.And, Primitives.Xor, Primitives.Min];
        Atom operand = Choose(2) == 0 ? Atom.OfInteger(Choose(5) - 2) : Pick(integers);
        integers.Add(Choose(5) == 0 ? builder.Apply(Primitives.Div, Pick(integers), Atom.OfInteger(3)) : builder.Apply(Pick(binary), Pick(integers), operand));
    }

    private void Condition() => conditions.Add(Choose(5) switch
    {
        0 => builder.Apply(Primitives.Not, Pick(conditions)),
        1 => builder.Apply(Pick(Primitives.And, Primitives.Or, Primitives.Xor, Primitives.Eq), Pick(conditions), Pick(conditions)),
        2 => builder.Apply(Pick(Primitives.Lt, Primitives.Ge, Primitives.Eq), Pick(integers), Pick(integers)),
        _ => builder.Apply(Pick(Primitives.Lt, Primitives.Le, Primitives.Gt, Primitives.Ne), Pick(doubles), Pick(doubles)),
    });

    private void Convert()
    {
        switch (Choose(4))
        {
            case 0: doubles.Add(builder.Convert(Pick(singles), ScalarType.F64)); break;
            case 1: singles.Add(builder.Convert(Pick(doubles), ScalarType.F32)); break;
            case 2: doubles.Add(builder.Convert(Pick(integers), ScalarType.F64)); break;
            default: integers.Add(builder.Convert(builder.Convert(Pick(integers), ScalarType.I64), ScalarType.I32)); break;
        }
    }

    private void ReadModifyWrite()
    {
        Ir.Buffer buffer = Pick(buffers);
        Atom index = Index(), loaded = builder.Load(buffer, index), added = Pick(doubles);
        builder.Store(buffer, index, Choose(2) == 0 ? builder.Apply(Primitives.Add, added, loaded) : builder.Apply(Primitives.Sub, loaded, added));
    }

    private void Alloc()
    {
        Ir.Buffer buffer = builder.NewBuffer(ScalarType.F64);
        builder.Emit(new Alloc(buffer, Atom.OfInteger(Extent)));
        buffers.Add(buffer);
        if (Choose(2) == 0) builder.For(Atom.OfInteger(0), Atom.OfInteger(Extent), i => builder.Store(buffer, i, Choose(2) == 0 ? Atom.OfFloat(0) : Pick(doubles)));
    }

    private void For(int depth)
    {
        Atom end = Choose(2) == 0 ? Atom.OfInteger(Choose(4)) : Pick(indices);
        Atom[] outputs = builder.For(Atom.OfInteger(0), end, 1 + Choose(2), [Pick(doubles), Pick(integers)], (counter, carried) => InScope(() =>
        {
            indices.Add(counter);
            doubles.Add(carried[0]);
            integers.AddRange([counter, carried[1]]);
            Body(depth);
            return [Pick(doubles), Pick(integers)];
        }));
        doubles.Add(outputs[0]);
        integers.Add(outputs[1]);
    }

    private void If(int depth)
    {
        Atom condition = Pick(conditions);
        Block Branch()
        {
            builder.Open();
            return builder.Close(InScope(() =>
            {
                Body(depth);
                return [Pick(doubles), Pick(conditions)];
            }));
        }

        Block then = Branch(), otherwise = Branch();
        Value number = builder.NewValue(ScalarType.F64), truth = builder.NewValue(ScalarType.Bool);
        builder.Emit(new If(new([number, truth]), condition, then, otherwise));
        doubles.Add(number);
        conditions.Add(truth);
    }

    /// <summary>Counts to a small constant, so that it ends.</summary>
    private void While(int depth)
    {
        Value count = builder.NewValue(ScalarType.I32), sum = builder.NewValue(ScalarType.F64), output = builder.NewValue(ScalarType.I32), total = builder.NewValue(ScalarType.F64);
        Carried[] carries = [new(count, Atom.OfInteger(0)), new(sum, Pick(doubles))];
        builder.Open();
        Block test = builder.Close(InScope(() =>
        {
            Body(0);
            return [builder.Apply(Primitives.Lt, count, Atom.OfInteger(Choose(4)))];
        }));
        builder.Open();
        Block body = builder.Close(InScope(() =>
        {
            doubles.Add(sum);
            indices.Add(count);
            Body(depth);
            return [builder.Apply(Primitives.Add, count, Atom.OfInteger(1)), Pick(doubles)];
        }));
        builder.Emit(new While(new([output, total]), new(carries), test, body));
        doubles.Add(total);
    }

    private void Body(int depth)
    {
        for (int left = Choose(5); left > 0 && next < choices.Length; left--) Statement(depth);
    }

    /// <summary>Forgets afterwards what the block defined.</summary>
    private Atom[] InScope(Func<Atom[]> body)
    {
        (List<Atom> d, List<Atom> s, List<Atom> i, List<Atom> c, List<Atom> x, int b) = (doubles, singles, integers, conditions, indices, buffers.Count);
        (doubles, singles, integers, conditions, indices) = ([.. d], [.. s], [.. i], [.. c], [.. x]);
        Atom[] yields = body();
        (doubles, singles, integers, conditions, indices) = (d, s, i, c, x);
        buffers.RemoveRange(b, buffers.Count - b);
        return yields;
    }

    /// <summary>At most <see cref="MaximalIndex"/> from the pool and as much again from a constant.</summary>
    private Atom Index() => Choose(3) == 0 ? builder.Apply(Primitives.Add, Pick(indices), Atom.OfInteger(1 + Choose(MaximalIndex))) : Pick(indices);

    private T Pick<T>(List<T> pool) => pool[pool.Count - 1 - Choose(Math.Min(pool.Count, 8))];

    private T Pick<T>(params T[] pool) => pool[Choose(pool.Length)];

    private int Choose(int count) => next < choices.Length ? choices[next++] % count : 0;
}
